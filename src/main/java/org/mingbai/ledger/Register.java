package org.mingbai.ledger;

import java.util.Locale;
import org.mingbai.directory.OrganisationId;

/// A list with its rules: problems, tasks, livelihood projects and hotline orders are registers over one kind of matter.
/// @param office the unit that coordinates it
/// @param policy the version in force for what is raised now
/// @param open whether people without an account may raise matters on it
/// @param published whether what became of its matters may be shown to everybody, each after somebody released it
public record Register(String code, String zh, String en, OrganisationId office, Policy policy, boolean open, boolean published) {

    /// How long a name may be, in characters as a reader counts them.
    public static final int NAME_MAX = 40;

    /// One line that can be seen as it is.
    public static boolean canBeCalled(String name) {
        return Wording.fits(name, NAME_MAX) && name.codePoints().noneMatch(Character::isISOControl);
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
