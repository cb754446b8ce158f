package org.mingbai.verdict.callback;

import java.util.Optional;

/// What carries a short text to a telephone. Another bean of this kind, marked primary, takes the place of the product's own.
public interface TextGateway {

    /// Whether there is one.
    boolean isOpen();

    /// Hands one text over. Takes a bounded time; never throws for what the other side does.
    /// @param mark the same at every try, so that whoever gets a text twice can know it
    /// @return why it was not taken, without number and text; empty where it was
    Optional<String> hand(String phone, String text, String mark);
}
