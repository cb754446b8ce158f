/// The whole of an installation in one file, written beside a living product and read into an empty directory.
@NamedInterface("backup")
@NullMarked
package org.mingbai.shell.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
