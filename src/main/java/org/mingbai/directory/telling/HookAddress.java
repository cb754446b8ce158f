package org.mingbai.directory.telling;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/// Whether the product lets itself be sent to an address: somebody who may name one must not reach what only this machine can.
final class HookAddress {

    /// What is wrong with an address, as the form says it.
    enum Flaw {
        NOT_HTTPS,
        NOT_UNDERSTOOD,
        UNKNOWN_HOST,
        THIS_MACHINE
    }

    private HookAddress() {}

    static Optional<URI> read(String written) {
        try {
            var url = new URI(written.strip());
            return url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null ? Optional.empty() : Optional.of(url);
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// Asked when it is named and again before each call, because a name can be made to mean something else in between. Addresses of an inner
    /// net are let through: many bodies run their chats there.
    static Optional<Flaw> flaw(URI url, boolean loopbackAllowed) {
        boolean plain = "http".equalsIgnoreCase(url.getScheme());
        if (!plain && !"https".equalsIgnoreCase(url.getScheme())) {
            return Optional.of(Flaw.NOT_HTTPS);
        }
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(url.getHost());
        } catch (UnknownHostException e) {
            return Optional.of(plain ? Flaw.NOT_HTTPS : Flaw.UNKNOWN_HOST);
        }
        boolean loopback = Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress);
        if (loopback && loopbackAllowed) {
            return Optional.empty();
        }
        if (plain) {
            return Optional.of(Flaw.NOT_HTTPS);
        }
        return Arrays.stream(addresses).anyMatch(HookAddress::isOnlyOurs) ? Optional.of(Flaw.THIS_MACHINE) : Optional.empty();
    }

    private static boolean isOnlyOurs(InetAddress address) {
        return address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress();
    }
}
