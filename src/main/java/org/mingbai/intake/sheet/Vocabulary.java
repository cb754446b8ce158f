package org.mingbai.intake.sheet;

import java.util.List;
import java.util.Optional;
import org.mingbai.intake.sheet.words.Deadlines;
import org.mingbai.intake.sheet.words.People;
import org.mingbai.intake.sheet.words.Reference;
import org.mingbai.intake.sheet.words.Remembered;
import org.mingbai.intake.sheet.words.State;
import org.mingbai.intake.sheet.words.States;
import org.mingbai.intake.sheet.words.Units;

/// The words of one table as they have been understood so far: a ledger names the same units and people in row after row.
final class Vocabulary {

    private final Remembered<Units.Read> leads = new Remembered<>(Units::of);
    private final Remembered<List<String>> units = new Remembered<>(Units::split);
    private final Remembered<List<String>> people = new Remembered<>(People::split);
    private final Remembered<Optional<State>> states = new Remembered<>(text -> Optional.ofNullable(States.ofWord(text)));
    private final Remembered<Optional<State>> progress = new Remembered<>(text -> Optional.ofNullable(States.ofProgress(text)));

    private final Remembered<Deadlines.Read> dues;

    Vocabulary(Reference reference) {
        this.dues = new Remembered<>(text -> Deadlines.of(text, reference, null));
    }

    /// What a deadline says that does not count from a start of its own.
    Deadlines.Read due(String text) {
        return dues.of(text);
    }

    Units.Read lead(String text) {
        return leads.of(text);
    }

    List<String> units(String text) {
        return units.of(text);
    }

    List<String> people(String text) {
        return people.of(text);
    }

    Optional<State> state(String text) {
        return states.of(text);
    }

    Optional<State> progress(String text) {
        return progress.of(text);
    }
}
