package org.mingbai.shell.keys;

/// By which cipher a record is sealed; both authenticate what they seal.
public enum SealingCipher {
    AES_256_GCM("AES-256-GCM", 32),
    /// GB/T 32907 in GCM: for those who must use the national ciphers.
    SM4_GCM("SM4-GCM", 16);

    private final String printed;
    private final int keyBytes;

    SealingCipher(String printed, int keyBytes) {
        this.printed = printed;
        this.keyBytes = keyBytes;
    }

    /// As settings, the key file and the rows of the vault write it.
    public String printed() {
        return printed;
    }

    public int keyBytes() {
        return keyBytes;
    }

    public static SealingCipher of(String printed) {
        for (var cipher : values()) {
            if (cipher.printed.equals(printed)) {
                return cipher;
            }
        }
        throw new IllegalArgumentException("no cipher of ours: " + printed);
    }
}
