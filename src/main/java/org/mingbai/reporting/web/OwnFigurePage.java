package org.mingbai.reporting.web;

import java.util.List;
import org.mingbai.shell.Link;

/// A figure in the making.
/// @param dropHref where it is dropped; empty for a new one
public record OwnFigurePage(String title, List<Link> way, OwnFigureForm form, OwnFigureForm.Offered offered, String dropHref) {}
