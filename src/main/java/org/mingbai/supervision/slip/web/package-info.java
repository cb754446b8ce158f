/// Pages and interface of supervision slips.
@NullMarked
package org.mingbai.supervision.slip.web;

import org.jspecify.annotations.NullMarked;
