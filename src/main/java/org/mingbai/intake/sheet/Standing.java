package org.mingbai.intake.sheet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.Sayings.Said;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.State;
import org.mingbai.intake.sheet.words.States;

/// Where a matter stands by what its rows say: done or not, and under which light.
final class Standing {

    static final Pattern TICK = Pattern.compile("[√✓✔●★是1vV]");

    /// Hears of a cell that should be looked at: where it is, the message, its text.
    interface Doubted {
        void at(int row, int column, String key, String... arguments);
    }

    private final Sayings said;
    private final TableShape shape;
    private final Doubted doubted;

    Standing(Sayings said, TableShape shape, Doubted doubted) {
        this.said = said;
        this.shape = shape;
        this.doubted = doubted;
    }

    @Nullable Light light(@Nullable Light fill) {
        for (var one : said.of(Field.LIGHT)) {
            var ink = Light.isSign(one.text()) ? Light.ofColour(one.cell().look().ink()) : null;
            var light = ticked(one) ? Light.ofWord(one.column().implied()) : ink != null ? ink : Light.ofWord(one.text());
            if (light != null) {
                return light;
            }
        }
        return fill;
    }

    static boolean ticked(Said one) {
        return one.column().implied() != null && TICK.matcher(Plain.tight(one.text())).matches();
    }

    /// A word that has only to tell it counts first, then what the progress says, then its share, then a closing date, then the light alone.
    State state(@Nullable Light light, int firstRow, Function<Said, @Nullable LocalDate> date) {
        var told = told();
        if (told != null) {
            return told;
        }
        told = ofProgress();
        if (told != null) {
            return told;
        }
        var share = said.first(Field.COMPLETION_RATE);
        told = share == null ? null : share(share);
        if (told != null) {
            return told;
        }
        for (var one : new Said[] {said.first(Field.CLOSED_ON), said.first(Field.COMPLETED_ON)}) {
            var on = one == null ? null : date.apply(one);
            if (on != null && !on.isAfter(shape.reference().day())) {
                return State.CLOSED;
            }
        }
        boolean onlyColour = said.joined(Field.PROGRESS) == null && said.of(Field.STATUS).isEmpty() && share == null;
        if (onlyColour && light != null && (shape.signals().tellAlone() || shape.signals().explains(light)) && shape.signals().meaning(light) == State.CLOSED) {
            if (!shape.signals().explains(light)) {
                doubted.at(firstRow, 0, "intake.doubt.closedByColour");
            }
            return State.CLOSED;
        }
        return State.OPEN;
    }

    private @Nullable State told() {
        State told = null;
        for (var one : said.of(Field.STATUS)) {
            var state = one.column().implied() == null ? shape.vocabulary().state(one.text()).orElse(null) : ticked(one)
                    ? States.ofWord(one.column().implied()) : null;
            told = state == null ? told : told == null ? state : state == State.OPEN ? State.OPEN : told;
            if (state == null && one.column().implied() == null && !Plain.saysNothing(one.text())) {
                doubted.at(one.row(), one.column().index(), "intake.doubt.status", one.text());
            }
        }
        return told;
    }

    /// Where each row reports for itself, one open row keeps the matter open. Of months side by side under one heading the latest counts.
    private @Nullable State ofProgress() {
        var latest = new HashMap<String, State>();
        for (var one : said.of(Field.PROGRESS)) {
            var state = shape.vocabulary().progress(one.text()).orElse(null);
            if (state != null) {
                latest.put(one.row() + " " + one.column().header().split(" / ")[0], state);
            }
        }
        return latest.containsValue(State.OPEN) ? State.OPEN : latest.isEmpty() ? null : State.CLOSED;
    }

    private static @Nullable State share(Said one) {
        double value = one.cell().number();
        if (one.cell().kind() == Cell.Kind.NUMBER) {
            return (one.text().contains("%") ? value >= 1 : value == 1 || value >= 100) ? State.CLOSED : State.OPEN;
        }
        var digits = Plain.narrow(one.text()).replaceAll("[^0-9.]", "");
        return digits.matches("\\d{1,4}(\\.\\d+)?") ? Double.parseDouble(digits) >= 100 ? State.CLOSED : State.OPEN : States.ofWord(one.text());
    }
}
