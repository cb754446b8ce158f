package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Four ledgers kept by offices, with what they mean. White space and a closing stop do not matter.
class SharedLedgersTest {

    private static final Path LEDGERS = Path.of("../shared/data/ledgers");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FIELDS = List.of("number", "problem", "source", "goal", "measures", "leadUnit", "coUnits", "leader", "owners",
            "deadline", "progress", "status", "light");

    @ParameterizedTest
    @ValueSource(strings = {"plain.xlsx", "merged-cells.xlsx", "cell-colours.xlsx", "gb18030.csv"})
    void every_field_of_every_matter_is_understood(String file) throws IOException {
        assumeTrue(Files.isDirectory(LEDGERS), "SKIPPED: there are no ledgers at " + LEDGERS.toAbsolutePath());
        var out = new ByteArrayOutputStream();
        var code = DryRun.run(LEDGERS.resolve(file), LocalDate.of(2023, 11, 20), "json", new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err, Locale.CHINESE);
        assertThat(code).isZero();
        var expected = sheets(JSON.readTree(Files.readString(LEDGERS.resolve(file.replaceFirst("\\.\\w+$", ".expected.json")))));
        assertThat(sheets(JSON.readTree(out.toString(StandardCharsets.UTF_8)))).isEqualTo(expected).isNotEmpty();
    }

    private static List<String> sheets(JsonNode report) {
        var told = new ArrayList<String>();
        for (var sheet : report.get("sheets")) {
            for (var matter : sheet.get("matters")) {
                FIELDS.forEach(field -> told.add(sheet.get("sheet") + " " + matter.get("number") + " " + field + ": " + plain(matter.get(field))));
            }
        }
        return told;
    }

    private static String plain(JsonNode value) {
        if (value == null || value.isNull() || value.isEmpty() && value.isContainer()) {
            return "";
        }
        return value.toString().replaceAll("\\s+|\\\\[nrt]", "").replaceAll("[。；;.]+(?=\"|$)", "");
    }
}
