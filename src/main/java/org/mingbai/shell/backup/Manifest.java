package org.mingbai.shell.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands first in a backup: what it holds, and what made it.
/// @param format     of the file; another one is not read
/// @param program    the version that wrote it
/// @param madeAt     when, with its offset
/// @param accounts   numbers and names of the bodies
/// @param schema     the last step of the database that had been taken
/// @param steps      all of them
/// @param tables     with their columns and how many rows
/// @param sequences  the number each gave last
/// @param files      how many files stand beside the database
/// @param fileBytes  and how long they are together
/// @param keys       names of the key files in it; mostly none
record Manifest(int format, String program, String madeAt, List<String> accounts, String schema, List<Step> steps, List<Table> tables,
        List<Sequence> sequences, long files, long fileBytes, List<String> keys) {

    static final int FORMAT = 1;

    record Step(String version, @Nullable Integer checksum) {}

    /// @param name with its schema
    record Table(String name, List<String> columns, long rows) {

        /// As the statements write it.
        String quoted() {
            return Catalogue.quoted(name);
        }

        String quotedColumns() {
            return String.join(", ", columns.stream().map(Catalogue::quotedOne).toList());
        }
    }

    /// @param last nothing when none was given yet
    record Sequence(String name, @Nullable Long last) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
