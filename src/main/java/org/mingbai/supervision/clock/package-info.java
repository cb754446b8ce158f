/// The clocks of all matters side by side, so that those which end soon are found.
@NullMarked
package org.mingbai.supervision.clock;

import org.jspecify.annotations.NullMarked;
