package org.mingbai.directory.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.telling.Deliveries;
import org.mingbai.shell.Words;

/// The letters that did not arrive.
///
/// @param older  the next page
/// @param server whether mail can be sent at all
public record DeliveriesPage(List<Row> rows, Optional<String> older, boolean server) {

    /// @param next empty when it is given up
    public record Row(long id, String to, String channel, int attempts, OffsetDateTime writtenAt, Optional<OffsetDateTime> next, String why) {

        static Row of(Deliveries.Undelivered letter) {
            return new Row(letter.id(), letter.to(), Words.t(letter.toPerson() ? "directory.delivery.mail" : "directory.delivery.hook"), letter.attempts(),
                    letter.writtenAt(), letter.givenUp() ? Optional.empty() : Optional.of(letter.next()),
                    Words.has(letter.why()) ? Words.t(letter.why()) : letter.why());
        }
    }
}
