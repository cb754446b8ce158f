package org.mingbai.intake.web;

import java.util.List;
import java.util.Map;
import org.mingbai.shell.page.FieldErrors;

/// The form that writes down what went out.
/// @param rounds used before
public record OpinionLetterNew(Map<String, String> typed, List<String> rounds, FieldErrors errors) {

    public String shown(String field) {
        return typed.getOrDefault(field, "").replace("\0", "");
    }
}
