package org.mingbai.intake.web;

import java.util.List;
import org.mingbai.ledger.Hidden;
import org.mingbai.shell.Link;

/// The masked texts of a matter, shown once as they were typed.
public record AsTypedPage(Link matter, String purpose, List<Hidden> texts) {}
