package org.mingbai.directory.web;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingbai.shell.Words;

/// One field that an act made another; empty is none. Only what differs is told.
public record Change(String field, String before, String after) {

    public static List<Change> between(Map<String, String> before, Map<String, String> after) {
        var fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .map(field -> new Change(field, shown(field, before.getOrDefault(field, "")), shown(field, after.getOrDefault(field, ""))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static String shown(String field, String value) {
        return switch (field) {
            case "role" -> value.isEmpty() ? "" : Words.t("directory.role." + value);
            case "kind" -> value.isEmpty() ? "" : Words.t("directory.kind." + value);
            case "reason" -> value.isEmpty() ? "" : Words.t("directory.reason." + value);
            case "use" -> value.isEmpty() ? "" : Words.t(value);
            case "secondFactorFor" -> Stream.of(value.split(" ")).filter(role -> !role.isEmpty()).map(role -> Words.t("directory.role." + role))
                    .collect(joining(Words.t("directory.and")));
            default -> value;
        };
    }
}
