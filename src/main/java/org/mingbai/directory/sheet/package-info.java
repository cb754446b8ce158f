/// Reads sheets of units and people as offices keep them: cells and what their headings mean. Knows nothing of the directory.
@NullMarked
package org.mingbai.directory.sheet;

import org.jspecify.annotations.NullMarked;
