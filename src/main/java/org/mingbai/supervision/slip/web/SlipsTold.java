package org.mingbai.supervision.slip.web;

import java.util.List;
import java.util.Optional;

/// The slips about one matter.
/// @param writeHref where another is written; empty for those who may not
public record SlipsTold(List<SlipRow> rows, Optional<String> writeHref) {}
