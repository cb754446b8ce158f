package org.mingbai.reporting.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.reporting.brief.Brief;
import org.mingbai.reporting.brief.Told;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// One report as it reads.
/// @param mayAct whether it is theirs to go on with
public record BriefPage(Brief brief, List<Link> way, String state, Told told, Optional<String> number, boolean mayAct, FieldErrors errors) {}
