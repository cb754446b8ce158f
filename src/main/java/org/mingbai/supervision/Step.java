package org.mingbai.supervision;

import java.util.EnumSet;
import java.util.Set;
import org.mingbai.ledger.Happening;

/// The part of a matter's way that a clock measures.
public enum Step {
    /// Registering and passing on what was received (登记、转送、交办).
    REGISTER(Whose.OFFICE, false),
    /// Giving it to the unit that handles it (派单).
    DISPATCH(Whose.OFFICE, false),
    /// Telling those who raised it in writing what was received and where it goes (告知).
    TELL(Whose.LEAD, true),
    /// Saying that it is not the unit's business (异议、申请退回). Past it a return cannot be asked for.
    OBJECT(Whose.LEAD, true),
    /// Signing for it (签收).
    SIGN(Whose.LEAD, true),
    /// Saying what will be done by whom and by when (制定整改措施).
    PLAN(Whose.LEAD, true),
    /// The first word with those who raised it (首次联系).
    CONTACT(Whose.LEAD, true),
    /// The handling itself, to the claim (办理).
    HANDLE(Whose.LEAD, false),
    /// Handling again what was sent back (重办).
    REWORK(Whose.LEAD, false),
    /// A co-handler's arrival (到场).
    ARRIVE(Whose.CO_HANDLER, true),
    /// A co-handler's part (协办).
    CO_HANDLE(Whose.CO_HANDLER, true),
    /// Checking a claim (审核).
    REVIEW(Whose.TURN, false),
    /// Public notice (公示).
    NOTICE(Whose.OFFICE, false),
    /// Asking those who raised it (回访、评议).
    CALL_BACK(Whose.TURN, false),
    /// The closing signature (销号签字).
    CLOSE(Whose.TURN, false),
    /// Looking again after it was closed (回头看).
    LOOK_BACK(Whose.TURN, false),
    /// The superior's answer to what was taken up to it (提级答复).
    ESCALATE(Whose.TURN, false),
    /// Until when those who raised it may ask for a review (申请复查).
    ASK_REVIEW(Whose.REPORTER, false),
    /// The reviewing body's opinion (复查).
    ANSWER_REVIEW(Whose.OFFICE, false),
    /// Until when those who raised it may ask for a re-examination (申请复核).
    ASK_REEXAMINATION(Whose.REPORTER, false),
    /// The re-examining body's opinion (复核).
    ANSWER_REEXAMINATION(Whose.OFFICE, false),
    /// The day given when it was assigned (整改时限). No rule sets it.
    DEADLINE(Whose.LEAD, false);

    /// Who has to be through with it.
    public enum Whose { OFFICE, LEAD, CO_HANDLER, TURN, REPORTER }

    private final Whose whose;
    private final boolean eachUnit;

    Step(Whose whose, boolean eachUnit) {
        this.whose = whose;
        this.eachUnit = eachUnit;
    }

    public Whose whose() {
        return whose;
    }

    /// Whether another unit gets the whole time anew. A clock that is not each unit's runs on when the matter changes hands (I6).
    public boolean eachUnit() {
        return eachUnit;
    }

    /// Whether it is a time somebody may use and need not: nothing is late because it passed.
    public boolean window() {
        return this == OBJECT || this == ASK_REVIEW || this == ASK_REEXAMINATION;
    }

    /// What alone can start its clock; nothing where it is open what does.
    public Set<Happening> starts() {
        return switch (this) {
            case ARRIVE -> EnumSet.of(Happening.CO_HANDLER_CALLED);
            case CO_HANDLE -> EnumSet.of(Happening.CO_HANDLER_CALLED, Happening.CO_HANDLER_ARRIVED);
            case ESCALATE -> EnumSet.of(Happening.ESCALATED);
            case LOOK_BACK -> EnumSet.of(Happening.LOOK_BACK_SET, Happening.CLOSED);
            default -> Set.of();
        };
    }

    /// What can end it, one of these at least; nothing where it is open what does.
    public Set<Happening> ends() {
        return switch (this) {
            case ARRIVE -> EnumSet.of(Happening.CO_HANDLER_ARRIVED);
            case CO_HANDLE -> EnumSet.of(Happening.CO_HANDLER_REPORTED);
            case ESCALATE -> EnumSet.of(Happening.ESCALATION_ANSWERED);
            case LOOK_BACK -> EnumSet.of(Happening.LOOKED_BACK, Happening.RELAPSED);
            default -> Set.of();
        };
    }

    /// Whether a rule can set it.
    public boolean ruled() {
        return this != DEADLINE;
    }
}
