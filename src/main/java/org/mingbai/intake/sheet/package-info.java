/// Reading ledgers as offices keep them: a file in, matters with their doubts out. Decides which rows are matters and what their
/// columns mean; writes nothing and knows no database. The door is `LedgerFiles`.
@org.jspecify.annotations.NullMarked
package org.mingbai.intake.sheet;
