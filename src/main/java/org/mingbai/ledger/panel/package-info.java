/// What a module to the right contributes to the matter page.
@NamedInterface("panel")
@NullMarked
package org.mingbai.ledger.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
