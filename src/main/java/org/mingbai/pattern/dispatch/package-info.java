/// To whom a matter is to go (派单): the dispatch catalogue, what the tenant's own closed matters teach, and what waits to be dispatched. It suggests;
/// a person dispatches, by the ledger's verb.
@NamedInterface("dispatch")
@NullMarked
package org.mingbai.pattern.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
