package org.mingbai.ledger.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Something a register is written into row by row.
interface ExportSheet extends Closeable {

    void row(List<Cell> cells) throws IOException;

    /// Sends on what has been written so far.
    void flush() throws IOException;
}
