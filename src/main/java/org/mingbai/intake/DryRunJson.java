package org.mingbai.intake;

import java.io.PrintStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.ReadMatter;
import org.mingbai.intake.sheet.ReadMeasure;
import org.mingbai.intake.sheet.ReadingListener;
import org.mingbai.intake.sheet.SheetReport;
import org.mingbai.intake.sheet.words.Deadline;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes what was understood of a ledger as it is being read: one sheet after the other, each matter once.
final class DryRunJson implements ReadingListener {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonGenerator out;
    private boolean inSheet;

    DryRunJson(PrintStream to) {
        out = JSON.writerWithDefaultPrettyPrinter().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(to);
    }

    void begin(String file, LocalDate asOf) {
        out.writeStartObject();
        out.writeStringProperty("file", file);
        out.writeStringProperty("asOf", asOf.toString());
        out.writeArrayPropertyStart("sheets");
    }

    @Override
    public void matter(ReadMatter matter) {
        if (!inSheet) {
            open(matter.sheet());
        }
        out.writeStartObject();
        text("number", matter.number());
        text("title", matter.title());
        text("problem", matter.problem());
        text("source", matter.source());
        text("goal", matter.goal());
        texts("measures", matter.measures().stream().map(ReadMeasure::text).toList());
        text("leadUnit", matter.leadUnit());
        texts("coUnits", matter.coUnits());
        text("leader", matter.leader());
        texts("owners", matter.owners());
        deadline(matter.deadline());
        text("progress", matter.progress());
        text("status", matter.status().name());
        text("light", matter.light() == null ? null : matter.light().name());
        text("reporter", matter.reporter());
        text("reporterContact", matter.reporterContact());
        out.writeStringProperty("rows", matter.firstRow() + "-" + matter.lastRow());
        out.writeObjectPropertyStart("rest");
        matter.rest().forEach(out::writeStringProperty);
        out.writeEndObject();
        out.writeEndObject();
    }

    @Override
    public void sheetDone(SheetReport sheet) {
        if (!inSheet) {
            open(sheet.name());
        }
        out.writeEndArray();
        out.writeStringProperty("kind", sheet.kind().name());
        out.writeArrayPropertyStart("skipped");
        sheet.skipped().forEach(row -> {
            out.writeStartObject();
            out.writeNumberProperty("row", row.row());
            out.writeStringProperty("why", row.why().name());
            out.writeStringProperty("text", row.text());
            out.writeEndObject();
        });
        out.writeEndArray();
        out.writeArrayPropertyStart("doubts");
        sheet.doubts().forEach(doubt -> {
            out.writeStartObject();
            out.writeStringProperty("cell", doubt.cell());
            out.writeStringProperty("doubt", doubt.key());
            texts("arguments", doubt.arguments());
            out.writeEndObject();
        });
        out.writeEndArray();
        out.writeEndObject();
        inSheet = false;
    }

    void end() {
        out.writeEndArray();
        out.writeEndObject();
        out.close();
    }

    private void open(@Nullable String sheet) {
        out.writeStartObject();
        text("sheet", sheet);
        out.writeArrayPropertyStart("matters");
        inSheet = true;
    }

    private void deadline(@Nullable Deadline deadline) {
        if (deadline == null) {
            out.writeNullProperty("deadline");
            return;
        }
        out.writeObjectPropertyStart("deadline");
        out.writeStringProperty("kind", deadline.kind().name());
        text("date", deadline.date() == null ? null : deadline.date().toString());
        out.writeEndObject();
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            out.writeNullProperty(name);
        } else {
            out.writeStringProperty(name, value);
        }
    }

    private void texts(String name, Iterable<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
    }
}
