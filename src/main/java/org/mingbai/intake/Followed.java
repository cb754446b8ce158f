package org.mingbai.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.StageName;

/// What the holder of a receipt is told.
/// @param number under which the office knows what they raised
/// @param stage where it stands, or the matter it was joined to
/// @param unit the unit that answers for it now
/// @param byWhen the day that counts now
/// @param joined whether somebody else had raised the same, and both are answered together
/// @param withdrawn whether they took it back
/// @param notice which version of the notice held for it; nothing where it came with an older ledger
/// @param receivedOn the day they raised it here, or it came with an older ledger
/// @param story oldest first; of what came with an older ledger only what happened since
/// @param asked each time they were asked for the verdict, and what they said
/// @param apart what they handed in and could not be read here
/// @param sealed whether there is a proof of what they raised by now
public record Followed(String number, String title, String text, StageName stage, @Nullable String unit, @Nullable LocalDate byWhen, boolean joined,
        boolean withdrawn, @Nullable Integer notice, LocalDate receivedOn, List<Told> story, List<Asking.Asked> asked, List<HeldFile> apart,
        boolean sealed) {}
