package org.mingbai.supervision.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// Calling units to the spot.
/// @param units as typed, then empty lines for more
/// @param known the names to choose from
public record CallForm(Link matter, String action, List<Choice> kinds, String kind, String reason, List<String> units, List<String> known, String minutes,
        String key, FieldErrors errors) {}
