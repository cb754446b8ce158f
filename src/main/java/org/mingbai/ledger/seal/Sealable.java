package org.mingbai.ledger.seal;

/// Something as it stands in the database now, to be sealed or held against its seal.
interface Sealable {

    /// What stands in the log for it: a hash over the salt and all of it. Nobody who lacks the salt can try out what was said.
    byte[] sealed(TreeHash hash, byte[] salt);
}
