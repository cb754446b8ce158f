package org.mingbai.ledger;

/// The answer to an act: an entry to write, or why not.
public sealed interface Ruling {

    record Accepted(Entry entry) implements Ruling {}

    record Refused(Refusal why) implements Ruling {}
}
