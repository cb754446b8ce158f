package org.mingbai.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.mingbai.directory.SignedIn;

/// Hands a register out as a file, as far as the asker sees it. What it writes, the import takes in again as the same matters.
public interface LedgerExport {

    /// Rows go out as they are read: memory does not grow with the register.
    /// @return how many matters were written
    long workbook(SignedIn who, Register register, MatterFilter filter, Locale language, OutputStream out) throws IOException;

    /// UTF-8 with a byte order mark, as spreadsheet programs want it.
    long csv(SignedIn who, Register register, MatterFilter filter, Locale language, OutputStream out) throws IOException;
}
