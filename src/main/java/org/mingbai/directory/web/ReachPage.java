package org.mingbai.directory.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mingbai.directory.telling.Rhythm;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// How one wants to be told, as typed.
///
/// @param server whether letters can be sent at all
public record ReachPage(String address, String rhythm, String dailyAt, String quietFrom, String quietUntil, String language, boolean server,
                        FieldErrors errors) {

    public List<Choice> rhythms() {
        return Stream.of(Rhythm.values())
                .map(one -> new Choice(one.name(), Words.t("directory.reach.rhythm." + one), Words.t("directory.reach.rhythm." + one + ".help")))
                .toList();
    }

    public List<Choice> languages() {
        return Words.languages().stream().sorted(Comparator.reverseOrder()).map(one -> new Choice(one, Words.t("directory.reach.language." + one))).toList();
    }
}
