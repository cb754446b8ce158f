package org.mingbai.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Onward;

/// Reads a journal to one of those who raised the matter. What a kind of entry tells them is decided here for each, so that a new kind cannot be
/// told by oversight.
final class StoryTold {

    private final OrganisationTree tree;
    StoryTold(OrganisationTree tree) {
        this.tree = tree;
    }

    /// @param own whether it is in their own words
    record Heard(Line line, boolean own) {}

    /// In the order it happened.
    List<Told> read(List<Heard> lines) {
        var story = new ArrayList<Told>();
        boolean objected = false;
        for (var heard : lines.stream().sorted(Comparator.comparing(it -> it.line().at())).toList()) {
            objected |= heard.own() && heard.line().entry() instanceof Entry.ObjectionRaised;
            told(heard.line(), heard.own(), objected).ifPresent(story::add);
        }
        return List.copyOf(story);
    }

    private Optional<Told> told(Line line, boolean own, boolean objected) {
        return switch (line.entry()) {
            case Entry.Raised _ -> plain(line, Told.What.RECEIVED);
            case Entry.Listed _ -> plain(line, Told.What.ACCEPTED);
            case Entry.Declined e -> said(line, Told.What.NOT_TAKEN_UP, e.reason() + "\n" + e.wayToGo());
            case Entry.AnsweredAtOnce e -> said(line, Told.What.ANSWERED, e.answer());
            case Entry.Redirected e -> said(line, Told.What.SENT_ELSEWHERE, e.reason() + "\n" + e.wayToGo());
            case Entry.Merged _ -> plain(line, Told.What.JOINED);
            case Entry.Unmerged _ -> plain(line, Told.What.PARTED);
            case Entry.Assigned e -> handedOver(line, e.to());
            case Entry.Reassigned e -> handedOver(line, e.to());
            case Entry.Signed _ -> plain(line, Told.What.SIGNED_FOR);
            case Entry.Told e -> said(line, Told.What.INFORMED, e.received() + "\n" + e.route());
            case Entry.ExtensionDecided e -> e.granted() ? by(line, Told.What.LONGER, e.to()) : Optional.empty();
            case Entry.Parked e -> by(line, Told.What.SET_ASIDE, e.reviewOn());
            case Entry.Resumed _ -> plain(line, Told.What.TAKEN_UP_AGAIN);
            case Entry.InterimPromised e -> Optional.of(new Told(line.day(), Told.What.PROMISED, null, e.date(), e.words()));
            case Entry.ClosureClaimed _ -> plain(line, Told.What.SAID_DONE);
            case Entry.ReviewPassed e -> e.noticeUntil() != null ? by(line, Told.What.SHOWN_PUBLICLY, e.noticeUntil()) : onward(line, e.onward());
            case Entry.NoticeEnded e -> onward(line, e.onward());
            case Entry.ObjectionRaised e -> own ? said(line, Told.What.YOU_OBJECTED, e.text()) : Optional.empty();
            case Entry.ObjectionDecided e -> objected ? said(line, Told.What.OBJECTION_DECIDED, e.reason()) : Optional.empty();
            case Entry.Closed e -> said(line, Told.What.CLOSED, e.told());
            case Entry.LookedBack e -> plain(line, e.held() ? Told.What.HOLDS : Told.What.CAME_BACK);
            case Entry.Reopened _ -> plain(line, Told.What.OPENED_AGAIN);
            case Entry.ReviewAsked _ -> plain(line, Told.What.REVIEW_ASKED);
            case Entry.ReviewAnswered _ -> plain(line, Told.What.REVIEW_ANSWERED);
            case Entry.Withdrawn _ -> plain(line, Told.What.TAKEN_BACK);
            case Entry.VoiceAdded e -> own ? said(line, Told.What.YOU_ADDED, e.text()) : Optional.empty();
            case Entry.ExclusionNoted e -> e.told() == null ? Optional.empty() : said(line, Told.What.INFORMED, e.told());
            case Entry.VoiceWithdrawn e -> own ? said(line, Told.What.YOU_TOOK_BACK, e.reason()) : Optional.empty();
            case Entry.Verified _, Entry.Joined _, Entry.Parted _, Entry.CoHandlersCalled _, Entry.CoHandlerReported _,
                    Entry.CallOutEnded _, Entry.CallOutRated _, Entry.CoHandlerArrived _,
                    Entry.Contacted _, Entry.ReturnRequested _, Entry.ReturnDecided _, Entry.Escalated _, Entry.EscalationAnswered _,
                    Entry.Planned _, Entry.MeasureDropped _, Entry.ProgressReported _, Entry.EvidenceAttached _, Entry.ExtensionRequested _,
                    Entry.SentBack _, Entry.VerdictRecorded _, Entry.LookBackScheduled _, Entry.Corrected _, Entry.Noted _,
                    Entry.ConcernNamed _, Entry.DisclosureAsked _, Entry.DisclosureDecided _, Entry.TakenOver _, Entry.TakenOverAgain _,
                    Entry.SlipSent _, Entry.SlipAskedAgain _, Entry.SlipAnswered _, Entry.SlipEnded _, Entry.ClockPaused _, Entry.ClockResumed _,
                    Entry.ClockRecounted _, Entry.LightSet _, Entry.LightReleased _, Entry.IdentityRevealed _, Entry.IdentityDestroyed _,
                    Entry.NotDrawn _ ->
                    Optional.empty();
        };
    }

    private static Optional<Told> onward(Line line, Onward onward) {
        return onward == Onward.VERDICT ? plain(line, Told.What.BEFORE_ASKING) : Optional.empty();
    }

    private Optional<Told> handedOver(Line line, Assignment to) {
        return Optional.of(new Told(line.day(), Told.What.HANDED_OVER, named(to.lead()), to.due() == null ? null : to.due().date(), null));
    }

    @Nullable String named(@Nullable OrganisationId unit) {
        return unit == null ? null : tree.unit(unit).map(OrganisationTree.Unit::name).orElse(null);
    }

    private static Optional<Told> plain(Line line, Told.What what) {
        return Optional.of(new Told(line.day(), what, null, null, null));
    }

    private static Optional<Told> by(Line line, Told.What what, @Nullable LocalDate date) {
        return Optional.of(new Told(line.day(), what, null, date, null));
    }

    private static Optional<Told> said(Line line, Told.What what, @Nullable String words) {
        return Optional.of(new Told(line.day(), what, null, null, words));
    }
}
