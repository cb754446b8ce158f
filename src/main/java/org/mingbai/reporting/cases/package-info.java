/// The cases figures count, read from the journals and kept as they stood at the end of each day.
@org.jspecify.annotations.NullMarked
package org.mingbai.reporting.cases;
