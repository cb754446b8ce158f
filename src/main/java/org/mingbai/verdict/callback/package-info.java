/// Asking those who raised a matter (回访): whose turn it is, what is read out to them, how often it was tried, and what they said.
@NamedInterface("callback")
@NullMarked
package org.mingbai.verdict.callback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
