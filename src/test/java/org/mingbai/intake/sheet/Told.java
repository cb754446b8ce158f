package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.mingbai.intake.sheet.words.Deadline;

/// What was understood of a ledger, one field of all its matters at a time.
record Told(List<ReadMatter> matters, List<SheetReport> sheets) {

    static Told of(String ending, ReadingOptions options, Drawn.Content content) throws IOException {
        var file = Drawn.file(ending, content);
        try {
            var opening = LedgerFiles.open(file, "台账" + ending, options);
            assertThat(opening).isInstanceOf(LedgerFiles.Opened.class);
            try (var reading = ((LedgerFiles.Opened) opening).reading()) {
                var all = reading.all();
                assertThat(all.outcome()).isInstanceOf(LedgerReading.Finished.class);
                return new Told(all.matters(), ((LedgerReading.Finished) all.outcome()).sheets());
            }
        } finally {
            Files.delete(file);
        }
    }

    static Told ofText(String ending, String text, Charset charset) throws IOException {
        return of(ending, ReadingOptions.asOf(LocalDate.of(2023, 11, 20)), out -> out.write(text.getBytes(charset)));
    }

    List<String> numbers() {
        return each(ReadMatter::number);
    }

    List<String> problems() {
        return each(ReadMatter::problem);
    }

    List<String> goals() {
        return each(ReadMatter::goal);
    }

    List<String> sources() {
        return each(ReadMatter::source);
    }

    List<String> leads() {
        return each(ReadMatter::leadUnit);
    }

    List<String> leaders() {
        return each(ReadMatter::leader);
    }

    List<String> progress() {
        return each(ReadMatter::progress);
    }

    List<String> states() {
        return each(matter -> matter.status().name());
    }

    List<String> lights() {
        return each(matter -> matter.light() == null ? null : matter.light().name());
    }

    /// Dates as they are, otherwise the kind.
    List<String> dues() {
        return each(matter -> due(matter.deadline()));
    }

    static String due(@org.jspecify.annotations.Nullable Deadline due) {
        return due == null ? "-" : due.date() == null ? due.kind().name() : due.date().toString();
    }

    /// Of every matter, joined by ` / `.
    List<String> measures() {
        return each(matter -> String.join(" / ", matter.measures().stream().map(ReadMeasure::text).toList()));
    }

    List<String> owners() {
        return each(matter -> String.join(" / ", matter.owners()));
    }

    List<String> coUnits() {
        return each(matter -> String.join(" / ", matter.coUnits()));
    }

    ReadMatter only() {
        assertThat(matters).hasSize(1);
        return matters.getFirst();
    }

    List<String> doubts() {
        return sheets.stream().flatMap(sheet -> sheet.doubts().stream()).map(doubt -> doubt.cell() + " " + doubt.key().replace("intake.doubt.", "")).toList();
    }

    List<String> skipped() {
        return sheets.stream().flatMap(sheet -> sheet.skipped().stream()).map(row -> row.row() + " " + row.why()).toList();
    }

    private List<String> each(Function<ReadMatter, String> field) {
        var all = new ArrayList<String>();
        matters.forEach(matter -> all.add(Objects.requireNonNullElse(field.apply(matter), "-")));
        return all;
    }
}
