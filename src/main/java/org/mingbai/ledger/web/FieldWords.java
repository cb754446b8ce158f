package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.ActKind;
import org.mingbai.shell.Words;

/// What a field is called: an act may call it by a word of its own, otherwise the general one holds.
final class FieldWords {

    private FieldWords() {}

    static String label(@Nullable ActKind kind, String field) {
        var own = "ledger.field." + kind + "." + field;
        var general = "ledger.field." + field;
        return Words.has(own) ? t(own) : Words.has(general) ? t(general) : field;
    }

    /// One line of help, empty where none is needed.
    static String help(ActKind kind, String field, Object... args) {
        var own = "ledger.field." + kind + "." + field + ".help";
        var general = "ledger.field." + field + ".help";
        return Words.has(own) ? t(own, args) : Words.has(general) ? t(general, args) : "";
    }

    static String helpOf(String field) {
        return Words.has("ledger.field.raise." + field + ".help") ? t("ledger.field.raise." + field + ".help") : "";
    }
}
