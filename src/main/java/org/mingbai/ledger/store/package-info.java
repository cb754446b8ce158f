/// Where journals and what is read from them are kept. One class per table.
@org.jspecify.annotations.NullMarked
package org.mingbai.ledger.store;
