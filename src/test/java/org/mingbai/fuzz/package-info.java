/// Input nobody would type, made by a machine that watches which lines it reaches: `bin/fuzz`. What it found once stays in `src/test/resources/fuzz`
/// and is tried again by every run of the tests.
@NullMarked
package org.mingbai.fuzz;

import org.jspecify.annotations.NullMarked;
