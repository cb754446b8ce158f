/// Organisations, posts, people and stand-ins, sign-in, and the one place that decides who may see and do what.
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shell")
@org.jspecify.annotations.NullMarked
package org.mingbai.directory;
