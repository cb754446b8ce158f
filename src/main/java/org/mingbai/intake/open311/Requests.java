package org.mingbai.intake.open311;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.PersonalData;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.Voices;
import org.mingbai.intake.site.Pace;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Stage;
import org.springframework.stereotype.Component;

/// The requests that programs raise, and as everybody may read them. Such a request is public from the start: who raised it is in the vault and
/// nowhere else, words that might give somebody away are left out, and what complains of a unit is not shown at all.
@Component
public class Requests {

    /// GeoReport v2, GET Service Requests: at most so many, over at most so many days.
    public static final int LISTED_MAX = 1000;
    public static final int DAYS_MAX = 90;

    /// How many one asking looks at to find those: of the open ones a long list of ended ones may hold few.
    private static final int READ_MAX = 3 * LISTED_MAX;
    private static final int LISTS_PER_HOUR = 300;
    private static final Duration SAME_WITHIN = Duration.ofMinutes(5);

    private final Services services;
    private final ProgramKeys keys;
    private final RequestTable table;
    private final Receiving receiving;
    private final Ledger ledger;
    private final Directory directory;
    private final Pace pace;
    private final Pace lists;
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
        return table.one(tenant, matter).flatMap(row -> shown(tenant, row, byCode(tenant)));
    }

    /// Whether somebody at that address has asked for lists too often to be given one more.
    public boolean asksTooOften(String address) {
        return lists.take(address).isPresent();
    }

    /// @param services nothing for all
    /// @param open nothing for all
    public List<Shown> between(TenantId tenant, OffsetDateTime from, OffsetDateTime to, @Nullable Collection<String> services, @Nullable Boolean open) {
        var byCode = byCode(tenant);
        var found = new ArrayList<Shown>();
        RequestTable.Row after = null;
        for (int read = 0; found.size() < LISTED_MAX && read < READ_MAX; read += LISTED_MAX) {
            var rows = table.between(tenant, from, to, services, after, LISTED_MAX);
            rows.stream().flatMap(row -> shown(tenant, row, byCode).stream()).filter(one -> open == null || one.open() == open)
                    .limit(LISTED_MAX - found.size()).forEach(found::add);
            if (rows.size() < LISTED_MAX) {
                break;
            }
            after = rows.getLast();
        }
        return found;
    }

    private Map<String, Service> byCode(TenantId tenant) {
        return services.of(tenant).stream().collect(Collectors.toMap(Service::code, Function.identity()));
    }

    private Optional<Shown> shown(TenantId tenant, RequestTable.Row row, Map<String, Service> byCode) {
        return ledger.kept(tenant, row.matter()).filter(own -> own.concern().about().isEmpty()).map(own -> {
            var at = workedOn(tenant, own);
            var unit = at.lead() == null ? null : directory.organisation(tenant, at.lead()).map(it -> it.name()).orElse(null);
            var text = own.subject().text();
            var place = row.place() == null ? new Place(null, null, null, null) : row.place();
            boolean named = voices.isNamed(tenant, row.matter(), text + "\n" + place.address() + "\n" + place.addressId());
            return new Shown(row.matter(), at.stage().named(), row.service(), byCode.get(row.service()), forEverybody(named, text), unit, row.requestedAt(),
                    at.changedAt(), at.dueNow(), forEverybody(named, place.address()), forEverybody(named, place.addressId()), place.lat(), place.lon());
        });
    }

    /// Nobody reads it first, so nothing of it is shown where it names whoever raised it, or has numbers that are somebody's.
    private static @Nullable String forEverybody(boolean named, @Nullable String text) {
        return named || text == null || PersonalData.in("", text).isPresent() ? null : text;
    }

    /// What was joined to a matter nobody may see is told as it stands itself.
    private Matter workedOn(TenantId tenant, Matter own) {
        return own.stage() instanceof Stage.Merged(var into, _, _)
                ? ledger.kept(tenant, into).filter(other -> other.concern().about().isEmpty()).orElse(own) : own;
    }

    private static String first(Map<String, List<String>> sent, String name) {
        var values = sent.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst() == null ? "" : values.getFirst().strip();
    }

    private static Raised refused(Fault fault) {
        return new Raised.Refused(List.of(fault));
    }
}
