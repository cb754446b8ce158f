package org.mingbai.shell.page;

import java.time.OffsetDateTime;
import java.util.List;

/// One entry of a journal as a sentence of a story.
///
/// @param id    names the line in the page's address
/// @param text  what was done, without who and when
/// @param quote what was written by hand, empty when nothing was
/// @param turn  whether the story turns here: raised, closed, relapsed
public record StoryLine(String id, OffsetDateTime at, String who, String unit, String text, String quote, List<FileChip> files, boolean turn) {}
