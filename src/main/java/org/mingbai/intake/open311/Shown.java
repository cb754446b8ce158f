package org.mingbai.intake.open311;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.StageName;

/// A request as everybody may read it (GeoReport v2, request).
/// @param description in the words of those who raised it; nothing where these might give a person away
/// @param unit that answers for it now
/// @param service nothing where the body offers it no more under any name
public record Shown(MatterId matter, StageName stage, String serviceCode, @Nullable Service service, @Nullable String description, @Nullable String unit,
        OffsetDateTime requestedAt, OffsetDateTime updatedAt, @Nullable LocalDate expectedOn, @Nullable String address, @Nullable String addressId,
        @Nullable Double lat, @Nullable Double lon) {

    public boolean open() {
        return stage.open();
    }
}
