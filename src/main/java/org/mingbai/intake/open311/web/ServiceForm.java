package org.mingbai.intake.open311.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// A service being written.
/// @param code empty for a new one, whose code is in the form
public record ServiceForm(String code, Typed typed, List<Choice> registers, List<Choice> deliveries, FieldErrors errors) {

    /// As typed.
    public record Typed(String code, String register, String category, String zh, String en, String saysZh, String saysEn, String keywords, String group,
            String delivery, String attributes, boolean offered) {}

    public List<Link> way() {
        return List.of(new Link(t("intake.service.title"), ServicePages.ALL));
    }

    public String title() {
        return code.isEmpty() ? t("intake.service.new") : typed.zh();
    }
}
