package org.mingbai.shell.keys;

/// Keys that are not in the database. They wrap the data key of each sealed record, and make hashes that only their holder can make. What the
/// product brings is a file; whoever has a key server or a cryptographic machine gives a bean of this type, and it is taken instead.
public interface KeyProvider {

    /// A data key as it is kept beside what it seals.
    /// @param key the name of the key that wraps it
    record Wrapped(String key, byte[] bytes) {}

    /// Whether the keys can be had now. Where not, nothing is kept or read.
    boolean ready();

    /// Whether what that key wrapped can be unwrapped.
    boolean holds(String key);

    /// The key that wraps from now on.
    String current();

    /// Takes a new key into use that wraps from now on. The older ones stay for what they wrapped, also in old copies of the database.
    void renew();

    /// What records are sealed with from now on.
    SealingCipher cipher();

    /// @param about what the data key belongs to; it cannot be unwrapped for anything else
    Wrapped wrap(byte[] dataKey, byte[] about);

    byte[] unwrap(Wrapped wrapped, byte[] about);

    /// HMAC-SHA-256 under a key that serves for nothing else, and is never replaced.
    /// @param use what the hash is for, so that one is never taken for another
    byte[] keyedHash(String use, byte[] of);
}
