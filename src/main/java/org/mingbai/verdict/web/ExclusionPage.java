package org.mingbai.verdict.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FileChip;

/// One application and what became of it.
/// @param evidence the entry that shows the reason; nothing where only files do
/// @param form empty where there is nothing this reader may do
public record ExclusionPage(String action, Link matter, String unit, String verdict, String reason, String words, @Nullable Link evidence,
        List<FileChip> files, OffsetDateTime askedAt, String state, List<Ruled> rulings, String whoDecides, Optional<Form> form) {

    /// @param told empty where nobody is told
    public record Ruled(OffsetDateTime at, String unit, String what, String words, String told) {}

    /// @param told whether those who raised it have to be told whatever is chosen
    public record Form(List<Choice> rulings, String ruling, String words, String told, String key, FieldErrors errors) {}
}
