package org.mingbai.intake.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Deadline;
import org.mingbai.intake.sheet.words.State;

/// One measure. Owners, deadline and state are its own, where its row tells them apart from the matter's.
public record ReadMeasure(String text, List<String> owners, @Nullable Deadline deadline, @Nullable String progress, @Nullable State state) {}
