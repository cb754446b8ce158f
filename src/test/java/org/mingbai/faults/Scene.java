package org.mingbai.faults;

import java.util.Queue;
import org.mingbai.story.HealthOffice;

/// One account and what serves it, where faults happen one after another.
interface Scene extends AutoCloseable {

    HealthOffice.Staff staff();

    /// Where the client of that number finds the product now.
    int portOf(int client);

    /// Opened beside the product, to be closed.
    Book book();

    /// What the product wrote to its log.
    Queue<String> log();

    @Override
    void close() throws Exception;
}
