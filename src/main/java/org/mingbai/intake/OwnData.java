package org.mingbai.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is held of a person, as they themselves read it: 个人信息保护法 Art. 45.
/// @param voice how and when it came in
/// @param told what they said, and what became of it
/// @param identity nothing where they gave none, or its key is destroyed
/// @param keptUntil when the identity is due to be destroyed
/// @param storedFor the law for whose sake the identity is only stored
/// @param files names of what they handed in
/// @param looks who looked at who they are, the oldest first
public record OwnData(Voice voice, Followed told, @Nullable Identity identity, @Nullable LocalDate keptUntil, @Nullable OffsetDateTime destroyedAt,
        @Nullable String storedFor, List<String> files, List<Look> looks) {

    /// @param unit whose people looked; never a name
    /// @param searched whether they found it by its telephone number, or opened it from the matter
    public record Look(LocalDate day, String unit, boolean searched, String purpose) {}
}
