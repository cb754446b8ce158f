package org.mingbai.intake;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;

/// Which lines of the vault's log are asked for; nothing leaves open.
/// @param until the first moment that is too late
public record VaultFilter(@Nullable PersonId person, @Nullable VaultAct act, @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {

    public static final VaultFilter ALL = new VaultFilter(null, null, null, null);
}
