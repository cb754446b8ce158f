package org.mingbai.reporting.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.page.CsvLines;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes rows as they come, in either of the two forms, so that a million take no more memory than one.
interface OpenDataFile<T> {

    void write(T row) throws IOException;

    /// Writes what ends the file. One that broke off never gets it, so that nobody takes a part for the whole.
    void end() throws IOException;

    /// The forms a file comes in.
    enum Form {
        CSV("text/csv;charset=UTF-8"),
        JSON("application/json");

        final String type;

        Form(String type) {
            this.type = type;
        }

        <T> OpenDataFile<T> to(OutputStream out, OpenData.Set<T> set) throws IOException {
            return this == CSV ? new Lines<>(out, set) : new Objects<>(out, set);
        }
    }

    /// As the exports of registers are: with a byte order mark, and nothing in it that a spreadsheet program would compute.
    final class Lines<T> implements OpenDataFile<T> {

        private final Writer out;
        private final CsvLines lines;
        private final OpenData.Set<T> set;

        Lines(OutputStream to, OpenData.Set<T> set) throws IOException {
            this.set = set;
            this.out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            this.lines = new CsvLines(out);
            lines.write(set.columns().stream().map(OpenData.Column::key).toList());
        }

        @Override
        public void write(T row) throws IOException {
            lines.write(set.columns().stream().map(column -> cell(column.type(), column.of(row))).toList());
        }

        private static String cell(OpenData.Type type, @Nullable Object value) {
            if (value == null) {
                return "";
            }
            return type == OpenData.Type.TEXT ? CsvLines.harmless(value.toString()) : value instanceof BigDecimal number ? number.toPlainString()
                    : value.toString();
        }

        @Override
        public void end() throws IOException {
            out.flush();
        }
    }

    /// An object for each row, in an array.
    final class Objects<T> implements OpenDataFile<T> {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        private final JsonGenerator out;
        private final OpenData.Set<T> set;

        Objects(OutputStream to, OpenData.Set<T> set) {
            this.set = set;
            this.out = JSON.createGenerator(to);
            out.writeStartArray();
        }

        @Override
        public void write(T row) {
            out.writeStartObject();
            for (var column : (List<? extends OpenData.Column<T>>) set.columns()) {
                out.writeName(column.key());
                switch (column.of(row)) {
                    case null -> out.writeNull();
                    case Integer number -> out.writeNumber(number);
                    case Long number -> out.writeNumber(number);
                    case BigDecimal number -> out.writeNumber(number);
                    case Boolean flag -> out.writeBoolean(flag);
                    case Object value -> out.writeString(value.toString());
                }
            }
            out.writeEndObject();
            out.writeRaw('\n');
        }

        @Override
        public void end() {
            out.writeEndArray();
            out.flush();
        }
    }
}
