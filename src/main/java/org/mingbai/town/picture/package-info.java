/// Draws what a handler would have photographed.
@NullMarked
package org.mingbai.town.picture;

import org.jspecify.annotations.NullMarked;
