/// What a route of the interface for programs says of itself, so that one document can tell of all of them.
@NamedInterface("api")
@NullMarked
package org.mingbai.shell.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
