package org.mingbai.directory.telling;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;

/// What goes out to one receiver at once: a person, or an address outside.
///
/// @param confirms the address that is to be confirmed, by the one kind of letter that tells nothing else
/// @param attempts how often it was tried, this time included
record Letter(TenantId tenant, long id, Optional<PersonId> person, Optional<Hook> hook, Optional<String> confirms, OffsetDateTime writtenAt,
              int attempts, List<TellingTable.Row> tellings) {

    /// The same at every try, so that whoever gets it twice can know it: a sender may die after the letter has left and before that is noted.
    String mark() {
        return "letter." + tenant.value() + "." + id + "." + writtenAt.toInstant().toEpochMilli();
    }
}
