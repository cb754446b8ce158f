package org.mingbai.directory.telling;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries letters out, one after another. Several may do so over one database: each letter is held by one of them at a time.
///
/// A carrier that dies between handing a letter over and noting it leaves it to the next one, which hands it over again when the lease has
/// ended. No order of these two steps avoids that; the other would lose letters. The second has the same mark as the first.
final class Carrier {

    /// Longer than any sender takes.
    static final Duration LEASE = Duration.ofMinutes(10);
    static final int ATTEMPTS_MAX = 8;

    private static final Duration PAUSE_MAX = Duration.ofHours(12);
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final LetterTable table;
    private final Sender sender;
    private final Clock clock;

    Carrier(LetterTable table, Sender sender, Clock clock) {
        this.table = table;
        this.sender = sender;
        this.clock = clock;
    }

    /// All that are due. Answers how many were handed over.
    int carry() {
        int over = 0;
        for (var letter = claimed(); letter.isPresent(); letter = claimed()) {
            var carried = tried(letter.get());
            note(letter.get(), carried);
            over += carried instanceof Carried.Over ? 1 : 0;
        }
        return over;
    }

    /// A letter that cannot even be put into words must not stop the others.
    private Carried tried(Letter letter) {
        try {
            return sender.send(letter);
        } catch (RuntimeException e) {
            LOG.error("{} cannot be sent", letter.mark(), e);
            return Carried.failed(e.getClass().getSimpleName());
        }
    }

    private Optional<Letter> claimed() {
        return table.claim(OffsetDateTime.now(clock), LEASE);
    }

    private void note(Letter letter, Carried carried) {
        var now = OffsetDateTime.now(clock);
        switch (carried) {
            case Carried.Over() -> table.sent(letter, now);
            case Carried.Failed(var why, var ever) when ever && letter.attempts() < ATTEMPTS_MAX ->
                    table.failed(letter, why, now.plus(pauseAfter(letter.attempts())), now);
            case Carried.Failed(var why, _) -> {
                // Why stands on the page of undelivered letters: a mail server's answer may name the address, and a log names nobody.
                LOG.warn("{} is given up after {} tries", letter.mark(), letter.attempts());
                table.failed(letter, why, null, now);
            }
        }
    }

    /// A minute, four, a quarter of an hour … half a day: what is down for a moment costs a moment, what is down over a weekend loses nothing.
    static Duration pauseAfter(int attempts) {
        var pause = Duration.ofMinutes(1L << 2 * Math.min(attempts - 1, 6));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }
}
