/// The pages of the three rates.
@org.jspecify.annotations.NullMarked
package org.mingbai.verdict.web;
