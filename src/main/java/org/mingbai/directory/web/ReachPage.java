package org.mingbai.directory.web;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.directory.telling.Rhythm;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// How one wants to be told: the fields as typed, and how it stands.
public record ReachPage(String address, String rhythm, String dailyAt, String quietFrom, String quietUntil, String language, Standing standing,
                        FieldErrors errors) {

    /// @param server    whether letters can be sent at all
    /// @param keeper    whether the reader is to see to that
    /// @param address   the one that is kept, empty while there is none
    /// @param confirmed whether letters go there
    /// @param askedAt   when a letter was written that asks to confirm it
    public record Standing(boolean server, boolean keeper, String address, boolean confirmed, Optional<OffsetDateTime> askedAt) {

        /// Whether a letter can be asked for.
        public boolean waits() {
            return server && !address.isEmpty() && !confirmed;
        }
    }

    public List<Choice> rhythms() {
        return Stream.of(Rhythm.values())
                .map(one -> new Choice(one.name(), Words.t("directory.reach.rhythm." + one), Words.t("directory.reach.rhythm." + one + ".help")))
                .toList();
    }

    public List<Choice> languages() {
        return Words.languages().stream().sorted(Comparator.reverseOrder()).map(one -> new Choice(one, Words.t("directory.reach.language." + one))).toList();
    }
}
