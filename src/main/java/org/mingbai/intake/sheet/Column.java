package org.mingbai.intake.sheet;

import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Field;

/// A column while its meaning is being settled. `implied` is what a tick in it says: the sub heading 已完成 under 完成情况.
record Column(int index, String header, @Nullable Field field, int rank, double confidence, @Nullable String implied, boolean blankMeansNo) {

    Column as(@Nullable Field other) {
        return new Column(index, header, other, rank, confidence, implied, blankMeansNo);
    }

    Column guessed(Field other, double how) {
        return new Column(index, header, other, rank, how, implied, blankMeansNo);
    }

    Column blankMeansNo(boolean so) {
        return new Column(index, header, field, rank, confidence, implied, so);
    }

    boolean is(Field other) {
        return field == other;
    }

    ReadColumn shown() {
        return new ReadColumn(index, header, field, confidence);
    }
}
