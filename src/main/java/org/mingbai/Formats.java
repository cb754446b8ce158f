package org.mingbai;

import java.util.Set;

/// For programs or for people.
final class Formats {

    private Formats() {}

    static String of(Arguments arguments) {
        var format = arguments.value("--format").orElse("text");
        if (!Set.of("json", "text").contains(format)) {
            throw new Misuse("--format 只能是 json 或 text。", "--format is json or text.");
        }
        return format;
    }
}
