/// Files as rows of cells: opens .xlsx, .xls, .csv and what is saved under these names, within limits, and says clearly what it will not open.
/// Knows texts, colours, struck and merged cells; knows nothing of ledgers.
@org.jspecify.annotations.NullMarked
package org.mingbai.intake.sheet.workbook;
