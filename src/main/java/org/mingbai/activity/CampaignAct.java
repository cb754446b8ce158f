package org.mingbai.activity;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.mingbai.directory.PersonId;

/// One act in a campaign's history.
/// @param remark why it was changed, or what was said with it
public record CampaignAct(int version, Kind kind, String remark, PersonId by, OffsetDateTime at, Campaign after) {

    /// What was done. A released one keeps its meaning for ever.
    public enum Kind { BEGUN, CHANGED, REACHED, ENDED }

    public LocalDate day() {
        return at.toLocalDate();
    }
}
