package org.mingbai.directory.web;

import java.util.List;
import java.util.stream.Stream;
import org.mingbai.directory.Role;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// A post as somebody gives it, all as typed.
public record PostForm(String person, String unit, String role, String title, String first, String last, String key, List<String> unitNames,
        String backHref, FieldErrors errors) {

    public List<Choice> roles() {
        return Stream.of(Role.values()).map(role -> new Choice(role.name(), Words.t("directory.role." + role))).toList();
    }
}
