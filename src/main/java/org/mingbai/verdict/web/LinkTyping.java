package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.verdict.callback.LinkRule;

/// Reads the rule by which links are sent, as somebody typed it.
final class LinkTyping {

    private static final int BASIS_MAX = 300;

    private LinkTyping() {}

    /// As the browser sends it.
    record Sent(@Nullable String version, @Nullable String sends, @Nullable String zh, @Nullable String en, @Nullable String quietFrom,
            @Nullable String quietUntil, @Nullable String days, @Nullable String basis) {

        CallBackRulesPage.TypedRule typed() {
            return new CallBackRulesPage.TypedRule(text(version), sends != null, text(zh), text(en), text(quietFrom), text(quietUntil), text(days),
                    text(basis));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : FormulaTyping.plain(sent);
        }
    }

    /// @param rule nothing where something is wrong
    record Read(CallBackRulesPage.TypedRule typed, @Nullable LinkRule rule, FieldErrors errors) {

        Read with(String field, String why) {
            return new Read(typed, null, errors.with("link-" + field, why, t("verdict.link." + field)));
        }
    }

    static CallBackRulesPage.TypedRule of(LinkRule rule) {
        return new CallBackRulesPage.TypedRule(Integer.toString(rule.version()), rule.sends(), rule.zh(), rule.en(), rule.quietFrom().toString(),
                rule.quietUntil().toString(), Integer.toString(rule.days()), "");
    }

    static Read read(String register, Sent sent) {
        var typed = sent.typed();
        var from = time(typed.from());
        var until = time(typed.until());
        var read = new Read(typed, null, FieldErrors.none());
        read = isText(typed.zh()) ? read : read.with("zh", t("verdict.link.wrong.text", LinkRule.LINK, LinkRule.TEXT_MAX));
        read = isText(typed.en()) ? read : read.with("en", t("verdict.link.wrong.text", LinkRule.LINK, LinkRule.TEXT_MAX));
        read = from.isPresent() ? read : read.with("from", t("verdict.link.wrong.time"));
        read = until.isPresent() ? read : read.with("until", t("verdict.link.wrong.time"));
        boolean days = typed.days().matches("[0-9]{1,2}") && Integer.parseInt(typed.days()) <= LinkRule.DAYS_MAX;
        read = days ? read : read.with("days", t("verdict.link.wrong.days", LinkRule.DAYS_MAX));
        read = !typed.basis().isEmpty() && typed.basis().length() <= BASIS_MAX ? read : read.with("basis", t("verdict.formula.wrong.basis"));
        read = typed.version().matches("[1-9][0-9]{0,5}") ? read : read.with("basis", t("verdict.formula.overtaken"));
        return read.errors.any() ? read : new Read(typed, new LinkRule(register, Integer.parseInt(typed.version()), typed.sends(), typed.zh(), typed.en(),
                from.orElseThrow(), until.orElseThrow(), Integer.parseInt(typed.days()), typed.basis()), read.errors);
    }

    private static boolean isText(String text) {
        return text.contains(LinkRule.LINK) && text.length() <= LinkRule.TEXT_MAX && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed)).filter(time -> time.getSecond() == 0 && time.getNano() == 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
