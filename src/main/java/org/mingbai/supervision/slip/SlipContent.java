package org.mingbai.supervision.slip;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Visible;

/// What a slip says.
/// @param basis the decision, remark, meeting or rule it rests on
/// @param requirement what is asked; of a talk, what is to be explained
/// @param gap the risk, or what is behind and by how much
/// @param supporting the units that help
/// @param due by when the work has to be done; of a talk, its day
/// @param everyDays how often the unit reports; nothing where once is enough
/// @param attachments the names of what is enclosed on paper, one a line
/// @param files what is enclosed as files, brought to the library by whoever wrote the slip
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
        LocalDate answerBy,
        List<StoredFile> files) {

    public SlipContent {
        files = files == null ? List.of() : List.copyOf(files);
        supporting = supporting == null ? List.of() : List.copyOf(supporting);
    }

    /// Without files.
    public SlipContent(String title, String basis, String requirement, @Nullable String gap, @Nullable String leadLeader,
            @Nullable String supportingLeader, List<OrganisationId> supporting, @Nullable LocalDate due, @Nullable Integer everyDays,
            @Nullable String contact, @Nullable String attachments, LocalDate answerBy) {
        this(title, basis, requirement, gap, leadLeader, supportingLeader, supporting, due, everyDays, contact, attachments, answerBy, List.of());
    }

    public SlipContent with(List<StoredFile> others) {
        return new SlipContent(title, basis, requirement, gap, leadLeader, supportingLeader, supporting, due, everyDays, contact, attachments, answerBy,
                others);
    }

    /// The names of all that is enclosed, one a line, on paper or as files; nothing where nothing is.
    @Nullable String enclosed() {
        var names = Stream.concat(attachments == null ? Stream.empty() : attachments.lines(), files.stream().map(StoredFile::name))
                .collect(Collectors.joining("\n"));
        return Visible.says(names) ? names : null;
    }

    /// The shortest there is.
    public static SlipContent of(String title, String basis, String requirement, LocalDate answerBy) {
        return new SlipContent(title, basis, requirement, null, null, null, List.of(), null, null, null, null, answerBy);
    }
}
