package org.mingbai.ledger;

/// What in a journal can start, end or pause a clock. Reading a matter, a comment on it or a correction is none of these (I6).
public enum Happening {
    /// Brought in: what rules call the receipt (收到).
    RAISED,
    /// Taken over from an older ledger, where nobody had it yet: it is dispatched here.
    TAKEN_OVER,
    /// The older ledger says since who has it, or that it is over.
    GONE_ON_ELSEWHERE,
    /// Put on the list: what rules call the acceptance (受理).
    LISTED,
    DECLINED,
    REDIRECTED,
    MERGED,
    UNMERGED,
    /// Given to a lead unit (派单、交办), the first time or to another.
    DISPATCHED,
    CO_HANDLER_CALLED,
    CO_HANDLER_ARRIVED,
    /// The call a unit had not followed yet is over.
    CALL_OUT_OVER,
    CO_HANDLER_REPORTED,
    /// No longer called in: taken off, made lead, or the matter given back.
    CO_HANDLER_RELEASED,
    SIGNED,
    RETURN_ASKED,
    RETURN_AGREED,
    RETURN_REFUSED,
    /// Those who raised it were spoken to (联系).
    CONTACTED,
    /// Those who raised it were told in writing (告知).
    TOLD,
    PLANNED,
    EXTENSION_ASKED,
    EXTENDED,
    EXTENSION_REFUSED,
    PARKED,
    RESUMED,
    PROMISED,
    CLAIMED,
    CHECKED,
    SENT_BACK,
    NOTICE_BEGUN,
    OBJECTED,
    OBJECTION_DECIDED,
    /// Found for whoever objected: the notice is over, and what was claimed is checked again.
    OBJECTION_UPHELD,
    NOTICE_ENDED,
    VERDICT_AWAITED,
    JUDGED,
    REFUTED,
    /// Left out by the draw: nobody asks.
    NOT_ASKED,
    SIGNATURE_AWAITED,
    CLOSED,
    LOOK_BACK_SET,
    LOOKED_BACK,
    /// Left out by the draw: nobody looks.
    NOT_LOOKED_BACK,
    RELAPSED,
    REOPENED,
    WITHDRAWN,
    /// The petitioner asks the next higher body to look again (申请复查).
    REVIEW_ASKED,
    REVIEW_ANSWERED,
    /// The petitioner asks the body above that one (申请复核).
    REEXAMINATION_ASKED,
    REEXAMINATION_ANSWERED,
    /// Taken to the unit above (提级).
    ESCALATED,
    ESCALATION_ANSWERED,
    CLOCK_PAUSED,
    CLOCK_RESUMED
}
