/// Keys that are not in the database, and the sealing of what must not be read there: whoever has the database alone has neither.
@NamedInterface("keys")
@NullMarked
package org.mingbai.shell.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
