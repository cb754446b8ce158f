package org.mingbai.intake.open311;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.PersonalData;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Stage;
import org.mingbai.shell.Pace;
import org.springframework.stereotype.Component;

/// The requests that programs raise, and as everybody may read them. Such a request is public from the start: who raised it is in the vault and
/// nowhere else, words that might give somebody away are left out, and what complains of a unit is not shown at all.
@Component
public class Requests {

    /// GeoReport v2, GET Service Requests: a thousand at most, over at most so many days; a page of them at a time, for anybody may ask.
    public static final int PAGE_MAX = 100;
    public static final int PAGES_MAX = 10;
    public static final int DAYS_MAX = 90;

    /// How many one asking looks at to find its page: of the open ones a long list of ended ones may hold few. Who wants those before asks for an
    /// earlier time.
    private static final int READ_MAX = PAGE_MAX * PAGES_MAX;
    private static final int LISTS_PER_HOUR = 300;
    private static final int ONES_PER_HOUR = 1_200;
    private static final Duration SAME_WITHIN = Duration.ofMinutes(5);

    private final Services services;
    private final ProgramKeys keys;
    private final RequestTable table;
    private final Receiving receiving;
    private final Ledger ledger;
    private final Directory directory;
    private final Pace pace;
    private final Pace lists;
    private final Pace ones;
    private final Voices voices;
    private final Clock clock;

    Requests(Services services, ProgramKeys keys, RequestTable table, Receiving receiving, Ledger ledger, Directory directory, Voices voices,
            Open311Settings settings, Clock clock) {
        this.services = services;
        this.keys = keys;
        this.table = table;
        this.receiving = receiving;
        this.ledger = ledger;
        this.directory = directory;
        this.pace = new Pace(settings.raisePerHour(), clock);
        this.lists = new Pace(LISTS_PER_HOUR, clock);
        this.ones = new Pace(ONES_PER_HOUR, clock);
        this.voices = voices;
        this.clock = clock;
    }

    /// What came of raising one.
    public sealed interface Raised {

        /// @param token to ask the number by; nothing where the program has it, or never gets it
        /// @param delivery what of it the program is told
        record Done(Receipt receipt, @Nullable String token, Service.Delivery delivery) implements Raised {}

        record Refused(List<Fault> faults) implements Raised {}

        /// It was read, but the office cannot take it.
        record NotTaken(VoiceRefusal why) implements Raised {}
    }

    /// Raises a request. The same sent again by the same program within some minutes, as after a lost answer, is the same request; later it is
    /// perhaps somebody else who says the same.
    public Raised raise(TenantId tenant, Map<String, List<String>> sent, String language) {
        var program = keys.good(tenant, first(sent, "api_key"));
        if (program.isEmpty()) {
            return refused(Fault.of(403, "key"));
        }
        if (pace.take("program/" + tenant.value() + "/" + program.get()).isPresent()) {
            return refused(Fault.of(429, "pace"));
        }
        var code = first(sent, "service_code");
        if (code.isEmpty()) {
            return refused(Fault.of(400, "no-service"));
        }
        var service = services.offered(tenant, code);
        if (service.isEmpty()) {
            return refused(Fault.of(404, "service"));
        }
        var read = RequestForm.read(sent, service.get());
        if (read.subject() == null) {
            return new Raised.Refused(read.faults());
        }
        var key = keyOf(tenant, program.get(), sent);
        var said = new Submission(service.get().register(), read.subject(), read.identity(), read.identity() == null, false, language, List.of(), key);
        return switch (receiving.receive(tenant, said)) {
            case VoiceAnswer.Done<Receipt>(var receipt) -> kept(tenant, program.get(), service.get(), read.place(), key, receipt);
            case VoiceAnswer.Refused<Receipt>(var why) -> new Raised.NotTaken(why);
        };
    }

    private Raised kept(TenantId tenant, long program, Service service, @Nullable Place place, UUID key, Receipt receipt) {
        var token = service.delivery() == Service.Delivery.BATCH ? key.toString() : null;
        table.add(tenant, new RequestTable.Row(receipt.matter(), service.code(), program, service.delivery() == Service.Delivery.BLACKBOX, place, receipt.at()),
                token == null ? null : ProgramKeys.hash(token));
        return new Raised.Done(receipt, token, service.delivery());
    }

    /// Programs name no form of theirs, so what they send, and when, names it.
    private UUID keyOf(TenantId tenant, long program, Map<String, List<String>> sent) {
        var said = new TreeMap<>(sent);
        said.remove("api_key");
        long now = clock.instant().getEpochSecond() / SAME_WITHIN.toSeconds();
        var before = keyOf(program, now - 1, said);
        return receiving.knows(tenant, before) ? before : keyOf(program, now, said);
    }

    private static UUID keyOf(long program, long span, Map<String, List<String>> said) {
        return UUID.nameUUIDFromBytes(("open311/" + program + "/" + span + "/" + said).getBytes(StandardCharsets.UTF_8));
    }

    /// The number for a token; empty where it was never given out.
    public Optional<MatterId> byToken(TenantId tenant, String token) {
        return token.length() > 100 ? Optional.empty() : table.byToken(tenant, ProgramKeys.hash(token)).map(RequestTable.Row::matter);
    }

    /// One request; empty for what no program raised, what complains of a unit, and what is another body's.
    public Optional<Shown> one(TenantId tenant, long matter) {
        return these(tenant, List.of(matter)).stream().findFirst();
    }

    /// Those of them that are shown, in that order.
    public List<Shown> these(TenantId tenant, List<Long> matters) {
        var rows = table.these(tenant, matters).stream().sorted(Comparator.comparingInt(row -> matters.indexOf(row.matter().value()))).toList();
        return shown(tenant, found(tenant, rows));
    }

    /// Whether somebody at that address has asked for lists too often to be given one more.
    public boolean asksTooOften(String address) {
        return lists.take(address).isPresent();
    }

    /// The same for one request, or what a token stands for.
    public boolean asksForOneTooOften(String address) {
        return ones.take(address).isPresent();
    }

    /// One page of them, the latest first.
    /// @param services nothing for all
    /// @param open nothing for all
    /// @param page from 1 to `PAGES_MAX`
    public List<Shown> between(TenantId tenant, OffsetDateTime from, OffsetDateTime to, @Nullable Collection<String> services, @Nullable Boolean open,
            int page) {
        int end = page * PAGE_MAX;
        var found = new ArrayList<Found>();
        RequestTable.Row after = null;
        for (int read = 0; found.size() < end && read < READ_MAX; read += PAGE_MAX) {
            var rows = table.between(tenant, from, to, services, after, PAGE_MAX);
            found(tenant, rows).stream().filter(one -> open == null || one.at().stage().named().open() == open).forEach(found::add);
            if (rows.size() < PAGE_MAX) {
                break;
            }
            after = rows.getLast();
        }
        return shown(tenant, found.subList(Math.min(end - PAGE_MAX, found.size()), Math.min(end, found.size())));
    }

    /// @param at where it is worked on
    private record Found(RequestTable.Row row, Matter own, Matter at) {}

    /// Without what complains of a unit. What was joined to a matter nobody may see is told as it stands itself.
    private List<Found> found(TenantId tenant, List<RequestTable.Row> rows) {
        var own = plain(tenant, rows.stream().map(RequestTable.Row::matter));
        var others = plain(tenant, own.values().stream().flatMap(matter -> into(matter).stream()));
        return rows.stream().filter(row -> own.containsKey(row.matter())).map(row -> {
            var matter = Objects.requireNonNull(own.get(row.matter()));
            return new Found(row, matter, into(matter).map(others::get).orElse(matter));
        }).toList();
    }

    private Map<MatterId, Matter> plain(TenantId tenant, Stream<MatterId> ids) {
        var found = ledger.kept(tenant, ids.toList());
        found.values().removeIf(matter -> !matter.concern().about().isEmpty());
        return found;
    }

    private static Optional<MatterId> into(Matter matter) {
        return matter.stage() instanceof Stage.Merged(var into, _, _) ? Optional.of(into) : Optional.empty();
    }

    /// The vault is opened for what is shown, and for nothing that was only looked at.
    private List<Shown> shown(TenantId tenant, List<Found> found) {
        var byCode = services.of(tenant).stream().collect(Collectors.toMap(Service::code, Function.identity()));
        var tree = directory.treeOf(tenant);
        var named = voices.named(tenant, found.stream().collect(Collectors.toMap(one -> one.own().id(), Requests::words)));
        return found.stream().map(one -> {
            var place = place(one.row());
            boolean hides = named.contains(one.own().id());
            var unit = one.at().lead() == null ? null : tree.unit(one.at().lead()).map(OrganisationTree.Unit::name).orElse(null);
            return new Shown(one.own().id(), one.at().stage().named(), one.row().service(), byCode.get(one.row().service()),
                    forEverybody(hides, one.own().subject().text()), unit, one.row().requestedAt(), one.at().changedAt(), one.at().dueNow(),
                    forEverybody(hides, place.address()), forEverybody(hides, place.addressId()), place.lat(), place.lon());
        }).toList();
    }

    private static String words(Found one) {
        return one.own().subject().text() + "\n" + place(one.row()).address() + "\n" + place(one.row()).addressId();
    }

    private static Place place(RequestTable.Row row) {
        return row.place() == null ? new Place(null, null, null, null) : row.place();
    }

    /// Nobody reads it first, so nothing of it is shown where it names whoever raised it, or has numbers that are somebody's.
    private static @Nullable String forEverybody(boolean named, @Nullable String text) {
        return named || text == null || PersonalData.in("", text).isPresent() ? null : text;
    }

    private static String first(Map<String, List<String>> sent, String name) {
        var values = sent.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst() == null ? "" : values.getFirst().strip();
    }

    private static Raised refused(Fault fault) {
        return new Raised.Refused(List.of(fault));
    }
}
