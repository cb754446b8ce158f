/// The seal of the journal: a log in which every entry has its place, signed, so that whoever holds a receipt can show that one was changed or
/// taken away. It knows entries only as bytes.
@NamedInterface("seal")
@NullMarked
package org.mingbai.ledger.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
