/// The database this process runs on: PostgreSQL started here from the jar, or somebody else's by its address.
@NamedInterface("database")
@NullMarked
package org.mingbai.shell.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
