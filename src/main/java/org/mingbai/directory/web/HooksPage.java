package org.mingbai.directory.web;

import java.util.List;
import java.util.stream.Stream;
import org.mingbai.directory.telling.HookKind;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The addresses outside, and a form for one more. What was typed as a secret is never given back.
public record HooksPage(List<Row> rows, List<String> units, String name, String kind, String unit, FieldErrors errors) {

    /// @param unit empty for all units
    public record Row(long id, String name, String kind, String unit, String shown) {}

    public List<Choice> kinds() {
        return Stream.of(HookKind.values())
                .map(one -> new Choice(one.name(), Words.t("directory.hook.kind." + one), Words.t("directory.hook.kind." + one + ".help"))).toList();
    }
}
