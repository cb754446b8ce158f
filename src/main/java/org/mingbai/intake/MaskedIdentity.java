package org.mingbai.intake;

import org.jspecify.annotations.Nullable;

/// As much of a reporter as a screen shows: 张*, 138****1234. Nothing where they gave none or it was destroyed.
public record MaskedIdentity(@Nullable String name, @Nullable String phone) {

    public static final MaskedIdentity NOTHING = new MaskedIdentity(null, null);
}
