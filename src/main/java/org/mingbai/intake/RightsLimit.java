package org.mingbai.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Within how many days a body answers what persons ask of their data.
/// @param version 0 for the one the product ships, which counts until there is another
/// @param basis what it rests on; nothing for the one that is shipped
/// @param validFrom the first day it counts for what is asked then; nothing for the one that is shipped
public record RightsLimit(int version, int days, @Nullable String basis, @Nullable LocalDate validFrom) {}
