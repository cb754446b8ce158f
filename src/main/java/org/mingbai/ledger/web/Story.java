package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Line;
import org.springframework.context.i18n.LocaleContextHolder;

/// The journal as a story, whole or filtered by unit and by what was done.
final class Story {

    /// Kinds of happening a reader asks for.
    enum What { DECISIONS, WORK, CHECKS, SUPERVISION, REMARKS }

    private final Seen seen;
    private final Sentence.Teller teller;

    Story(Seen seen) {
        this.seen = seen;
        this.teller = seen.teller(LocaleContextHolder.getLocale());
    }

    List<Told> since(int seq) {
        return seen.journal().stream().filter(line -> line.seq() > seq).map(this::told).toList();
    }

    List<Told> of(Stream<Line> lines) {
        return lines.map(this::told).toList();
    }

    List<OrganisationId> units() {
        return seen.journal().stream().map(line -> line.as().unit()).distinct().toList();
    }

    private Told told(Line line) {
        var sentence = teller.of(line);
        var corrections = seen.journal().stream()
                .filter(later -> later.entry() instanceof Entry.Corrected it && it.of() == line.seq())
                .map(later -> new Told.Correction(later.seq(), ((Entry.Corrected) later.entry()).says()))
                .toList();
        return new Told(line.seq(), line.at(), seen.folk().person(line.by()), seen.folk().unit(line.as().unit()), sentence.text(), sentence.quote(),
                Evidence.laidBy(line.entry()).stream().map(file -> Proof.of(seen.matter().id(), file)).toList(), turns(line.entry()), round(line), corrections);
    }

    private String round(Line line) {
        if (!(line.entry() instanceof Entry.Reopened)) {
            return "";
        }
        long later = seen.journal().stream().filter(other -> other.entry() instanceof Entry.Reopened && other.seq() > line.seq()).count();
        return t("ledger.matter.round", seen.matter().round().number() - later);
    }

    private static boolean turns(Entry entry) {
        return switch (entry) {
            case Entry.Raised _, Entry.TakenOver _, Entry.Closed _, Entry.Reopened _, Entry.Declined _, Entry.AnsweredAtOnce _, Entry.Redirected _,
                    Entry.Withdrawn _,
                    Entry.Merged _ -> true;
            case Entry.LookedBack e -> !e.held();
            case Entry.ReviewAnswered e -> e.upheld();
            case Entry.VerdictRecorded e -> e.refutes();
            default -> false;
        };
    }

    static What what(Entry entry) {
        return switch (entry) {
            case Entry.Raised _, Entry.Verified _, Entry.Listed _, Entry.Declined _, Entry.AnsweredAtOnce _, Entry.Redirected _, Entry.Merged _,
                    Entry.Unmerged _,
                    Entry.Joined _, Entry.Parted _, Entry.Assigned _, Entry.Reassigned _, Entry.CoHandlersCalled _, Entry.ReturnDecided _,
                    Entry.ExtensionDecided _, Entry.Parked _, Entry.Resumed _, Entry.Reopened _, Entry.EscalationAnswered _, Entry.Withdrawn _,
                    Entry.ConcernNamed _, Entry.DisclosureAsked _, Entry.DisclosureDecided _,
                    Entry.TakenOver _,
                    Entry.TakenOverAgain _ -> What.DECISIONS;
            case Entry.CoHandlerArrived _, Entry.CoHandlerReported _, Entry.CallOutEnded _, Entry.CallOutRated _,
                    Entry.Signed _, Entry.Contacted _, Entry.Told _, Entry.ReturnRequested _,
                    Entry.Planned _, Entry.MeasureDropped _,
                    Entry.ProgressReported _, Entry.EvidenceAttached _, Entry.ExtensionRequested _, Entry.InterimPromised _,
                    Entry.Escalated _, Entry.ClosureClaimed _ -> What.WORK;
            case Entry.ReviewPassed _, Entry.SentBack _, Entry.ObjectionRaised _, Entry.ObjectionDecided _, Entry.NoticeEnded _,
                    Entry.VerdictRecorded _, Entry.Closed _, Entry.LookBackScheduled _, Entry.LookedBack _, Entry.ReviewAsked _,
                    Entry.ReviewAnswered _, Entry.NotDrawn _, Entry.ExclusionNoted _ -> What.CHECKS;
            case Entry.SlipSent _, Entry.SlipAskedAgain _, Entry.SlipAnswered _, Entry.SlipEnded _, Entry.ClockPaused _,
                    Entry.ClockResumed _, Entry.ClockRecounted _, Entry.LightSet _, Entry.LightReleased _ -> What.SUPERVISION;
            case Entry.Corrected _, Entry.Noted _, Entry.VoiceAdded _, Entry.VoiceWithdrawn _, Entry.IdentityRevealed _,
                    Entry.IdentityDestroyed _ -> What.REMARKS;
        };
    }
}
