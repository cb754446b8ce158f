package org.mingbai.intake.web;

import java.util.List;
import org.mingbai.shell.Link;

/// What the replies to some letters raised, as far as the reader sees the matters.
/// @param of the round or the body; empty for all
/// @param many whether there may be more than are listed
public record OpinionLetterMatters(String of, List<Link> matters, boolean many) {}
