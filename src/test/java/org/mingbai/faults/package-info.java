/// Breaks the product on purpose, under the hands of people at work, and counts what is there afterwards. Run by `bin/faults`; its people also
/// work in the tests of a killed product.
@org.jspecify.annotations.NullMarked
package org.mingbai.faults;
