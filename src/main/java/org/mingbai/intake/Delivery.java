package org.mingbai.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.sheet.ReadMatter;
import org.mingbai.intake.sheet.SheetReport;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.TakingOver;

/// A ledger brought and taken over in one go, as the page does it in steps, and what became of each of its rows.
///
/// @param withChanges whether rows that differ were to change the account
/// @param differing rows that are on the account otherwise
/// @param unknownUnits names that stand for no unit of the directory, with the number of rows
/// @param read rows that are matters
public record Delivery(Import made, boolean withChanges, Import.Result result, List<Differing> differing, List<SheetReport> sheets,
        Map<String, Integer> unknownUnits, int read) {

    public record Differing(String rows, MatterId matter, String problem, List<Difference> differences) {}

    /// What came of it before anything was written.
    public sealed interface Outcome {

        record Told(Delivery delivery) implements Outcome {}

        /// @param why a message key, and what goes into the message
        record Refused(String why, List<String> arguments) implements Outcome {}
    }

    /// @param withChanges whether rows that differ from the account change it
    /// @param progress hears how many rows are done
    public static Outcome of(Imports imports, SignedIn who, String register, Path file, LocalDate asOf, boolean withChanges,
            IntConsumer progress) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return switch (imports.bring(who, register, file.getFileName().toString(), asOf, content)) {
                case Imports.Brought.Refused(var why) -> new Outcome.Refused(why.key(), why.arguments());
                case Imports.Brought.Kept(var made) -> {
                    imports.begin(who, made.id());
                    var heard = new Heard(progress);
                    var result = imports.run(who, made.id(), withChanges, heard);
                    yield new Outcome.Told(new Delivery(made, withChanges, result, heard.differing, heard.sheets, heard.unknownUnits, heard.read));
                }
            };
        }
    }

    public boolean failed() {
        return result.failure() != null;
    }

    /// On the account before, and just as the file says.
    public int same() {
        return result.same() - left();
    }

    /// Rows that differ and were left as the account has them.
    public int left() {
        return withChanges ? 0 : differing.size();
    }

    /// Rows the account did not take; the first of them are told in the result, each with its reason.
    public int refused() {
        return read - result.added() - result.changed() - result.same() - result.livesHere();
    }

    private static final class Heard implements Imports.Listener {

        private final IntConsumer progress;
        private final List<Differing> differing = new ArrayList<>();
        private final List<SheetReport> sheets = new ArrayList<>();
        private final Map<String, Integer> unknownUnits = new TreeMap<>();
        private int read;

        Heard(IntConsumer progress) {
            this.progress = progress;
        }

        @Override
        public void row(ReadMatter row, TakingOver.Row taken, Fate fate) {
            progress.accept(++read);
            if (row.leadUnit() != null && taken.state().to() == null) {
                unknownUnits.merge(row.leadUnit(), 1, Integer::sum);
            }
            if (fate instanceof Fate.Changed(var matter, var differences)) {
                var rows = row.firstRow() == row.lastRow() ? Integer.toString(row.firstRow()) : row.firstRow() + "-" + row.lastRow();
                differing.add(new Differing(rows, matter, row.problem(), differences));
            }
        }

        @Override
        public void finished(List<SheetReport> all) {
            sheets.addAll(all);
        }
    }
}
