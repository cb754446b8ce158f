/// What is asked of units is itself counted: how much, by whom, on what basis, and whether it was asked before.
@NullMarked
package org.mingbai.supervision.burden;

import org.jspecify.annotations.NullMarked;
