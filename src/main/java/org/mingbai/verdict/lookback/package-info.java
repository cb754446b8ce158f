/// Looking again months after a closing (回头看): which are due and drawn, what was found, and how often it relapsed.
@NamedInterface("lookback")
@NullMarked
package org.mingbai.verdict.lookback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
