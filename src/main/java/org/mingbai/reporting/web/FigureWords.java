package org.mingbai.reporting.web;

import java.util.Collection;
import java.util.Map;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.ledger.Register;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.FigureWording;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.LightSign;
import org.springframework.context.i18n.LocaleContextHolder;

/// Figures, fields and values in the reader's language, lights as the reader's body calls them.
final class FigureWords {

    private final FigureWording wording;

    FigureWords(OrganisationTree tree, Collection<Register> registers) {
        var locale = LocaleContextHolder.getLocale();
        this.wording = new FigureWording(Words.in(locale), tree, registers, locale);
    }

    private static FigureWording here() {
        return FigureWording.in(LocaleContextHolder.getLocale());
    }

    static String name(Figure figure) {
        return here().name(figure);
    }

    static String means(Figure figure) {
        return here().means(figure);
    }

    static String excludes(Figure figure) {
        return here().excludes(figure);
    }

    /// How it is counted, where neither units nor registers are named.
    static String howCounted(Figure figure, FigureAnswer answer) {
        return here().tally(figure, answer);
    }

    static String field(Field field) {
        return here().field(field);
    }

    static String value(FigureAnswer answer) {
        return here().shown(answer);
    }

    String value(Field field, String value) {
        return field == Field.LIGHT && !value.isEmpty() ? LightSign.valueOf(value).word() : wording.value(field, value);
    }

    Map<String, String> registers() {
        return wording.registers();
    }

    String said(Condition condition) {
        return wording.said(condition);
    }

    String said(Collection<Condition> conditions) {
        return wording.said(conditions);
    }

    String tally(Figure figure, FigureAnswer answer) {
        return wording.tally(figure, answer);
    }
}
