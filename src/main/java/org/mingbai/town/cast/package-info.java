/// Who lives and works in the sample town: units, people, posts, sign-ins. All of it is invented.
@NullMarked
package org.mingbai.town.cast;

import org.jspecify.annotations.NullMarked;
