/// Signs that work was done on paper only (形式主义迹象): questions about units and their cases for a person to look at. No score, nobody's rank, no verdict.
@org.jspecify.annotations.NullMarked
package org.mingbai.reporting.sign;
