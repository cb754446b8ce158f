package org.mingbai.ledger.web;

import java.io.IOException;
import java.util.List;

/// Something a register is written into row by row.
interface ExportSheet {

    void row(List<Cell> cells) throws IOException;

    /// Sends on what has been written so far.
    void flush() throws IOException;

    /// Writes what ends the file. One that broke off never gets it, so that nobody takes a part for the whole.
    void end() throws IOException;
}
