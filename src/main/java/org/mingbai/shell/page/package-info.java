/// What the shell's page parts take: small records that a module fills and a template under `shell/` draws.
@NamedInterface("page")
@NullMarked
package org.mingbai.shell.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
