/// The way in: one jar, whose first word says what to do. May call every module; no module knows it.
@NullMarked
package org.mingbai;

import org.jspecify.annotations.NullMarked;
