/// Where the days come from that the calendar counts: the law, and the notices the product ships.
@org.jspecify.annotations.NullMarked
package org.mingbai.supervision.calendar;
