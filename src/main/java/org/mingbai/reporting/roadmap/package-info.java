/// One-page road maps (一图读懂): what has to be reached by when, by whom, and what is behind, laid out on one sheet and drawn as SVG, as PNG and in Word
/// from the same layout.
@org.jspecify.annotations.NullMarked
package org.mingbai.reporting.roadmap;
