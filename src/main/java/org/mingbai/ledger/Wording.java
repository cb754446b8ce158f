package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Visible;

/// What may be written into a journal: nothing empty where a reason is asked, nothing endless, nothing hidden.
final class Wording {

    /// In characters as a reader counts them (code points).
    static final int LINE_MAX = 200;
    static final int TEXT_MAX = 20_000;
    static final int ITEMS_MAX = 100;

    /// The last day anybody means.
    static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Wording() {}

    static Optional<Refusal> faultIn(Subject subject) {
        return first(
                required("title", subject.title(), LINE_MAX),
                required("text", subject.text(), TEXT_MAX),
                optional("number", subject.number(), LINE_MAX),
                many("about", subject.about() == null ? List.of() : subject.about()),
                optional("source", subject.source(), LINE_MAX),
                optional("channel", subject.channel(), LINE_MAX),
                optional("category", subject.category(), LINE_MAX),
                optional("place", subject.place(), LINE_MAX),
                optional("cause", subject.cause(), TEXT_MAX),
                optional("goal", subject.goal(), TEXT_MAX),
                many("fields", subject.fields().keySet()),
                each("fields", subject.fields().keySet(), LINE_MAX),
                () -> subject.fields().entrySet().stream()
                        .flatMap(e -> optional(e.getKey(), e.getValue(), TEXT_MAX).get().stream())
                        .findFirst());
    }

    static Optional<Refusal> faultIn(Act act) {
        return switch (act) {
            case Act.Verify a -> optional("remark", a.remark(), TEXT_MAX).get();
            case Act.PutOnList a -> optional("remark", a.remark(), TEXT_MAX).get();
            case Act.Decline a -> first(required("reason", a.reason(), TEXT_MAX), required("wayToGo", a.wayToGo(), TEXT_MAX));
            case Act.AnswerAtOnce a -> first(required("answer", a.answer(), TEXT_MAX), required("restsOn", a.restsOn(), TEXT_MAX));
            case Act.Redirect a -> first(present("kind", a.kind()), required("reason", a.reason(), TEXT_MAX), required("wayToGo", a.wayToGo(), TEXT_MAX));
            case Act.Merge a -> first(present("into", a.into()), required("reason", a.reason(), TEXT_MAX));
            case Act.Unmerge a -> required("reason", a.reason(), TEXT_MAX).get();
            case Act.Assign a -> faultIn(a.to()).or(present("due", a.to().due())).or(notTooFar("due", a.to().due()));
            case Act.Reassign a -> faultIn(a.to()).or(required("reason", a.reason(), TEXT_MAX));
            case Act.CallCoHandlers a -> first(some("coHandlers", a.units()), many("coHandlers", a.units()), optional("reason", a.reason(), TEXT_MAX));
            case Act.ReportAsCoHandler a -> required("text", a.text(), TEXT_MAX).get();
            case Act.Sign _, Act.EndNotice _ -> Optional.empty();
            case Act.Contact a -> first(present("how", a.how()), required("words", a.words(), TEXT_MAX));
            case Act.Tell a -> first(required("received", a.received(), TEXT_MAX), required("route", a.route(), TEXT_MAX));
            case Act.RequestReturn a -> first(required("reason", a.reason(), TEXT_MAX), required("basis", a.basis(), TEXT_MAX));
            case Act.DecideReturn a -> required("reason", a.reason(), TEXT_MAX).get();
            case Act.Escalate a -> first(present("ground", a.ground()), required("reason", a.reason(), TEXT_MAX), required("asked", a.asked(), TEXT_MAX));
            case Act.AnswerEscalation a -> first(present("answer", a.answer()), required("words", a.words(), TEXT_MAX));
            case Act.Plan a -> first(some("measures", a.measures()), many("measures", a.measures()), () -> a.measures().stream()
                    .flatMap(m -> faultIn(m).stream())
                    .findFirst());
            case Act.DropMeasure a -> required("reason", a.reason(), TEXT_MAX).get();
            case Act.ReportProgress a -> first(required("text", a.text(), TEXT_MAX), percents(a.percents().values()), files(a.files()));
            case Act.AttachEvidence a -> first(optional("note", a.note(), TEXT_MAX), many("measures", a.measures()), files(a.files()));
            case Act.RequestExtension a -> first(present("to", a.to()), notTooFar("to", a.to()), required("reason", a.reason(), TEXT_MAX));
            case Act.DecideExtension a -> required("reason", a.reason(), TEXT_MAX).get();
            case Act.Park a -> first(required("reason", a.reason(), TEXT_MAX), required("plan", a.plan(), TEXT_MAX),
                    required("owner", a.owner(), LINE_MAX), present("reviewOn", a.reviewOn()), notTooFar("reviewOn", a.reviewOn()));
            case Act.Resume a -> required("reason", a.reason(), TEXT_MAX).get();
            case Act.PromiseInterim a -> first(present("date", a.date()), notTooFar("date", a.date()), required("words", a.words(), TEXT_MAX));
            case Act.ClaimClosure a -> first(present("outcome", a.outcome()), required("whatWasDone", a.whatWasDone(), TEXT_MAX));
            case Act.PassReview a -> optional("remark", a.remark(), TEXT_MAX).get();
            case Act.SendBack a -> required("reasons", a.reasons(), TEXT_MAX).get();
            case Act.RaiseObjection a -> required("text", a.text(), TEXT_MAX).get();
            case Act.DecideObjection a -> required("reason", a.reason(), TEXT_MAX).get();
            case Act.RecordVerdict a -> first(
                    present("contacted", a.verdict()), optional("words", a.verdict() == null ? null : a.verdict().words(), TEXT_MAX));
            case Act.Close a -> first(present("outcome", a.outcome()), required("words", a.words(), TEXT_MAX), optional("told", a.told(), TEXT_MAX));
            case Act.ScheduleLookBack a -> first(present("on", a.on()), notTooFar("on", a.on()));
            case Act.LookBack a -> first(present("method", a.method()), required("findings", a.findings(), TEXT_MAX));
            case Act.Reopen a -> first(required("reason", a.reason(), TEXT_MAX), optional("newFacts", a.newFacts(), TEXT_MAX));
            case Act.AskReview a -> required("reasons", a.reasons(), TEXT_MAX).get();
            case Act.AnswerReview a -> first(required("body", a.body(), LINE_MAX), required("opinion", a.opinion(), TEXT_MAX));
            case Act.Withdraw a -> required("reason", a.reason(), TEXT_MAX).get();
            case Act.Correct a -> first(required("says", a.says(), a.item() == null || isLong(a.item()) ? TEXT_MAX : LINE_MAX),
                    required("reason", a.reason(), TEXT_MAX));
            case Act.Note a -> required("text", a.text(), TEXT_MAX).get();
            case Act.NameConcerned a -> first(some("units", a.units()), many("units", a.units()), required("reason", a.reason(), TEXT_MAX));
            case Act.AskDisclosure a -> first(present("unit", a.unit()), required("reason", a.reason(), TEXT_MAX));
            case Act.DecideDisclosure a -> required("reason", a.reason(), TEXT_MAX).get();
        };
    }

    /// @param entry one that comes from those who watch over a matter, not from those who work on it
    static Optional<Refusal> faultIn(Entry entry) {
        return switch (entry) {
            case Entry.SlipSent _, Entry.SlipAskedAgain _, Entry.SlipAnswered _, Entry.SlipEnded _, Entry.ClockRecounted _ -> Optional.empty();
            case Entry.ClockPaused e -> required("words", e.words(), TEXT_MAX).get();
            case Entry.ClockResumed e -> required("words", e.words(), TEXT_MAX).get();
            case Entry.LightSet e -> first(required("reason", e.reason(), TEXT_MAX), present("until", e.until()));
            case Entry.LightReleased e -> required("reason", e.reason(), TEXT_MAX).get();
            case Entry.CallOutEnded e -> required("result", e.result(), TEXT_MAX).get();
            case Entry.CoHandlerArrived e -> optional("words", e.words(), TEXT_MAX).get();
            case Entry.CallOutRated e -> optional("words", e.words(), TEXT_MAX).get();
            case Entry.VoiceAdded e -> required("text", e.text(), TEXT_MAX).get();
            case Entry.VoiceWithdrawn e -> required("reason", e.reason(), TEXT_MAX).get();
            case Entry.IdentityRevealed e -> required("purpose", e.purpose(), LINE_MAX).get();
            case Entry.IdentityDestroyed e -> required("reason", e.reason(), TEXT_MAX).get();
            case Entry.NotDrawn _ -> Optional.empty();
            case Entry.ExclusionNoted e -> first(required("words", e.words(), TEXT_MAX), optional("told", e.told(), TEXT_MAX));
            default -> throw new IllegalArgumentException(entry.getClass().getSimpleName() + " is an act of the lifecycle");
        };
    }

    static Optional<Refusal> faultIn(Origin origin) {
        return first(required("file", origin.file(), TEXT_MAX), optional("sheet", origin.sheet(), TEXT_MAX));
    }

    static Optional<Refusal> faultIn(Taken state) {
        var to = state.to() == null ? Optional.<Refusal>empty() : faultIn(state.to());
        return to.or(() -> first(optional("progress", state.progress(), TEXT_MAX), many("measures", state.measures()),
                () -> state.measures().stream().flatMap(m -> faultIn(m).stream()).findFirst()));
    }

    private static boolean isLong(Subject.Item item) {
        return switch (item) {
            case TEXT, CAUSE, GOAL -> true;
            case TITLE, NUMBER, SOURCE, CATEGORY, PLACE -> false;
        };
    }

    private static Optional<Refusal> faultIn(@Nullable Assignment to) {
        return to == null
                ? Optional.of(new Refusal.Missing("lead"))
                : first(present("lead", to.lead()), optional("leader", to.leader(), LINE_MAX),
                        optional("requirement", to.requirement(), TEXT_MAX), many("owners", to.owners()), many("coHandlers", to.coHandlers()),
                        each("owners", to.owners(), LINE_MAX));
    }

    private static Optional<Refusal> faultIn(Measure measure) {
        return first(required("measures", measure.text(), TEXT_MAX), present("kind", measure.kind()),
                optional("goal", measure.goal(), TEXT_MAX), optional("owner", measure.owner(), LINE_MAX),
                optional("measures", measure.dropped(), TEXT_MAX), percents(List.of(measure.percent())), notTooFar("measures", measure.due()));
    }

    private static Supplier<Optional<Refusal>> percents(Collection<Integer> percents) {
        return () -> percents.stream().anyMatch(p -> p < 0 || p > 100)
                ? Optional.of(new Refusal.OutOfRange("percents", 0, 100))
                : Optional.empty();
    }

    private static Supplier<Optional<Refusal>> files(Collection<Evidence.File> files) {
        return () -> first(many("files", files), () -> files.stream().flatMap(f -> faultIn(f).stream()).findFirst());
    }

    /// A file that is not named by a hash, or weighs less than nothing, was never stored.
    private static Optional<Refusal> faultIn(Evidence.File file) {
        boolean stored = file.sha256() != null && SHA256.matcher(file.sha256()).matches() && file.size() >= 0;
        return stored
                ? first(required("files", file.name(), LINE_MAX), required("files", file.mediaType(), LINE_MAX))
                : Optional.of(new Refusal.Missing("files"));
    }

    private static Supplier<Optional<Refusal>> each(String field, Collection<String> texts, int max) {
        return () -> texts.stream().flatMap(text -> required(field, text, max).get().stream()).findFirst();
    }

    private static Supplier<Optional<Refusal>> some(String field, Collection<?> items) {
        return () -> items.isEmpty() ? Optional.of(new Refusal.Missing(field)) : Optional.empty();
    }

    private static Supplier<Optional<Refusal>> many(String field, Collection<?> items) {
        return () -> items.size() > ITEMS_MAX ? Optional.of(new Refusal.TooManyItems(field, ITEMS_MAX)) : Optional.empty();
    }

    private static Supplier<Optional<Refusal>> present(String field, @Nullable Object value) {
        return () -> value == null ? Optional.of(new Refusal.Missing(field)) : Optional.empty();
    }

    private static Supplier<Optional<Refusal>> notTooFar(String field, @Nullable Deadline deadline) {
        return notTooFar(field, deadline == null ? null : deadline.date());
    }

    private static Supplier<Optional<Refusal>> notTooFar(String field, @Nullable LocalDate day) {
        return () -> day != null && day.isAfter(LATEST) ? Optional.of(new Refusal.TooFar(field, LATEST)) : Optional.empty();
    }

    private static Supplier<Optional<Refusal>> required(String field, @Nullable String text, int max) {
        return () -> text == null || !Visible.says(text) ? Optional.of(new Refusal.Missing(field)) : optional(field, text, max).get();
    }

    private static Supplier<Optional<Refusal>> optional(String field, @Nullable String text, int max) {
        return () -> {
            if (text == null) {
                return Optional.empty();
            }
            if (text.length() > max && text.codePointCount(0, text.length()) > max) {
                return Optional.of(new Refusal.TooLong(field, max));
            }
            return Visible.hides(text) ? Optional.of(new Refusal.HiddenCharacters(field)) : Optional.empty();
        };
    }

    /// Whether it can stand as a name or a note: something to be seen, not too long, nothing hidden.
    static boolean fits(String text, int charactersMax) {
        return required("", text, charactersMax).get().isEmpty();
    }

    @SafeVarargs
    private static Optional<Refusal> first(Supplier<Optional<Refusal>>... checks) {
        return Stream.of(checks).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }
}
