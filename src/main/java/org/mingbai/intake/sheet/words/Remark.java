package org.mingbai.intake.sheet.words;

import java.util.List;

/// Something a reader of the cell should look at: a message key below `intake.doubt.` and its arguments.
public record Remark(String key, List<String> arguments) {

    public static Remark of(String key, String... arguments) {
        return new Remark(key, List.of(arguments));
    }
}
