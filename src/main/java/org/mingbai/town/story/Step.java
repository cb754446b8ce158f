package org.mingbai.town.story;

import java.time.LocalDateTime;
import java.util.List;
import org.mingbai.ledger.Act;
import org.mingbai.town.picture.Shot;

/// One thing somebody did at a moment.
public sealed interface Step {

    LocalDateTime at();

    /// The code of a `Figure`.
    String who();

    record Does(LocalDateTime at, String who, Act act) implements Step {}

    record Reports(LocalDateTime at, String who, String text, List<Integer> percents, List<Shot> shots) implements Step {}

    record Proves(LocalDateTime at, String who, List<Integer> measures, List<Shot> shots, String note) implements Step {}

    /// @param story the number of the story whose matter takes this one in
    record Joins(LocalDateTime at, String who, int story, String reason) implements Step {}
}
