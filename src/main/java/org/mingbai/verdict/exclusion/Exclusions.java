package org.mingbai.verdict.exclusion;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Answer.Done;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Visible;
import org.mingbai.shell.database.Attempts;
import org.mingbai.verdict.Answer;
import org.mingbai.verdict.Verdicts;
import org.springframework.stereotype.Component;

/// The verbs of exclusions. Each stands in the matter's journal too, in one transaction, with what those who raised it are told.
@Component
public class Exclusions {

    private static final int TEXT_MAX = 5_000;
    private static final int SHOWN_MAX = 500;
    private static final int FILES_MAX = 20;

    private final Verdicts verdicts;
    private final Ledger ledger;
    private final Matters matters;
    private final Directory directory;
    private final Library library;
    private final ExclusionTable table;
    private final AuditTrail audit;
    private final Clock clock;
    private final Attempts attempts;

    Exclusions(Verdicts verdicts, Ledger ledger, Matters matters, Directory directory, Library library, ExclusionTable table,
            AuditTrail audit, Clock clock, Attempts attempts) {
        this.verdicts = verdicts;
        this.ledger = ledger;
        this.matters = matters;
        this.directory = directory;
        this.library = library;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
        this.attempts = attempts;
    }

    /// An application as it is made.
    /// @param evidenceSeq the entry of the matter's journal that shows it; needed where no file does
    public record Asked(MatterId matter, int askedSeq, Exclusion.@Nullable Reason reason, String words, @Nullable Integer evidenceSeq,
            List<StoredFile> files) {}

    /// A ruling as it is made.
    /// @param told what those who raised it are told; needed wherever it changes what counts
    public record Ruled(Exclusion.State ruling, String words, String told) {}

    /// The unit whose work was judged asks that the verdict should not count.
    /// @param key the same application under it is one
    public ExclusionAnswer ask(SignedIn who, Asked asked, UUID key) {
        return tried(() -> {
            var before = table.under(who.tenant(), key);
            if (before.isPresent()) {
                return find(who, before.get()).<ExclusionAnswer>map(it -> says(it, who, asked) ? new ExclusionAnswer.Done(it)
                        : refused(new ExclusionRefusal.KeyUsedBefore())).orElseGet(() -> refused(new ExclusionRefusal.NoSuchExclusion()));
            }
            var answer = verdicts.ofMatter(who, asked.matter()).stream().filter(it -> it.askedSeq() == asked.askedSeq()).findFirst().orElse(null);
            if (answer == null) {
                return refused(new ExclusionRefusal.NoSuchVerdict());
            }
            var fault = whyNot(who, answer).or(() -> fault(who, asked));
            if (fault.isPresent()) {
                return refused(fault.get());
            }
            var unit = Objects.requireNonNull(answer.lead());
            var reason = Objects.requireNonNull(asked.reason());
            long id = table.add(who.tenant(), new Exclusion(0, asked.matter(), asked.askedSeq(), unit, reason, asked.words(), asked.evidenceSeq(),
                    asked.files(), now(), who.person(), List.of()), key);
            note(who, new Seat(unit, Role.HANDLER), asked.matter(), new Entry.ExclusionNoted(id, Exclusion.State.ASKED.name(), reason.name(), asked.words(),
                    null), key);
            return new ExclusionAnswer.Done(table.find(who.tenant(), id).orElseThrow());
        });
    }

    private static boolean says(Exclusion made, SignedIn who, Asked asked) {
        return made.askedBy().equals(who.person()) && made.matter().equals(asked.matter()) && made.askedSeq() == asked.askedSeq()
                && made.reason() == asked.reason() && made.words().equals(asked.words()) && Objects.equals(made.evidenceSeq(), asked.evidenceSeq())
                && made.files().equals(asked.files());
    }

    /// Why this person cannot ask that for this verdict; nothing where they can.
    public Optional<ExclusionRefusal> whyNot(SignedIn who, Answer answer) {
        if (answer.lead() == null || !Access.may(who, Right.ASK_EXCLUSION) || !who.holds(new Seat(answer.lead(), Role.HANDLER))) {
            return Optional.of(new ExclusionRefusal.NotYourUnit());
        }
        if (answer.said() == null) {
            return Optional.of(new ExclusionRefusal.NotJudgedYet());
        }
        return table.of(who.tenant(), List.of(answer.matter())).stream().anyMatch(one -> one.askedSeq() == answer.askedSeq() && one.live())
                ? Optional.of(new ExclusionRefusal.AskedAlready()) : Optional.empty();
    }

    private Optional<ExclusionRefusal> fault(SignedIn who, Asked asked) {
        if (asked.reason() == null) {
            return Optional.of(new ExclusionRefusal.Missing("reason"));
        }
        if (asked.evidenceSeq() == null && asked.files().isEmpty()) {
            return Optional.of(new ExclusionRefusal.Missing("evidence"));
        }
        if (asked.evidenceSeq() != null && evidence(who, asked.matter()).stream().noneMatch(line -> line.seq() == asked.evidenceSeq())) {
            return Optional.of(new ExclusionRefusal.NoSuchEntry("evidence"));
        }
        if (asked.files().size() > FILES_MAX) {
            return Optional.of(new ExclusionRefusal.TooManyFiles("files", FILES_MAX));
        }
        boolean theirs = asked.files().stream()
                .allMatch(file -> library.broughtBy(who.tenant(), who.person(), file.sha256(), file.name()).filter(file::equals).isPresent());
        return theirs ? said("words", asked.words()) : Optional.of(new ExclusionRefusal.NoSuchFile("files"));
    }

    /// The entries of a matter that can show something.
    public List<Line> evidence(SignedIn who, MatterId matter) {
        return ledger.journalOf(who, matter).stream().filter(line -> switch (line.entry()) {
            case Entry.EvidenceAttached _, Entry.ProgressReported _, Entry.Contacted _, Entry.Told _, Entry.Noted _, Entry.Redirected _,
                    Entry.Joined _ -> true;
            default -> false;
        }).toList();
    }

    /// Another person of another unit decides, or it is taken back.
    /// @param key the same ruling under it is one
    public ExclusionAnswer rule(SignedIn who, Keeper by, long id, Ruled ruled, UUID key) {
        return tried(() -> {
            var exclusion = find(who, id).orElse(null);
            if (exclusion == null) {
                return refused(new ExclusionRefusal.NoSuchExclusion());
            }
            if (ledger.wrote(who, key)) {
                return exclusion.rulings().stream().anyMatch(it -> it.by().equals(who.person()) && it.ruling() == ruled.ruling()
                        && it.words().equals(ruled.words()) && (it.told() == null || it.told().equals(ruled.told())))
                                ? new ExclusionAnswer.Done(exclusion) : refused(new ExclusionRefusal.KeyUsedBefore());
            }
            var seat = seatFor(who, exclusion, ruled.ruling()).orElse(null);
            if (seat == null) {
                return refused(new ExclusionRefusal.NotYoursToDecide());
            }
            boolean possible = switch (ruled.ruling()) {
                case AGREED, REFUSED -> exclusion.state() == Exclusion.State.ASKED;
                case WITHDRAWN -> exclusion.live();
                case ASKED -> false;
            };
            if (!possible) {
                return refused(new ExclusionRefusal.DecidedAlready());
            }
            boolean tells = ruled.ruling() == Exclusion.State.AGREED || exclusion.state() == Exclusion.State.AGREED;
            var fault = said("words", ruled.words()).or(() -> tells ? said("told", ruled.told()) : Optional.empty());
            if (fault.isPresent()) {
                return refused(fault.get());
            }
            var told = tells ? ruled.told() : null;
            table.rule(who.tenant(), id, exclusion.rulings().size() + 1, new Exclusion.Ruling(ruled.ruling(), ruled.words(), told, now(), who.person(),
                    seat.unit()));
            note(who, seat, exclusion.matter(), new Entry.ExclusionNoted(id, ruled.ruling().name(), exclusion.reason().name(), ruled.words(), told), key);
            audit.exclusionRuled(by, Long.toString(id), Map.of("ruling", ruled.ruling().name(), "matter", Long.toString(exclusion.matter().value()),
                    "reason", exclusion.reason().name(), "words", ruled.words()));
            return new ExclusionAnswer.Done(table.find(who.tenant(), id).orElseThrow());
        });
    }

    /// The post in which this person may rule so; nothing where they may not. A unit may take back what it asked, and nothing else.
    public Optional<Seat> seatFor(SignedIn who, Exclusion exclusion, Exclusion.State ruling) {
        var own = new Seat(exclusion.unit(), Role.HANDLER);
        if (ruling == Exclusion.State.WITHDRAWN && who.holds(own) && Access.may(who, Right.ASK_EXCLUSION)) {
            return Optional.of(own);
        }
        var tree = directory.treeOf(who.tenant());
        boolean belongs = who.person().equals(exclusion.askedBy()) || who.seats().stream().anyMatch(seat -> tree.isWithin(seat.unit(), exclusion.unit()));
        return belongs || !Access.may(who, Right.DECIDE_EXCLUSION) ? Optional.empty()
                : ledger.matter(who, exclusion.matter()).flatMap(matter -> approver(who, matter));
    }

    /// Whoever signs closings of the matter: an approver outside the lead unit.
    private Optional<Seat> approver(SignedIn who, Matter matter) {
        return ledger.postsFor(who, matter, ActKind.CLOSE).stream().filter(who.seats()::contains).findFirst();
    }

    /// Empty when there is none, or none this person may know of: who sees the matter sees what was asked about it.
    public Optional<Exclusion> find(SignedIn who, long id) {
        return table.find(who.tenant(), id).filter(one -> ledger.matter(who, one.matter()).isPresent());
    }

    /// A file of an application, and where its bytes lie.
    public record Content(StoredFile file, Path bytes) {}

    /// For whoever may know of the application; to know a hash opens nothing.
    public Optional<Content> file(SignedIn who, long id, String sha256) {
        return find(who, id).stream().flatMap(one -> one.files().stream()).filter(file -> file.sha256().equals(sha256)).findFirst()
                .map(file -> new Content(file, library.contentOf(who.tenant(), sha256)));
    }

    /// What waits for this person to decide, the oldest first.
    public List<Exclusion> toDecide(SignedIn who) {
        return !Access.may(who, Right.DECIDE_EXCLUSION) ? List.of() : table.undecided(who.tenant()).stream()
                .filter(one -> seatFor(who, one, Exclusion.State.AGREED).isPresent()).toList();
    }

    /// Of a matter this person sees, the first one first.
    public List<Exclusion> of(SignedIn who, Matter matter) {
        return table.of(who.tenant(), List.of(matter.id()));
    }

    /// The latest first, of the matters this person sees.
    public List<Exclusion> latest(SignedIn who) {
        var all = table.latest(who.tenant(), SHOWN_MAX);
        var seen = matters.these(who, all.stream().map(Exclusion::matter).collect(Collectors.toSet())).stream().map(Matter::id).collect(Collectors.toSet());
        return all.stream().filter(one -> seen.contains(one.matter())).toList();
    }

    /// The verdicts that do not count, of those given.
    public Set<Answer> excluded(SignedIn who, Collection<Answer> answers) {
        record One(MatterId matter, int seq) {}
        var agreed = table.of(who.tenant(), answers.stream().map(Answer::matter).collect(Collectors.toSet())).stream()
                .filter(one -> one.state() == Exclusion.State.AGREED).map(one -> new One(one.matter(), one.askedSeq())).collect(Collectors.toSet());
        return answers.stream().filter(answer -> agreed.contains(new One(answer.matter(), answer.askedSeq()))).collect(Collectors.toSet());
    }

    private void note(SignedIn who, Seat as, MatterId matter, Entry entry, UUID key) {
        if (!(ledger.record(who, as, matter, entry, key) instanceof Done)) {
            throw new Attempts.Overtaken();
        }
    }

    private static Optional<ExclusionRefusal> said(String field, String text) {
        if (!Visible.says(text)) {
            return Optional.of(new ExclusionRefusal.Missing(field));
        }
        if (text.codePointCount(0, text.length()) > TEXT_MAX) {
            return Optional.of(new ExclusionRefusal.TooLong(field, TEXT_MAX));
        }
        return Visible.hides(text) ? Optional.of(new ExclusionRefusal.HiddenCharacters(field)) : Optional.empty();
    }

    /// In one transaction, again when another hand wrote the matter's next entry or the same ruling first.
    private ExclusionAnswer tried(Supplier<ExclusionAnswer> work) {
        return attempts.of(_ -> work.get()).orElseGet(() -> refused(new ExclusionRefusal.ChangedMeanwhile()));
    }

    private static ExclusionAnswer refused(ExclusionRefusal why) {
        return new ExclusionAnswer.Refused(why);
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
