/// Reports made of human words and figures: written as a draft, frozen with their figures, issued with a number, and held against the ledger
/// again whenever somebody wants to. No word of theirs is written by the product.
@NamedInterface("brief")
@NullMarked
package org.mingbai.reporting.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
