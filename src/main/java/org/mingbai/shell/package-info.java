/// The frame every page and module stands in: settings, the clock, the database's ground, page helpers. Knows no other module.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mingbai.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
