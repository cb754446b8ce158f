package org.mingbai.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Sight;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// Opinion letters (征求意见函): whom a unit asked, by when, who answered, and what came of it. What a reply says is not kept here: it is taken down at
/// the desk like everything else people say, and points back to its letter.
@Component
public class OpinionLetters {

    public static final int MATTERS_MAX = 500;
    private static final int BODIES_MAX = 200;
    private static final int LINE_MAX = 100;
    private static final int TEXT_MAX = 500;
    private static final int OPINIONS_MAX = 999;
    private static final int FIGURES_MAX = 100;
    private static final int RAISED_MAX = 2_000;

    private final OpinionLetterTable table;
    private final Directory directory;
    private final Matters matters;
    private final Whole whole;
    private final Clock clock;

    OpinionLetters(OpinionLetterTable table, Directory directory, Matters matters, Whole whole, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.matters = matters;
        this.whole = whole;
        this.clock = clock;
    }

    /// Those of the reader's units, the latest first.
    /// @param before a number; only those below it
    public List<OpinionLetter> page(SignedIn who, OpinionLetterFilter filter, long before, int limit) {
        return table.page(who.tenant(), sent(who), filter, today(), before, limit);
    }

    /// The rounds sent last, each with how it was answered.
    public List<OpinionLetterFigure> byRound(SignedIn who) {
        return table.byRound(who.tenant(), sent(who), today(), FIGURES_MAX);
    }

    public List<OpinionLetterFigure> byBody(SignedIn who) {
        return table.byBody(who.tenant(), sent(who), today(), FIGURES_MAX);
    }

    /// Nothing where it is another unit's.
    public Optional<OpinionLetter> letter(SignedIn who, long no) {
        return table.find(who.tenant(), no).filter(it -> sees(who, it));
    }

    public List<OpinionLetterEvent> events(SignedIn who, OpinionLetter letter) {
        return sees(who, letter) ? table.events(who.tenant(), letter.no()) : List.of();
    }

    /// What its reply raised, as far as the reader sees the matters; the latest first, so many at most.
    public List<Matter> raised(SignedIn who, OpinionLetter letter) {
        return sees(who, letter) ? seen(who, table.matters(who.tenant(), letter.no(), MATTERS_MAX)) : List.of();
    }

    /// The same of all letters the filter leaves.
    public List<Matter> raised(SignedIn who, OpinionLetterFilter filter) {
        return seen(who, table.matters(who.tenant(), sent(who), filter, today(), MATTERS_MAX));
    }

    /// How many matters came of each round, or of each body's replies, as far as the reader sees them.
    public Map<String, Integer> raisedBy(SignedIn who, boolean body) {
        var raised = table.raised(who.tenant(), sent(who), body, RAISED_MAX);
        var seen = matters.these(who, raised.stream().map(OpinionLetterTable.Raised::matter).toList()).stream().map(Matter::id).collect(Collectors.toSet());
        return raised.stream().filter(it -> seen.contains(it.matter()))
                .collect(Collectors.toMap(OpinionLetterTable.Raised::of, _ -> 1, Integer::sum));
    }

    /// The letter a matter came of, for those who see the letters.
    public Optional<OpinionLetter> of(SignedIn who, MatterId matter) {
        return table.of(who.tenant(), matter).filter(it -> sees(who, it));
    }

    /// Where the person sits who may write for it.
    public boolean mayKeep(SignedIn who, OpinionLetter letter) {
        var tree = directory.treeOf(who.tenant());
        return Access.unitsWhere(who, Right.KEEP_LETTERS).stream().anyMatch(own -> tree.isWithin(letter.unit(), own));
    }

    /// Writes down that these went out, one letter for each body; the same form again is the same letters.
    public VoiceAnswer<List<OpinionLetter>> send(SignedIn who, OpinionLetterDraft draft) {
        var unit = Access.unitsWhere(who, Right.KEEP_LETTERS).stream().min(Comparator.comparingLong(OrganisationId::value));
        if (unit.isEmpty()) {
            return VoiceAnswer.refused(new VoiceRefusal.NotYourLetters());
        }
        return faultIn(draft).map(VoiceAnswer::<List<OpinionLetter>>refused).orElseGet(() -> whole.done(() -> {
            table.alone(who.tenant(), draft.key());
            var before = table.under(who.tenant(), draft.key());
            if (!before.isEmpty()) {
                return same(before, draft) ? VoiceAnswer.done(before) : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
            }
            for (int at = 0; at < draft.bodies().size(); at++) {
                table.insert(who.tenant(), letter(who.tenant(), unit.get(), draft, draft.bodies().get(at)), draft.key(), at + 1, who.person(), now());
            }
            return VoiceAnswer.done(table.under(who.tenant(), draft.key()));
        }));
    }

    private OpinionLetter letter(TenantId tenant, OrganisationId unit, OpinionLetterDraft draft, String body) {
        var meant = directory.unitsMeant(tenant, body);
        return new OpinionLetter(0, draft.round(), unit, body, meant.size() == 1 ? meant.getFirst() : null, draft.subject(), day(draft.sentOn()),
                day(draft.dueOn()), draft.dueBasis(), null, null, null, 0);
    }

    private static boolean same(List<OpinionLetter> before, OpinionLetterDraft draft) {
        var first = before.getFirst();
        return before.stream().map(OpinionLetter::body).toList().equals(draft.bodies()) && first.round().equals(draft.round())
                && first.subject().equals(draft.subject()) && first.sentOn().equals(draft.sentOn()) && first.dueOn().equals(draft.dueOn())
                && first.dueBasis().equals(draft.dueBasis());
    }

    private Optional<VoiceRefusal> faultIn(OpinionLetterDraft draft) {
        var words = Stream.of(line("round", draft.round(), LINE_MAX), line("subject", draft.subject(), LINE_MAX * 2)).flatMap(Optional::stream).findFirst();
        if (words.isPresent()) {
            return words;
        }
        if (draft.bodies().isEmpty()) {
            return Optional.of(new VoiceRefusal.Missing("bodies"));
        }
        if (draft.bodies().size() > BODIES_MAX) {
            return Optional.of(new VoiceRefusal.TooManyBodies("bodies", BODIES_MAX));
        }
        if (new HashSet<>(draft.bodies()).size() < draft.bodies().size()) {
            return Optional.of(new VoiceRefusal.BodyTwice("bodies"));
        }
        return draft.bodies().stream().flatMap(body -> line("bodies", body, LINE_MAX).stream()).findFirst()
                .or(() -> dates(draft.sentOn(), draft.dueOn())).or(() -> line("dueBasis", draft.dueBasis(), LINE_MAX * 2));
    }

    private Optional<VoiceRefusal> dates(@Nullable LocalDate sentOn, @Nullable LocalDate dueOn) {
        if (sentOn == null || dueOn == null) {
            return Optional.of(new VoiceRefusal.Missing(sentOn == null ? "sentOn" : "dueOn"));
        }
        return sentOn.isAfter(today()) ? Optional.of(new VoiceRefusal.NotYet("sentOn"))
                : dueOn.isBefore(sentOn) ? Optional.of(new VoiceRefusal.BeforeItWasSent("dueOn")) : Optional.empty();
    }

    private static Optional<VoiceRefusal> line(String field, String text, int most) {
        if (!Visible.says(text)) {
            return Optional.of(new VoiceRefusal.Missing(field));
        }
        return text.codePointCount(0, text.length()) > most ? Optional.of(new VoiceRefusal.TooLong(field, most)) : Receiving.hidden(field, text);
    }

    /// Adds a line to what happened to it. A reply is noted once; what was struck out may be noted anew.
    /// @param key a name the client gives to this form: sent again it adds nothing
    public VoiceAnswer<OpinionLetter> note(SignedIn who, long no, OpinionLetterAct act, UUID key) {
        return whole.done(() -> {
            var it = table.alone(who.tenant(), no).filter(letter -> sees(who, letter)).orElse(null);
            if (it == null) {
                return VoiceAnswer.refused(new VoiceRefusal.NoSuchLetter(""));
            }
            if (!mayKeep(who, it)) {
                return VoiceAnswer.refused(new VoiceRefusal.NotYourLetters());
            }
            var line = line(who, table.events(who.tenant(), no).size() + 1, act);
            var before = table.before(who.tenant(), key);
            if (before.isPresent()) {
                return before.get().letter() == no && same(before.get().event(), line) ? VoiceAnswer.done(it)
                        : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
            }
            var fault = faultIn(it, act);
            if (fault.isPresent()) {
                return VoiceAnswer.refused(fault.get());
            }
            table.add(who.tenant(), no, line, key);
            stands(who.tenant(), it, line);
            return VoiceAnswer.done(table.find(who.tenant(), no).orElseThrow());
        });
    }

    private OpinionLetterEvent line(SignedIn who, int seq, OpinionLetterAct act) {
        return switch (act) {
            case OpinionLetterAct.Remind(var on, var how) ->
                new OpinionLetterEvent(seq, OpinionLetterEvent.Kind.REMINDED, day(on), how, null, who.person(), now());
            case OpinionLetterAct.Reply(var on, var opinions) ->
                new OpinionLetterEvent(seq, OpinionLetterEvent.Kind.REPLIED, day(on), "", opinions, who.person(), now());
            case OpinionLetterAct.StrikeReply(var why) ->
                new OpinionLetterEvent(seq, OpinionLetterEvent.Kind.REPLY_STRUCK, today(), why, null, who.person(), now());
            case OpinionLetterAct.CallOff(var why) ->
                new OpinionLetterEvent(seq, OpinionLetterEvent.Kind.CALLED_OFF, today(), why, null, who.person(), now());
        };
    }

    private static boolean same(OpinionLetterEvent one, OpinionLetterEvent other) {
        return one.kind() == other.kind() && one.day().equals(other.day()) && one.words().equals(other.words())
                && Objects.equals(one.opinions(), other.opinions());
    }

    private Optional<VoiceRefusal> faultIn(OpinionLetter it, OpinionLetterAct act) {
        boolean replied = it.repliedOn() != null;
        if (it.calledOffOn() != null || replied != act instanceof OpinionLetterAct.StrikeReply) {
            return Optional.of(new VoiceRefusal.LetterStandsOtherwise());
        }
        return switch (act) {
            case OpinionLetterAct.Remind(var on, var how) -> since(it, "remindedOn", on).or(() -> line("how", how, TEXT_MAX));
            case OpinionLetterAct.Reply(var on, var opinions) -> since(it, "repliedOn", on)
                    .or(() -> opinions == null || opinions < 0 || opinions > OPINIONS_MAX
                            ? Optional.of(new VoiceRefusal.NotACount("opinions", OPINIONS_MAX)) : Optional.empty());
            case OpinionLetterAct.StrikeReply(var why) -> line("struckWhy", why, TEXT_MAX);
            case OpinionLetterAct.CallOff(var why) -> line("calledOffWhy", why, TEXT_MAX);
        };
    }

    private Optional<VoiceRefusal> since(OpinionLetter it, String field, @Nullable LocalDate on) {
        if (on == null) {
            return Optional.of(new VoiceRefusal.Missing(field));
        }
        return on.isAfter(today()) ? Optional.of(new VoiceRefusal.NotYet(field))
                : on.isBefore(it.sentOn()) ? Optional.of(new VoiceRefusal.BeforeItWasSent(field)) : Optional.empty();
    }

    private void stands(TenantId tenant, OpinionLetter it, OpinionLetterEvent line) {
        switch (line.kind()) {
            case REMINDED -> table.stands(tenant, it.no(), it.repliedOn(), it.opinions(), it.calledOffOn(), it.reminders() + 1);
            case REPLIED -> table.stands(tenant, it.no(), line.day(), line.opinions(), it.calledOffOn(), it.reminders());
            case REPLY_STRUCK -> table.stands(tenant, it.no(), null, null, it.calledOffOn(), it.reminders());
            case CALLED_OFF -> table.stands(tenant, it.no(), it.repliedOn(), it.opinions(), line.day(), it.reminders());
        }
    }

    /// Whether something may be taken down as raised by its reply: there is one, or it is just being read.
    boolean mayRaiseFrom(SignedIn who, long no) {
        return letter(who, no).filter(it -> it.calledOffOn() == null && mayKeep(who, it)).isPresent();
    }

    void raised(SignedIn who, long no, MatterId matter) {
        table.raised(who.tenant(), no, matter, who.person(), now());
    }

    private List<Matter> seen(SignedIn who, List<MatterId> ids) {
        return matters.these(who, ids).stream().sorted(Comparator.comparing((Matter it) -> it.id().value()).reversed()).toList();
    }

    private boolean sees(SignedIn who, OpinionLetter letter) {
        return sight(who).reaches(letter.unit());
    }

    private OpinionLetterTable.Sent sent(SignedIn who) {
        return switch (sight(who)) {
            case Sight.Everything _ -> new OpinionLetterTable.Sent(true, Set.of());
            case Sight.Within(var units) -> new OpinionLetterTable.Sent(false, units);
            case Sight.Nothing _ -> new OpinionLetterTable.Sent(false, Set.of());
        };
    }

    private Sight sight(SignedIn who) {
        return Access.lettersOf(who, directory.treeOf(who.tenant()));
    }

    /// Today where none was typed: it is refused at its field before anything is written.
    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? today() : on;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
