/// What happened in the sample town, worked out beforehand as plain data: the same seed and the same day give the same stories.
@NullMarked
package org.mingbai.town.story;

import org.jspecify.annotations.NullMarked;
