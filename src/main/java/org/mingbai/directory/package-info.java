/// Organisations, posts, people and stand-ins, sign-in, and the one place that decides who may see and do what.
@ApplicationModule(allowedDependencies = {"shell", "shell::page", "shell::api", "shell::keys", "shell::watch"})
@NullMarked
package org.mingbai.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
