package org.mingbai.ledger.seal;

/// What became of an entry since its receipt was given out.
public enum Standing {

    /// It stands in the journal as it was sealed, and the log only grew since.
    STANDS,
    /// The text is no receipt, or is cut.
    NO_RECEIPT,
    /// It names another log.
    OTHER_LOG,
    /// None of this log's keys signed its head, or somebody changed it on the way.
    NOT_SIGNED,
    /// Only a key that was replaced at a smaller head signed its head, and the log of today does not have it: either the key was misused, or the log
    /// was cut back before it was replaced.
    CONTESTED,
    /// Its leaf does not lead to its head: it was put together wrongly, or changed on the way.
    LEADS_NOWHERE,
    /// The log is shorter today than the receipt proves it was: something was taken back.
    SHORTER,
    /// The log of today is another than the one whose head was signed.
    FORKED,
    /// The entry is not in the journal any more.
    REMOVED,
    /// The entry is not as it was when it was sealed.
    CHANGED,
    /// The entry is as it was sealed, and what the receipt says of it is not.
    SAYS_OTHERWISE
}
