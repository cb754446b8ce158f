package org.mingbai.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.Words;

/// Hands a register out as a file, as far as the asker sees it. What it writes, the import takes in again as the same matters.
public interface LedgerExport {

    /// The columns of a file after the account's number: those of the register, and behind them whatever else it takes to read every matter again.
    static List<Policy.Column> columns(Policy policy) {
        var columns = new ArrayList<>(policy.columns());
        NEEDED.stream().filter(code -> policy.columns().stream().noneMatch(column -> column.code().equals(code)))
                .map(code -> new Policy.Column(code, Words.in(Locale.CHINESE).of("ledger.export.column." + code),
                        Words.in(Locale.ENGLISH).of("ledger.export.column." + code),
                        code.equals("due") ? Policy.Column.Kind.DATE : Policy.Column.Kind.TEXT))
                .forEach(columns::add);
        return columns;
    }

    /// What an import takes from a row.
    List<String> NEEDED = List.of("number", "title", "text", "source", "category", "goal", "measures", "leader", "leadUnit", "owners", "coUnits", "due",
            "progress", "stage");

    /// Rows go out as they are read: memory does not grow with the register.
    /// @return how many matters were written
    long workbook(SignedIn who, Register register, MatterFilter filter, Locale language, OutputStream out) throws IOException;

    /// UTF-8 with a byte order mark, as spreadsheet programs want it.
    long csv(SignedIn who, Register register, MatterFilter filter, Locale language, OutputStream out) throws IOException;
}
