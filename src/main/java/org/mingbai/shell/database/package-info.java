/// The database this process runs on: PostgreSQL started here from the jar, or somebody else's by its address.
@NullMarked
package org.mingbai.shell.database;

import org.jspecify.annotations.NullMarked;
