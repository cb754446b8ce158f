/// The page frame and what every page needs: words in the reader's language, navigation, errors, drafts, the look;
/// below it the ground: settings, the clock, the database. Knows no other module; they contribute places, a viewer and
/// a keeper of drafts through the interfaces here.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mingbai.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
