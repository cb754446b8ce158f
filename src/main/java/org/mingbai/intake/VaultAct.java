package org.mingbai.intake;

/// What somebody did with the vault.
public enum VaultAct {
    REVEALED,
    LOOKED_UP,
    REFUSED,
    DESTROYED,
    WITHHELD,
    REWRAPPED,
    /// The product itself took out a number, to send something there.
    ADDRESSED,
    /// Opened what is masked for other units than the one that took it down.
    UNMASKED,
    /// Opened a file that came with what somebody said. Who is in it nobody but a reader can tell.
    FILE_OPENED,
    /// A person asked something of their own data, and what came of it.
    REQUESTED,
    GRANTED,
    DECLINED,
    /// Sealed anew as the person gave it; the key of what was there before is destroyed.
    CORRECTED,
    /// Only stored from now on: 个人信息保护法 Art. 47 para. 2.
    RESTRICTED,
    /// Opened by the person themselves, after it was granted.
    DISCLOSED,
    /// Its time is over; whether it is destroyed another person decides.
    DESTRUCTION_PROPOSED,
    DESTRUCTION_REFUSED
}
