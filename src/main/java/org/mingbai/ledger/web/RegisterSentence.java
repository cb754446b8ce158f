package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.util.ArrayList;
import java.util.List;
import org.mingbai.shell.page.FilterPart;

/// A question to a register as a sentence, each part with the address of the list without it.
final class RegisterSentence {

    private final RegisterQuery query;
    private final Naming names;

    RegisterSentence(RegisterQuery query, Naming names) {
        this.query = query;
        this.names = names;
    }

    List<FilterPart> parts() {
        var parts = new ArrayList<FilterPart>();
        if (query.open()) {
            parts.add(part(t("ledger.register.is.open"), query.open(false)));
        }
        if (query.light() != null) {
            parts.add(part(t("ledger.register.is.light", query.light().word()), query.light(null)));
        }
        query.stages().stream().sorted().forEach(stage ->
                parts.add(part(t("ledger.register.is.stage", t("ledger.stage." + stage)), query.without(stage))));
        if (query.lead() != null) {
            parts.add(part(t("ledger.register.is.lead", names.unit(query.lead())), query.lead(null)));
        }
        if (query.dueFrom() != null) {
            parts.add(part(t("ledger.register.is.from", query.dueFrom()), query.due(null, query.until())));
        }
        if (query.until() != null) {
            parts.add(part(t("ledger.register.is.until", query.until()), query.due(query.dueFrom(), null)));
        }
        if (query.category() != null) {
            parts.add(part(t("ledger.register.is.category", query.category()), query.category(null)));
        }
        if (query.words() != null) {
            parts.add(part(t("ledger.register.is.words", query.words()), query.words(null)));
        }
        return parts;
    }

    private static FilterPart part(String text, RegisterQuery without) {
        return new FilterPart(text, without.href());
    }
}
