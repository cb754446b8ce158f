/// What is said in numbers. So far: a report is read and its own numbers are held against each other. It owns no matter and writes to none.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shell", "shell :: page", "directory"})
package org.mingbai.reporting;
