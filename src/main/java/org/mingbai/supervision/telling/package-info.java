/// Who is told what of deadlines and turns, and the calendar of one's own that other programs can read.
@NullMarked
package org.mingbai.supervision.telling;

import org.jspecify.annotations.NullMarked;
