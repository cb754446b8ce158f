package org.mingbai.intake;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.StageName;
import org.mingbai.library.FileRefused;
import org.mingbai.library.Library;
import org.mingbai.library.Pictures;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// Lays before everybody what became of matters: each after somebody at the office read it and released it. What complains of a unit (I4) and what was
/// asked to be kept confidential never appears, even when it turned out so only after it was released.
@Component
public class Publishing {

    private static final int KIND_READ = 50;
    private static final Set<StageName> ENDED = Set.of(StageName.CLOSED, StageName.LOOK_BACK_DUE, StageName.HELD);
    private static final Set<Outcome> TOLD = Set.of(Outcome.SOLVED, Outcome.PARTLY_SOLVED, Outcome.EXPLAINED);
    private static final int OFFERED_MAX = 50;
    private static final int TITLE_MAX = 200;
    private static final int TEXT_MAX = 5000;
    private static final int PICTURES_MAX = 8;

    private final PublicationTable table;
    private final Registers registers;
    private final Matters matters;
    private final Ledger ledger;
    private final Voices voices;
    private final Vault vault;
    private final Library library;
    private final Whole whole;
    private final AuditTrail audit;
    private final Clock clock;

    Publishing(PublicationTable table, Registers registers, Matters matters, Ledger ledger, Voices voices, Vault vault, Library library, Whole whole,
            AuditTrail audit, Clock clock) {
        this.table = table;
        this.registers = registers;
        this.matters = matters;
        this.ledger = ledger;
        this.voices = voices;
        this.vault = vault;
        this.library = library;
        this.whole = whole;
        this.audit = audit;
        this.clock = clock;
    }

    /// An outcome somebody may look through and release.
    /// @param text what those who raised it were told
    /// @param before pictures that came with the voices
    /// @param after pictures that prove what was done
    /// @param released what everybody reads of it now
    public record Draft(Matter matter, int round, Outcome outcome, LocalDate closedOn, String text, List<StoredFile> before, List<StoredFile> after,
            Optional<Publication> released) {}

    /// What somebody wants everybody to read.
    /// @param before hashes of the pictures chosen
    public record Release(String title, String text, String place, List<String> before, List<String> after) {}

    /// An outcome that everybody reads.
    /// @param openAgain it came back or was refuted since, and was worked on anew
    public record Shown(Publication publication, boolean openAgain) {}

    /// @param older from which matter on the following page goes; empty on the last
    public record Offered(List<Draft> drafts, Optional<Long> older) {}

    /// Endings that may be released, the newest matters first, as far as the asker sees them.
    /// @param before the matter before which the page begins; null for the first
    public Offered offered(SignedIn who, @Nullable Long before) {
        if (!Access.may(who, Right.PUBLISH_OUTCOMES)) {
            return new Offered(List.of(), Optional.empty());
        }
        var from = before == null ? null : new MatterFilter.Position(null, before);
        var ended = registers.of(who.tenant()).stream().filter(Register::published)
                .map(register -> new MatterFilter(register.code(), ENDED, false, null, null, null, null, null, MatterFilter.Order.NEWEST, from,
                        OFFERED_MAX + 1))
                .flatMap(filter -> matters.page(who, filter).matters().stream())
                .sorted(Comparator.comparingLong((Matter matter) -> matter.id().value()).reversed()).limit(OFFERED_MAX + 1L).toList();
        var shown = ended.subList(0, Math.min(ended.size(), OFFERED_MAX));
        return new Offered(shown.stream().flatMap(matter -> draft(who, matter).stream()).toList(),
                ended.size() > OFFERED_MAX ? Optional.of(shown.getLast().id().value()) : Optional.empty());
    }

    public Optional<Draft> draft(SignedIn who, MatterId id) {
        return Access.may(who, Right.PUBLISH_OUTCOMES) ? ledger.matter(who, id).flatMap(matter -> draft(who, matter)) : Optional.empty();
    }

    private Optional<Draft> draft(SignedIn who, Matter matter) {
        var ended = ending(matter).filter(it -> TOLD.contains(it.outcome()));
        if (ended.isEmpty() || !mayBeShown(who.tenant(), matter)) {
            return Optional.empty();
        }
        var told = ledger.journalOf(who, matter.id()).stream().flatMap(line -> line.entry() instanceof Entry.Closed closed ? Stream.of(closed) : Stream.empty())
                .map(closed -> closed.told() == null ? "" : closed.told()).reduce("", (_, later) -> later);
        var before = voices.of(who, matter.id()).stream().flatMap(seen -> seen.files().stream());
        var after = matter.round().evidence().stream().flatMap(proof -> proof.files().stream())
                .map(file -> new StoredFile(file.sha256(), file.name(), file.mediaType(), file.size()));
        return Optional.of(new Draft(matter, matter.round().number(), ended.get().outcome(), ended.get().on(), told, pictures(before), pictures(after),
                table.of(who.tenant(), matter.id())));
    }

    private static List<StoredFile> pictures(Stream<StoredFile> files) {
        return files.filter(file -> file.mediaType().startsWith("image/")).distinct().limit(PICTURES_MAX).toList();
    }

    private record Ending(Outcome outcome, LocalDate on) {}

    private static Optional<Ending> ending(Matter matter) {
        return switch (matter.stage()) {
            case Stage.Closed(var outcome, var on) -> Optional.of(new Ending(outcome, on));
            case Stage.LookBackDue(var outcome, var on, _) -> Optional.of(new Ending(outcome, on));
            case Stage.Held(var outcome, var on) -> Optional.of(new Ending(outcome, on));
            default -> Optional.empty();
        };
    }

    private boolean mayBeShown(TenantId tenant, Matter matter) {
        return registers.register(tenant, matter.register()).filter(Register::published).isPresent()
                && matter.concern().about().isEmpty() && voices.of(tenant, matter.id()).stream().noneMatch(Voice::confidential);
    }

    /// From now on everybody reads it, in these words and with these pictures, drawn anew.
    public VoiceAnswer<Publication> release(SignedIn who, MatterId id, Release said) {
        var draft = draft(who, id).orElse(null);
        if (draft == null) {
            return VoiceAnswer.refused(new VoiceRefusal.NotForEverybody());
        }
        var fault = faultIn(draft, said);
        if (fault.isPresent()) {
            return VoiceAnswer.refused(fault.get());
        }
        return whole.done(() -> {
            var pictures = new ArrayList<Publication.Picture>();
            for (var file : draft.before().stream().filter(it -> said.before().contains(it.sha256())).toList()) {
                bare(who, file).ifPresent(sha256 -> pictures.add(new Publication.Picture(sha256, false)));
            }
            for (var file : draft.after().stream().filter(it -> said.after().contains(it.sha256())).toList()) {
                bare(who, file).ifPresent(sha256 -> pictures.add(new Publication.Picture(sha256, true)));
            }
            if (pictures.size() < chosen(draft, said)) {
                return VoiceAnswer.refused(new VoiceRefusal.PictureUnreadable("pictures"));
            }
            var named = named(who, draft, said);
            if (named.isPresent()) {
                return VoiceAnswer.refused(named.get());
            }
            var publication = new Publication(id, draft.round(), draft.matter().register(), said.title(), said.text(), maybe(said.place()),
                    draft.matter().subject().category(), draft.outcome(), draft.closedOn(), pictures);
            table.put(who.tenant(), publication, who.person(), OffsetDateTime.now(clock));
            audit.outcomeShown(Keeper.of(who), AuditAct.OUTCOME_RELEASED, MatterNumber.of(draft.matter()).printed(),
                    draft.released().map(Publishing::told).orElse(Map.of()), told(publication));
            return VoiceAnswer.done(publication);
        });
    }

    private static Map<String, String> told(Publication publication) {
        return Map.of("title", publication.title(), "text", publication.text(), "pictures", Integer.toString(publication.pictures().size()));
    }

    private static long chosen(Draft draft, Release said) {
        return draft.before().stream().filter(it -> said.before().contains(it.sha256())).count()
                + draft.after().stream().filter(it -> said.after().contains(it.sha256())).count();
    }

    private record Field(String name, String text) {}

    private static List<Field> fields(Draft draft, Release said) {
        return Stream.of(new Field("title", said.title()), new Field("text", said.text()), new Field("place", said.place()),
                new Field("place", Objects.requireNonNullElse(draft.matter().subject().category(), ""))).toList();
    }

    private static Optional<VoiceRefusal> faultIn(Draft draft, Release said) {
        return Stream.concat(
                        Stream.of(line("title", said.title(), TITLE_MAX, true), line("text", said.text(), TEXT_MAX, true),
                                line("place", said.place(), TITLE_MAX, false)),
                        fields(draft, said).stream().map(field -> PersonalData.in(field.name(), field.text())))
                .flatMap(Optional::stream).findFirst();
    }

    /// Looked for last, when nothing else stands against it: each look for a name leaves a line in the log or is what everybody reads.
    private Optional<VoiceRefusal> named(SignedIn who, Draft draft, Release said) {
        var raised = voices.of(who.tenant(), draft.matter().id());
        return fields(draft, said).stream().filter(field -> vault.isNamed(who, raised, field.text())).findFirst()
                .map(field -> new VoiceRefusal.ReporterFound(field.name()));
    }

    private static Optional<VoiceRefusal> line(String field, String text, int most, boolean must) {
        if (!Visible.says(text)) {
            return must ? Optional.of(new VoiceRefusal.Missing(field)) : Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > most) {
            return Optional.of(new VoiceRefusal.TooLong(field, most));
        }
        boolean hidden = text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069);
        return hidden ? Optional.of(new VoiceRefusal.HiddenCharacters(field)) : Optional.empty();
    }

    private Optional<String> bare(SignedIn who, StoredFile file) {
        return Pictures.bare(library.contentOf(who.tenant(), file.sha256())).map(bytes -> {
            try {
                return library.keep(who.tenant(), who.person(), "picture.jpg", new ByteArrayInputStream(bytes)).sha256();
            } catch (FileRefused e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// Nobody outside reads it any more.
    public VoiceAnswer<MatterId> takeBack(SignedIn who, MatterId id) {
        if (!Access.may(who, Right.PUBLISH_OUTCOMES) || ledger.matter(who, id).isEmpty()) {
            return VoiceAnswer.refused(new VoiceRefusal.NotForEverybody());
        }
        return whole.done(() -> {
            table.of(who.tenant(), id).ifPresent(shown -> {
                table.takeBack(who.tenant(), id, OffsetDateTime.now(clock));
                audit.outcomeShown(Keeper.of(who), AuditAct.OUTCOME_TAKEN_BACK, new MatterNumber(shown.register(), id).printed(), told(shown), Map.of());
            });
            return VoiceAnswer.done(id);
        });
    }

    /// A place in the list of what everybody reads.
    public record From(LocalDate closedOn, long matter) {}

    /// @param next where it goes on; empty at the end
    public record Page(List<Shown> shown, Optional<From> next) {}

    /// What everybody reads, the newest first.
    /// @param place words in the place; empty for all
    /// @param category empty for all
    public Page shown(TenantId tenant, String place, String category, Optional<From> from, int limit) {
        var found = table.page(tenant, place, category, from.map(From::closedOn).orElse(null), from.map(From::matter).orElse(0L), limit);
        var last = found.size() < limit ? Optional.<Publication>empty() : Optional.of(found.getLast());
        return new Page(found.stream().flatMap(it -> shown(tenant, it).stream()).toList(),
                last.map(it -> new From(it.closedOn(), it.matter().value())));
    }

    public Optional<Shown> shown(TenantId tenant, MatterId id) {
        return table.of(tenant, id).flatMap(it -> shown(tenant, it));
    }

    private Optional<Shown> shown(TenantId tenant, Publication it) {
        return ledger.kept(tenant, it.matter()).filter(matter -> mayBeShown(tenant, matter))
                .map(matter -> new Shown(it, matter.open() || it.round() < matter.round().number()));
    }

    /// The kinds there is something of.
    public List<String> categories(TenantId tenant) {
        return table.categories(tenant).stream()
                .filter(kind -> table.page(tenant, "", kind, null, 0, KIND_READ).stream().anyMatch(it -> shown(tenant, it).isPresent())).toList();
    }

    /// A picture that everybody may see; nothing for any other file.
    public Optional<Path> picture(TenantId tenant, MatterId id, String sha256) {
        return table.all(tenant, id).stream().flatMap(it -> shown(tenant, it).stream()).flatMap(it -> it.publication().pictures().stream())
                .map(Publication.Picture::sha256).filter(sha256::equals).findFirst().map(known -> library.contentOf(tenant, known));
    }

    private static @Nullable String maybe(String text) {
        return !Visible.says(text) ? null : text;
    }
}
