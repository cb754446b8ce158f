package org.mingbai.shell;

import java.util.HashMap;
import java.util.Map;

/// How much of what strangers send is held in memory at once, before anybody knows who they are. Kept by each node for itself.
final class StrangersForms {

    /// Bytes, as [TooMuch] counts them: sixty forms with files.
    private static final long AT_ONCE_MAX = 128L << 20;
    /// Of one network, so that nobody alone keeps all others out.
    private static final long OF_ONE_MAX = AT_ONCE_MAX / 2;

    private final Map<String, Long> byNetwork = new HashMap<>();
    private long held;

    /// Whether there is room for so many bytes; then they are held until they are let go of.
    synchronized boolean hold(String address, long bytes) {
        long ofOne = byNetwork.getOrDefault(Network.of(address), 0L) + bytes;
        if (held + bytes > AT_ONCE_MAX || ofOne > OF_ONE_MAX) {
            return false;
        }
        held += bytes;
        byNetwork.put(Network.of(address), ofOne);
        return true;
    }

    synchronized void letGo(String address, long bytes) {
        held -= bytes;
        byNetwork.computeIfPresent(Network.of(address), (_, ofOne) -> ofOne == bytes ? null : ofOne - bytes);
    }
}
