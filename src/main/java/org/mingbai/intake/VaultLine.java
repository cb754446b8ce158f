package org.mingbai.intake;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.ledger.MatterId;

/// One line of the vault's log: who did what with whose identity, and what for. Whose it is says the matter, never a name.
public record VaultLine(long id, OffsetDateTime at, VaultAct act, Optional<PersonId> by, Optional<MatterId> matter, Optional<Integer> voice,
        String purpose) {}
