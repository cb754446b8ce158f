package org.mingbai.intake;

/// What a voice at the desk came of, beside its channel.
public sealed interface ArisenFrom {

    /// Somebody came, called or wrote of their own.
    record Themselves() implements ArisenFrom {}

    /// The reply to an opinion letter.
    record Letter(long no) implements ArisenFrom {}
}
