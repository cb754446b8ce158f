package org.mingbai.intake.sheet.workbook;

import java.io.IOException;

/// Takes rows in order; answers false when it has seen enough.
@FunctionalInterface
public interface RowSink {
    boolean row(Row row) throws IOException;
}
