/// The seal of the journal: a log in which every entry has its place, signed, so that whoever holds a receipt can show that one was changed or
/// taken away. Lines of logs beside the journal have their place in it too. It knows entries and lines only as bytes.
@NamedInterface("seal")
@NullMarked
package org.mingbai.ledger.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
