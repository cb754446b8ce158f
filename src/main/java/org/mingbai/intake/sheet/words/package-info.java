/// What offices write into ledgers and what it means: column headings, dates, people, units, lists of measures, states, lights.
/// Knows words, not sheets.
@org.jspecify.annotations.NullMarked
package org.mingbai.intake.sheet.words;
