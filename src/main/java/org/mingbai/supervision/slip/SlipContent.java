package org.mingbai.supervision.slip;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// What a slip says.
/// @param basis the decision, remark, meeting or rule it rests on
/// @param requirement what is asked; of a talk, what is to be explained
/// @param gap the risk, or what is behind and by how much
/// @param supporting the units that help
/// @param due by when the work has to be done; of a talk, its day
/// @param everyDays how often the unit reports; nothing where once is enough
/// @param attachments the names of what is enclosed, one a line
/// @param answerBy the last day for the (first) answer
public record SlipContent(
        String title,
        String basis,
        String requirement,
        @Nullable String gap,
        @Nullable String leadLeader,
        @Nullable String supportingLeader,
        List<OrganisationId> supporting,
        @Nullable LocalDate due,
        @Nullable Integer everyDays,
        @Nullable String contact,
        @Nullable String attachments,
        LocalDate answerBy) {

    public SlipContent {
        supporting = supporting == null ? List.of() : List.copyOf(supporting);
    }

    /// The shortest there is.
    public static SlipContent of(String title, String basis, String requirement, LocalDate answerBy) {
        return new SlipContent(title, basis, requirement, null, null, null, List.of(), null, null, null, null, answerBy);
    }
}
