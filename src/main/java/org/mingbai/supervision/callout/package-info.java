/// Call-outs (吹哨报到): a unit that cannot do it alone calls others to the spot, each arrives or does not, and both sides say how it went.
/// Units are rated, never people.
@NamedInterface("callout")
@NullMarked
package org.mingbai.supervision.callout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
