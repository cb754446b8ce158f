package org.mingbai.intake.web;

import org.mingbai.intake.Identity;
import org.mingbai.shell.Link;

/// Who it was, shown once.
public record RevealedPage(Link matter, String purpose, Identity identity) {}
