package org.mingbai.town.story;

import java.util.Map;
import java.util.Random;
import org.mingbai.town.cast.Unit;

/// What a unit is in the habit of doing on paper, so that there is something to look at where such signs are shown.
enum Habit {
    /// Tells what it did in the same words.
    STOCK_PHRASE,
    /// Shows a picture it has shown before.
    OLD_PICTURE,
    /// Claims on the last day.
    LAST_MOMENT,
    /// Reports nothing until it is done.
    SILENT_UNTIL_DONE;

    static final String PHRASE = "接件后高度重视，第一时间安排专人到现场核实处置，目前问题已整改到位，群众表示满意。";

    private static final int PERCENT = 65;
    private static final long OWN = 0x7369676eL;
    private static final Map<Unit, Habit> OF = Map.of(Unit.WATER, STOCK_PHRASE, Unit.CLEAN, OLD_PICTURE, Unit.ROADS, LAST_MOMENT, Unit.HOUSING,
            SILENT_UNTIL_DONE);

    /// Whether a story shows it. It draws no lot of the story's own: what else happens in it stays as it is.
    boolean shows(Unit unit, long seed) {
        return OF.get(unit) == this && new Random(seed ^ OWN + ordinal()).nextInt(100) < PERCENT;
    }
}
