package org.mingbai.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.OrganisationId;

/// Which unit a ledger means by a name: the one the tenant said, or the only one so called.
final class UnitNames {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<String, Optional<OrganisationId>> units = new HashMap<>();

    /// @param said names the directory does not know, and the unit meant
    UnitNames(List<Organisation> organisations, Map<String, OrganisationId> said) {
        for (var unit : organisations) {
            add(unit.name(), unit.id());
            if (unit.shortName() != null && !unit.shortName().equals(unit.name())) {
                add(unit.shortName(), unit.id());
            }
        }
        said.forEach((name, unit) -> units.put(plain(name), Optional.of(unit)));
    }

    /// A name that two units bear stands for neither.
    private void add(String name, OrganisationId unit) {
        if (!name.isBlank()) {
            units.merge(plain(name), Optional.of(unit), (one, other) -> one.equals(other) ? one : Optional.empty());
        }
    }

    Optional<OrganisationId> of(String name) {
        return units.getOrDefault(plain(name), Optional.empty());
    }

    static String plain(String name) {
        return BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
