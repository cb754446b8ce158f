/// Measures the product against the floor of its own database, in one run on one machine. Run by `bin/bench`, never by the tests.
@org.jspecify.annotations.NullMarked
package org.mingbai.bench;
