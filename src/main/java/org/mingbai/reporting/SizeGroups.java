package org.mingbai.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mingbai.verdict.Rates;

/// Puts units in an order only among those with a like number of cases: a share of twelve is not beaten by a share of a thousand. Those whose
/// intervals overlap share a place, because chance alone could have turned them round; of a few nothing can be said.
public final class SizeGroups {

    /// Of fewer cases a unit is in no order.
    public static final int LEAST = 10;

    private static final int[] BOUNDS = {LEAST, 30, 100, 300, 1000};

    private SizeGroups() {}

    /// @param to the most cases in it; the largest number there is for the last group
    public record Group(int from, int to, List<Placed> sides) {}

    /// @param place from 1; several may share one
    public record Placed(FigureAnswer.Side side, int place) {}

    /// From the largest units to the smallest, each group from high to low.
    public static List<Group> of(List<FigureAnswer.Side> sides) {
        var groups = new ArrayList<Group>();
        for (int i = BOUNDS.length - 1; i >= 0; i--) {
            int from = BOUNDS[i];
            int to = i == BOUNDS.length - 1 ? Integer.MAX_VALUE : BOUNDS[i + 1] - 1;
            var here = sides.stream().filter(side -> !side.key().isEmpty() && side.answer().cases() >= from && side.answer().cases() <= to)
                    .sorted(Comparator.comparing((FigureAnswer.Side side) -> side.answer().value().orElseThrow()).reversed()
                            .thenComparing(FigureAnswer.Side::key))
                    .toList();
            if (!here.isEmpty()) {
                groups.add(new Group(from, to, placed(here)));
            }
        }
        return groups;
    }

    /// Those with too few cases, and the cases of no unit.
    public static List<FigureAnswer.Side> tooFew(List<FigureAnswer.Side> sides) {
        return sides.stream().filter(side -> side.key().isEmpty() || side.answer().cases() < LEAST).toList();
    }

    private static List<Placed> placed(List<FigureAnswer.Side> here) {
        var all = new ArrayList<Placed>();
        int place = 1;
        Rates.Share first = here.getFirst().answer().interval().orElseThrow();
        for (int i = 0; i < here.size(); i++) {
            var interval = here.get(i).answer().interval().orElseThrow();
            if (interval.high().compareTo(first.low()) < 0) {
                place = i + 1;
                first = interval;
            }
            all.add(new Placed(here.get(i), place));
        }
        return all;
    }
}
