package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.mingbai.directory.OrganisationId;

/// Units by the names that were typed.
/// @param faults what could not be read as one unit, in the reader's words
record UnitsTyped(List<OrganisationId> units, List<String> faults) {

    private static final int SHOWN_MAX = 36;

    static UnitsTyped of(Collection<String> names, Function<String, List<OrganisationId>> unitsMeant) {
        var units = new ArrayList<OrganisationId>();
        var faults = new ArrayList<String>();
        names.stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().forEach(name -> {
            var meant = name.indexOf(0) >= 0 ? List.<OrganisationId>of() : unitsMeant.apply(name);
            if (meant.size() == 1) {
                units.add(meant.getFirst());
            } else {
                faults.add(meant.isEmpty() ? t("ledger.field.no-unit", cut(name)) : t("ledger.field.several-units", cut(name), meant.size()));
            }
        });
        return new UnitsTyped(List.copyOf(units), List.copyOf(faults));
    }

    /// What was typed, short enough to be said back, with nothing hidden in it.
    static String cut(String text) {
        var plain = text.replaceAll("\\p{Cntrl}|[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "").strip();
        return plain.length() > SHOWN_MAX ? plain.substring(0, SHOWN_MAX) + "…" : plain;
    }
}
