package org.mingbai.verdict;

import java.util.List;
import java.util.Map;
import org.mingbai.SettableClock;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;
import org.mingbai.ledger.web.LedgerScene;

/// Matters whose verdict is awaited, or that were closed by one.
public class VerdictScene {

    private final LedgerScene scene;
    private final SettableClock clock;

    VerdictScene(LedgerScene scene, SettableClock clock) {
        this.scene = scene;
        this.clock = clock;
    }

    public static Subject named(String title) {
        return new Subject(title, "夜里看不清路", null, "群众反映", "来访", null, null, null, null, Map.of());
    }

    public static Subject about(String title, OrganisationId unit) {
        return named(title).about(List.of(unit));
    }

    /// Handled by roads, every check passed six days later.
    public MatterId awaiting(SmallTown.Cast cast, Subject subject) {
        var id = scene.claimed(cast, subject, clock.today().plusDays(30));
        scene.act(cast.hallChecker(), id, new Act.PassReview("属实"));
        scene.act(cast.checker(), id, new Act.PassReview(null));
        clock.set(clock.today().plusDays(6));
        scene.act(cast.coordinator(), id, new Act.EndNotice());
        return id;
    }

    public void says(SmallTown.Cast cast, MatterId id, Verdict.Solved solved, Verdict.Satisfied satisfied) {
        scene.act(cast.verdictTaker(), id, new Act.RecordVerdict(new Verdict(true, solved, satisfied, "路灯亮了", true)));
    }

    public MatterId closed(SmallTown.Cast cast, Subject subject) {
        var id = awaiting(cast, subject);
        says(cast, id, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED);
        scene.act(cast.approver(), id, new Act.Close(Outcome.SOLVED, "同意销号", "已电话告知"));
        return id;
    }
}
