package org.mingbai.town.story;

import org.mingbai.ledger.Policy;

/// What becomes of a matter, and how often.
enum Fate {
    NORMAL(52), LATE(10), SENT_BACK(8), REFUTED(4), RELAPSED(3), CALLED_IN(7), EXTENDED(5), NOT_EXTENDED(2), RETURNED(3), KEPT(2), EXPLAINED(3),
    PARTLY(3), SILENT(3), PROMISED(2), WITHDRAWN(2), DECLINED(2), REDIRECTED(2), PARKED(2), RESUMED(2), OBJECTED(12), STALLED(6), CORRECTED(2),
    ESCALATED(4), APPEALED(4);

    private final int share;

    Fate(int share) {
        this.share = share;
    }

    int share() {
        return share;
    }

    boolean fits(Policy policy) {
        return switch (this) {
            case REFUTED, SILENT, PARTLY -> policy.verdict();
            case RELAPSED -> policy.lookBackDays() > 0;
            case APPEALED -> policy.reviewable();
            case OBJECTED -> policy.noticeDays() > 0;
            case DECLINED, REDIRECTED, WITHDRAWN -> policy.register().equals("hotline") || policy.register().equals("problem");
            default -> true;
        };
    }
}
