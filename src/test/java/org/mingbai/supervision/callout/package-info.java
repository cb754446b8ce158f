@org.jspecify.annotations.NullMarked
package org.mingbai.supervision.callout;
