@org.jspecify.annotations.NullMarked
package org.mingbai.reporting.roadmap;
