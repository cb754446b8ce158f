package org.mingbai.shell.page;

import java.util.List;
import java.util.Map;
import org.mingbai.shell.Link;

/// Shown by the template `shell/confirm` before a long or far-reaching act: what will happen, then one verb.
///
/// @param effects what will happen, a sentence each
/// @param action  where it is posted, with these hidden fields
public record ConfirmPage(String title, List<Link> way, List<String> effects, String action, Map<String, String> fields, String verb,
                          String backHref) {}
