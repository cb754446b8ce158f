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

    /// Whether only the head may sign it.
    public boolean signedByTheHead() {
        return this == TALK;
    }
}
