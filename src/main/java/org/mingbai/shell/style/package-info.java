/// The living style page: every part of a page with invented content. Only there when `mingbai.style-page=true`.
@NullMarked
package org.mingbai.shell.style;

import org.jspecify.annotations.NullMarked;
