package org.mingbai.intake;

import java.util.concurrent.atomic.AtomicInteger;
import org.mingbai.intake.sheet.LedgerReading;

/// One walk through a file, batch by batch, with what each row would become.
final class LedgerWalk implements AutoCloseable {

    private final UnitNames units;
    private final Recognising recognising;
    private final ReadAhead reading;

    LedgerWalk(LedgerReading reading, Import made, UnitNames units, Recognising recognising) {
        this.units = units;
        this.recognising = recognising;
        // By its place in the reading, not by its row: in a table on its side all problems begin in the same one.
        var place = new AtomicInteger();
        this.reading = new ReadAhead(reading, read -> LedgerRow.of(read, made.fileName(), units, "import/" + made.id() + "/" + place.incrementAndGet()));
    }

    UnitNames units() {
        return units;
    }

    LedgerReading.Outcome each(Imports.Listener listener) {
        return reading.each(batch -> {
            var fates = recognising.fates(batch.rows(), batch.reads().stream().map(LedgerRow::accountNumber).toList());
            for (int i = 0; i < batch.rows().size(); i++) {
                listener.row(batch.reads().get(i), batch.rows().get(i), fates.get(i));
            }
        });
    }

    @Override
    public void close() {
        reading.close();
    }
}
