package org.mingbai.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rows of a plan as a form sends them: `m0.text`, `m0.kind` and so on. A row in which nothing was written is no measure.
record PlanRows(int rows, List<Row> written) {

    private static final int ROWS_MAX = 100;

    record Row(int at, String kind, String text, String goal, String owner, String due, String sharedMatter, String sharedNo) {

        boolean empty() {
            return Stream.of(text, goal, owner, due, sharedMatter, sharedNo).allMatch(String::isBlank);
        }
    }

    static PlanRows of(Typed typed) {
        int rows = IntStream.iterate(0, at -> at < ROWS_MAX && !typed.all("m" + at + ".text").isEmpty(), at -> at + 1).map(_ -> 1).sum();
        var written = new ArrayList<Row>();
        for (int at = 0; at < rows; at++) {
            var row = new Row(at, typed.one("m" + at + ".kind"), typed.one("m" + at + ".text"), typed.one("m" + at + ".goal"),
                    typed.one("m" + at + ".owner"), typed.one("m" + at + ".due"), typed.one("m" + at + ".sharedMatter"),
                            typed.one("m" + at + ".sharedNo"));
            if (!row.empty()) {
                written.add(row);
            }
        }
        return new PlanRows(rows, List.copyOf(written));
    }
}
