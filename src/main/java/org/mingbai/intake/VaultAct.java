package org.mingbai.intake;

/// What somebody did with the vault.
public enum VaultAct {
    REVEALED,
    LOOKED_UP,
    REFUSED,
    DESTROYED,
    WITHHELD,
    REWRAPPED,
    /// Opened what is masked for other units than the one that took it down.
    UNMASKED
}
