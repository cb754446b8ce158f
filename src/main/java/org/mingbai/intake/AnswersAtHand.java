package org.mingbai.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// Short answers the desk keeps at hand (常用答复): written by one, approved by another, told while they are valid.
@Component
public class AnswersAtHand {

    private static final int QUESTION_MAX = 200;
    private static final int ANSWER_MAX = 2_000;
    private static final int BASIS_MAX = 500;
    private static final int NEAR_MAX = 4;
    private static final int WORDS_MAX = 300;
    private static final int WAITING_MAX = 50;
    /// Of each answer, so many of the latest uses are looked at.
    public static final int USES_MAX = 100;

    private final AnswerAtHandTable table;
    private final Directory directory;
    private final Registers registers;
    private final Matters matters;
    private final Whole whole;
    private final Clock clock;

    AnswersAtHand(AnswerAtHandTable table, Directory directory, Registers registers, Matters matters, Whole whole, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.registers = registers;
        this.matters = matters;
        this.whole = whole;
        this.clock = clock;
    }

    /// What may be told today to whoever asks this. Two characters are enough to look; a longer text has to share more than one word.
    public List<AnswerAtHand> near(TenantId tenant, String asked) {
        var words = AnswerWords.of(asked).stream().limit(WORDS_MAX).collect(Collectors.toCollection(TreeSet::new));
        return words.isEmpty() ? List.of() : table.near(tenant, words, Math.min(2, words.size()), LocalDate.now(clock), NEAR_MAX);
    }

    /// The wording told today, if there is one.
    public Optional<AnswerAtHand> inForce(TenantId tenant, long no) {
        return table.inForce(tenant, no, LocalDate.now(clock));
    }

    /// The latest wording of each, in the order of their numbers.
    public List<AnswerAtHand> latest(TenantId tenant, String words, long after, int limit) {
        var looked = AnswerWords.of(words);
        return looked.isEmpty() && !words.isBlank() ? List.of() : table.latest(tenant, looked, after, limit);
    }

    /// What waits for this person to approve it.
    public List<AnswerAtHand> waitingFor(SignedIn who) {
        return Access.may(who, Right.APPROVE_ANSWERS)
                ? table.waiting(who.tenant(), WAITING_MAX).stream().filter(it -> mayApprove(who, it)).toList() : List.of();
    }

    /// All its wordings, the newest first.
    public List<AnswerAtHand> versions(TenantId tenant, long no) {
        return table.versions(tenant, no);
    }

    /// The matters answered with each of them that the reader may see, the latest first.
    public Map<Long, List<Matter>> uses(SignedIn who, Collection<Long> numbers) {
        var uses = table.uses(who.tenant(), numbers, USES_MAX);
        var seen = matters.these(who, uses.stream().map(AnswerAtHandTable.Use::matter).toList()).stream().collect(Collectors.toMap(Matter::id, it -> it));
        return uses.stream().filter(use -> seen.containsKey(use.matter()))
                .collect(Collectors.groupingBy(AnswerAtHandTable.Use::no, Collectors.mapping(use -> seen.get(use.matter()), Collectors.toList())));
    }

    /// A unit keeps its own answers and those of the units below it; the office that coordinates those of all.
    public boolean mayWriteFor(SignedIn who, OrganisationId unit) {
        if (!Access.may(who, Right.WRITE_ANSWERS)) {
            return false;
        }
        var tree = directory.treeOf(who.tenant());
        return Access.may(who, Right.LIST_AND_ASSIGN)
                || Access.unitsWhere(who, Right.WRITE_ANSWERS).stream().anyMatch(own -> tree.isWithin(unit, own));
    }

    /// In the unit that answers for it or above, or in an office that keeps a register; and never the writer.
    public boolean mayApprove(SignedIn who, AnswerAtHand it) {
        var tree = directory.treeOf(who.tenant());
        var offices = registers.of(who.tenant()).stream().map(Register::office).collect(Collectors.toSet());
        return it.approvedBy() == null && !it.ended() && !it.writtenBy().equals(who.person())
                && Access.unitsWhere(who, Right.APPROVE_ANSWERS).stream().anyMatch(own -> offices.contains(own) || tree.isWithin(it.unit(), own));
    }

    /// A new answer; nobody is told it before it is approved.
    public VoiceAnswer<AnswerAtHand> write(SignedIn who, AnswerDraft draft) {
        return faultIn(who, draft).map(VoiceAnswer::<AnswerAtHand>refused).orElseGet(() -> whole.done(() -> {
            table.alone(who.tenant(), draft.key());
            return table.under(who.tenant(), draft.key()).map(before -> same(before, draft))
                    .orElseGet(() -> VoiceAnswer.done(written(who, table.begin(who.tenant()), 1, draft)));
        }));
    }

    /// A further version. What is told stays in force until this one is approved and begins.
    /// @param seen the version the writer had before them
    public VoiceAnswer<AnswerAtHand> change(SignedIn who, long no, int seen, AnswerDraft draft) {
        return faultIn(who, draft).map(VoiceAnswer::<AnswerAtHand>refused).orElseGet(() -> whole.done(() -> {
            if (!table.alone(who.tenant(), no)) {
                return VoiceAnswer.refused(new VoiceRefusal.NoSuchAnswer(""));
            }
            var before = table.under(who.tenant(), draft.key());
            if (before.isPresent()) {
                return same(before.get(), draft);
            }
            var newest = table.versions(who.tenant(), no).getFirst();
            if (newest.ended()) {
                return VoiceAnswer.refused(new VoiceRefusal.AnswerEnded());
            }
            if (newest.version() != seen) {
                return VoiceAnswer.refused(new VoiceRefusal.AnswerChanged());
            }
            return mayWriteFor(who, newest.unit())
                    ? VoiceAnswer.done(written(who, no, seen + 1, draft))
                    : VoiceAnswer.refused(new VoiceRefusal.NotYourAnswer());
        }));
    }

    /// From now on it may be told. Only the newest wording can be approved; approved once more by the same hand it stays as it is.
    public VoiceAnswer<AnswerAtHand> approve(SignedIn who, long no, int version) {
        return whole.done(() -> {
            if (!table.alone(who.tenant(), no)) {
                return VoiceAnswer.refused(new VoiceRefusal.NoSuchAnswer(""));
            }
            var newest = table.versions(who.tenant(), no).getFirst();
            if (newest.ended()) {
                return VoiceAnswer.refused(new VoiceRefusal.AnswerEnded());
            }
            if (newest.version() != version || newest.approvedBy() != null && !newest.approvedBy().equals(who.person())) {
                return VoiceAnswer.refused(new VoiceRefusal.AnswerChanged());
            }
            if (newest.approvedBy() != null) {
                return VoiceAnswer.done(newest);
            }
            if (newest.writtenBy().equals(who.person())) {
                return VoiceAnswer.refused(new VoiceRefusal.WrittenByYou());
            }
            if (!mayApprove(who, newest)) {
                return VoiceAnswer.refused(new VoiceRefusal.NotYourAnswer());
            }
            table.approve(who.tenant(), no, version, who.person(), OffsetDateTime.now(clock));
            return VoiceAnswer.done(table.versions(who.tenant(), no).getFirst());
        });
    }

    /// Takes it off the desk for good, whatever its dates. What was answered with it stays as it was.
    public VoiceAnswer<AnswerAtHand> end(SignedIn who, long no) {
        return whole.done(() -> {
            if (!table.alone(who.tenant(), no)) {
                return VoiceAnswer.refused(new VoiceRefusal.NoSuchAnswer(""));
            }
            if (!mayWriteFor(who, table.versions(who.tenant(), no).getFirst().unit())) {
                return VoiceAnswer.refused(new VoiceRefusal.NotYourAnswer());
            }
            table.end(who.tenant(), no, who.person(), OffsetDateTime.now(clock));
            return VoiceAnswer.done(table.versions(who.tenant(), no).getFirst());
        });
    }

    void used(SignedIn who, MatterId matter, AnswerAtHand it) {
        table.used(who.tenant(), matter, it, who.person(), OffsetDateTime.now(clock));
    }

    private AnswerAtHand written(SignedIn who, long no, int version, AnswerDraft draft) {
        var it = said(draft, no, version, who);
        var asked = AnswerWords.of(it.question());
        var others = AnswerWords.of(it.answer() + "\n" + it.basis());
        others.removeAll(asked);
        table.insert(who.tenant(), it, draft.key(), asked, others);
        return table.under(who.tenant(), draft.key()).orElseThrow();
    }

    private AnswerAtHand said(AnswerDraft draft, long no, int version, SignedIn who) {
        return new AnswerAtHand(no, version, draft.question(), draft.answer(), draft.basis(), draft.unit(), draft.validFrom(), draft.validUntil(),
                who.person(), OffsetDateTime.now(clock), null, null, false);
    }

    private static VoiceAnswer<AnswerAtHand> same(AnswerAtHand before, AnswerDraft draft) {
        var again = new AnswerDraft(before.question(), before.answer(), before.basis(), before.unit(), before.validFrom(), before.validUntil(), draft.key());
        return again.equals(draft) ? VoiceAnswer.done(before) : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
    }

    private Optional<VoiceRefusal> faultIn(SignedIn who, AnswerDraft draft) {
        if (!Access.may(who, Right.WRITE_ANSWERS)) {
            return Optional.of(new VoiceRefusal.NotYourAnswer());
        }
        var words = Stream.of(words("question", draft.question(), QUESTION_MAX), words("answer", draft.answer(), ANSWER_MAX),
                words("basis", draft.basis(), BASIS_MAX)).flatMap(Optional::stream).findFirst();
        if (words.isPresent()) {
            return words;
        }
        if (AnswerWords.of(draft.question()).isEmpty()) {
            return Optional.of(new VoiceRefusal.NotToBeFound("question"));
        }
        var unit = draft.unit();
        if (unit == null || directory.treeOf(who.tenant()).unit(unit).filter(it -> it.active()).isEmpty()) {
            return Optional.of(new VoiceRefusal.Missing("unit"));
        }
        if (!mayWriteFor(who, unit)) {
            return Optional.of(new VoiceRefusal.NotOfYourUnit("unit"));
        }
        return dates(draft.validFrom(), draft.validUntil());
    }

    private Optional<VoiceRefusal> dates(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null) {
            return Optional.of(new VoiceRefusal.Missing("validFrom"));
        }
        return until != null && (until.isBefore(from) || until.isBefore(LocalDate.now(clock)))
                ? Optional.of(new VoiceRefusal.OverBefore("validUntil")) : Optional.empty();
    }

    private static Optional<VoiceRefusal> words(String field, String text, int most) {
        if (!Visible.says(text)) {
            return Optional.of(new VoiceRefusal.Missing(field));
        }
        return text.codePointCount(0, text.length()) > most ? Optional.of(new VoiceRefusal.TooLong(field, most))
                : Receiving.hidden(field, field.equals("question") ? text : text.replace('\n', ' '));
    }
}
