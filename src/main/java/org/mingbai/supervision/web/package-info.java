/// The pages of supervision: the calendar, what is counted on it, and the notices it rests on.
@NullMarked
package org.mingbai.supervision.web;

import org.jspecify.annotations.NullMarked;
