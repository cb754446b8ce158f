package org.mingbai.supervision.slip;

/// The papers an office sends to a unit. The unit's answer to any of them is a `Feedback`.
public enum SlipKind {
    /// 交办通知单: what is given to whom, on what basis, by when.
    NOTICE,
    /// 提示单: something is due soon, or there is a doubt.
    PROMPT,
    /// 预警单: behind plan or late.
    WARNING,
    /// 督办单: late for long, or what was handed in came back.
    URGING,
    /// 整改通知书: found in an inspection.
    RECTIFICATION,
    /// 约谈通知: signed by the head alone.
    TALK;

    /// Whether its receiver is told at once, whatever they chose for the rest: from a warning on, something has gone wrong already.
    boolean toldAtOnce() {
        return switch (this) {
            case NOTICE, PROMPT -> false;
            case WARNING, URGING, RECTIFICATION, TALK -> true;
        };
    }

    /// Whether only the head may sign it.
    public boolean signedByTheHead() {
        return this == TALK;
    }
}
