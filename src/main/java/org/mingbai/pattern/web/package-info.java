/// The pages of the dispatch desk and its catalogue.
@org.jspecify.annotations.NullMarked
package org.mingbai.pattern.web;
