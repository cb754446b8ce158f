package org.mingbai.shell.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One thing to be done, in a numbered list, with its proof.
///
/// @param kind  a word for its kind, empty when there are none
/// @param state how it stands, in words; empty leaves the sign's own word
public record WorkItem(int number, String text, String kind, String who, Optional<LocalDate> due, LightSign sign, String state,
                       List<FileChip> proof) {}
