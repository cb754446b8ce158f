package org.mingbai.shell;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// From where somebody asks, as far as one caller is told from another.
public final class Network {

    private static final int NETWORK_BYTES = 8;

    private Network() {}

    /// The address itself, or of the newer ones its first half: whoever has one of these has the 2^64 beside it.
    public static String of(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
