/// What the public site is guarded by and shows that is nobody's matter: how fast one may ask, the tickets of its forms, and the door by which
/// other modules show something there.
@NamedInterface("site")
@NullMarked
package org.mingbai.intake.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
