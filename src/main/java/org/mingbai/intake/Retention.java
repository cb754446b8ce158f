package org.mingbai.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// For how many days it is kept who raised something by a channel.
/// @param version counted over all channels of a body; 0 for the one the product ships, which counts until there is another
/// @param channel its code; empty for every channel without one of its own
/// @param basis what it rests on; nothing for the one that is shipped
/// @param validFrom the first day it counts for what comes in then; nothing for the one that is shipped
public record Retention(int version, String channel, int days, @Nullable String basis, @Nullable LocalDate validFrom) {}
