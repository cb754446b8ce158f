package org.mingbai.supervision.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// One form of those who watch over a matter.
/// @param choices none where nothing is to be chosen
/// @param asksUntil whether it asks for a last day
/// @param open whether it can be filled in: nothing stands in the way as things are
public record WatchPage(String title, Link matter, String action, String what, String label, List<Choice> choices, String choice, String words,
        boolean asksUntil, String until, String earliest, String latest, String key, Optional<Link> beside, boolean open, FieldErrors errors) {}
