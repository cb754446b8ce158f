package org.mingbai.reporting.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What hangs on a wall: a few numbers of the whole body, nobody's name and no matter's title.
/// @param at as it stood then
public record WallPage(String title, OffsetDateTime at, Optional<String> saying, List<BoardPage.Tile> tiles, List<BoardPage.Chart> charts) {}
