package org.mingbai.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;

/// The one place that decides who reads a journal as it was typed and who reads it masked. What was taken down by another unit than the
/// reader's is masked before it gets there: folded from what is given out here, so are pages, lists, searches, files and the interface
/// (个人信息保护法 Art. 6: no more than the purpose needs).
final class MaskedReading {

    private MaskedReading() {}

    /// Each line that says nothing to mask is the same as before.
    static List<Line> of(SignedIn who, List<Line> journal) {
        return journal.isEmpty() ? journal
                : journal.stream().map(line -> Access.readsAsTyped(who, takenDownBy(journal, line)) ? line : masked(line)).toList();
    }

    /// What corrects a subject may repeat what it said: it stays with those who took the subject down.
    private static OrganisationId takenDownBy(List<Line> journal, Line line) {
        return line.entry() instanceof Entry.Corrected ? journal.getFirst().as().unit() : line.as().unit();
    }

    /// What this reader is shown masked, as it was typed.
    static List<Hidden> hidden(SignedIn who, List<Line> journal) {
        var hidden = new ArrayList<Hidden>();
        journal.stream().filter(line -> !Access.readsAsTyped(who, takenDownBy(journal, line))).forEach(line -> masked(line.entry(), text -> {
            var masked = MaskedText.of(text);
            if (!masked.equals(text)) {
                hidden.add(new Hidden(line.at(), text));
            }
            return masked;
        }));
        return List.copyOf(hidden);
    }

    private static Line masked(Line line) {
        var entry = masked(line.entry(), MaskedText::of);
        return entry.equals(line.entry()) ? line : new Line(line.seq(), entry, line.by(), line.as(), line.at(), line.day(), line.key(), line.turn());
    }

    /// What people outside said, and what repeats them. Whom to turn to, the answer a unit gives and what it did stay as they are.
    private static Entry masked(Entry entry, UnaryOperator<String> mask) {
        return switch (entry) {
            case Entry.Raised e -> new Entry.Raised(e.register(), e.policyVersion(), masked(e.subject(), mask));
            case Entry.TakenOver e -> new Entry.TakenOver(e.register(), e.policyVersion(), masked(e.subject(), mask), e.origin(), e.state());
            case Entry.TakenOverAgain e -> new Entry.TakenOverAgain(masked(e.subject(), mask), e.origin(), e.state());
            case Entry.Corrected e -> new Entry.Corrected(e.of(), e.item(), e.item() == Subject.Item.NUMBER ? e.says() : mask.apply(e.says()),
                    mask.apply(e.reason()));
            case Entry.VoiceAdded e -> new Entry.VoiceAdded(e.voice(), mask.apply(e.text()), e.of());
            case Entry.VoiceWithdrawn e -> new Entry.VoiceWithdrawn(e.voice(), mask.apply(e.reason()), e.of());
            case Entry.Contacted e -> new Entry.Contacted(e.how(), mask.apply(e.words()));
            case Entry.ObjectionRaised e -> new Entry.ObjectionRaised(mask.apply(e.text()));
            case Entry.ReviewAsked e -> new Entry.ReviewAsked(e.level(), mask.apply(e.reasons()));
            case Entry.VerdictRecorded e -> new Entry.VerdictRecorded(new Verdict(e.verdict().contacted(), e.verdict().solved(), e.verdict().satisfied(),
                    masked(e.verdict().words(), mask), e.verdict().heardFrom()), e.refutes());
            case Entry.Noted e -> new Entry.Noted(mask.apply(e.text()));
            case Entry.Verified _, Entry.Listed _, Entry.Declined _, Entry.Redirected _, Entry.Merged _, Entry.Unmerged _, Entry.Joined _, Entry.Parted _,
                    Entry.Assigned _, Entry.Reassigned _, Entry.CoHandlersCalled _, Entry.CoHandlerReported _, Entry.Signed _, Entry.Told _,
                    Entry.ReturnRequested _, Entry.ReturnDecided _, Entry.Escalated _, Entry.EscalationAnswered _, Entry.Planned _,
                    Entry.MeasureDropped _, Entry.ProgressReported _, Entry.EvidenceAttached _, Entry.ExtensionRequested _, Entry.ExtensionDecided _,
                    Entry.Parked _, Entry.Resumed _, Entry.InterimPromised _, Entry.ClosureClaimed _, Entry.ReviewPassed _, Entry.SentBack _,
                    Entry.ObjectionDecided _, Entry.NoticeEnded _, Entry.Closed _, Entry.LookBackScheduled _,
                    Entry.LookedBack _, Entry.Reopened _, Entry.ReviewAnswered _, Entry.Withdrawn _, Entry.ConcernNamed _, Entry.DisclosureAsked _,
                    Entry.DisclosureDecided _, Entry.SlipSent _, Entry.SlipAskedAgain _, Entry.SlipAnswered _, Entry.SlipEnded _, Entry.ClockPaused _,
                    Entry.ClockResumed _, Entry.ClockRecounted _, Entry.LightSet _, Entry.LightReleased _, Entry.CoHandlerArrived _, Entry.CallOutEnded _,
                    Entry.CallOutRated _, Entry.IdentityRevealed _, Entry.IdentityDestroyed _, Entry.NotDrawn _, Entry.ExclusionNoted _,
                    Entry.AnsweredAtOnce _ -> entry;
        };
    }

    private static Subject masked(Subject said, UnaryOperator<String> mask) {
        return new Subject(mask.apply(said.title()), mask.apply(said.text()), said.number(), said.source(), said.channel(), said.category(),
                masked(said.place(), mask), masked(said.cause(), mask), masked(said.goal(), mask), masked(said.fields(), mask), said.about());
    }

    private static @Nullable String masked(@Nullable String text, UnaryOperator<String> mask) {
        return text == null ? null : mask.apply(text);
    }

    private static Map<String, String> masked(Map<String, String> fields, UnaryOperator<String> mask) {
        return fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> mask.apply(field.getValue()), (one, _) -> one,
                TreeMap::new));
    }
}
