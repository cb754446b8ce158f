package org.mingbai.shell.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What stands last in a backup.
/// @param parts   the SHA-256 of each part
/// @param missing files the database named that were not there, or not what their name says
record Sums(Map<String, String> parts, List<String> missing) {

    /// Adds up the parts while they pass. A part may come in pieces; all files together are one.
    static final class Running {

        private final Map<String, MessageDigest> running = new TreeMap<>();

        MessageDigest of(String part) {
            return running.computeIfAbsent(part, any -> sha256());
        }

        Map<String, String> all() {
            var all = new TreeMap<String, String>();
            running.forEach((part, digest) -> all.put(part, HexFormat.of().formatHex(digest.digest())));
            return all;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
