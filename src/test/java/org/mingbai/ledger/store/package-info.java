@org.jspecify.annotations.NullMarked
package org.mingbai.ledger.store;
