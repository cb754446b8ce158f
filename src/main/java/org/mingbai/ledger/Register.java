package org.mingbai.ledger;

import java.util.Locale;
import org.mingbai.directory.OrganisationId;

/// A list with its rules: problems, tasks, livelihood projects and hotline orders are registers over one kind of matter.
/// @param office the unit that coordinates it
/// @param policy the version in force for what is raised now
public record Register(String code, String zh, String en, OrganisationId office, Policy policy) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
