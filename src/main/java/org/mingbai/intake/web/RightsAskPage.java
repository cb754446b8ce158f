package org.mingbai.intake.web;

import java.util.List;
import java.util.Map;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The form on which a request is taken down for somebody.
public record RightsAskPage(Link matter, String action, List<Choice> wishes, Map<String, String> typed, FieldErrors errors) {

    public String shown(String field) {
        return typed.getOrDefault(field, "").replace("\0", "");
    }
}
