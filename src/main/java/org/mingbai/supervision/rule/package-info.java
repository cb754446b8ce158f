/// Limits as rows and as shipped files.
@org.jspecify.annotations.NullMarked
package org.mingbai.supervision.rule;
