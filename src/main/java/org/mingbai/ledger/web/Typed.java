package org.mingbai.ledger.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What was typed into a form, so that it can be shown again exactly.
public final class Typed {

    /// More than any field takes, in characters; what is longer was not typed by hand.
    private static final int SHOWN_MAX = 24_000;

    private final MultiValueMap<String, String> sent;
    private final boolean fresh;

    private Typed(MultiValueMap<String, String> sent, boolean fresh) {
        this.sent = sent;
        this.fresh = fresh;
    }

    static Typed nothing() {
        return new Typed(new LinkedMultiValueMap<>(), true);
    }

    /// A form that begins with what an address names: whoever opens it still has to send it.
    static Typed begun(MultiValueMap<String, String> named) {
        return new Typed(named, true);
    }

    static Typed of(MultiValueMap<String, String> sent) {
        return new Typed(sent, false);
    }

    public String one(String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    public List<String> all(String name) {
        return sent.getOrDefault(name, List.of());
    }

    /// As the form shows it: what was typed, or what a form nobody has touched begins with.
    public String shown(String name, String beginning) {
        var value = fresh && !sent.containsKey(name) ? beginning : one(name);
        return value.length() > SHOWN_MAX ? value.substring(0, SHOWN_MAX) : value.replace("\0", "");
    }

    public List<String> shown(String name, List<String> beginning) {
        if (!fresh) {
            return all(name);
        }
        var named = all(name);
        return Stream.concat(named.stream(), beginning.stream().skip(named.size())).toList();
    }
}
