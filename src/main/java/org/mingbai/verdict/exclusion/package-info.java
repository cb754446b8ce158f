/// Applications that a verdict should not count in the rates (剔除), decided by others than who asks, with both figures always side by side.
@NamedInterface("exclusion")
@NullMarked
package org.mingbai.verdict.exclusion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
