/// The promises of the product, kept in a browser by the people who make them.
@NullMarked
package org.mingbai.story;

import org.jspecify.annotations.NullMarked;
