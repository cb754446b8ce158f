package org.mingbai.ledger.web;

import java.util.Locale;
import org.mingbai.ledger.Policy;
import org.springframework.context.i18n.LocaleContextHolder;

/// The heading of a column in the reader's language.
public final class ColumnLabel {

    private ColumnLabel() {}

    public static String of(Policy.Column column) {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? column.en() : column.zh();
    }
}
