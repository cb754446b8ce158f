/// Files and documents, kept by their content. Knows no matter: who lays a file before whom is the business of others.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shell", "shell :: page", "shell :: backup", "directory"})
package org.mingbai.library;
