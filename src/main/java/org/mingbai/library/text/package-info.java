/// What kept files say, read in a process of its own: whatever a hostile file does to it, the product goes on.
@org.jspecify.annotations.NullMarked
package org.mingbai.library.text;
