package org.mingbai.directory.telling;

/// Hands one letter over to whoever takes it further. Takes a bounded time; never throws for what the other side does.
interface Sender {
    Carried send(Letter letter);
}
