/// How the product is, told to the programs that watch it: whether it lives, whether it is ready, and in numbers what waits.
@NamedInterface("watch")
@NullMarked
package org.mingbai.shell.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
