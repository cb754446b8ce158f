package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What a program that gathers logs reads, and what people read without the setting.
@Timeout(60)
class LogFormatTest {

    @ParameterizedTest
    @CsvSource({"ecs, message", "logstash, message", "gelf, short_message"})
    void every_event_is_one_object_of_json_where_the_setting_asks_for_it(String format, String message) throws Exception {
        var lines = logged("--logging.structured.format.console=" + format);
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(JsonMapper.shared().readTree(line).path(message).asString()).isNotEmpty())
                .anyMatch(line -> line.contains("连不上数据库"));
    }

    @Test
    void without_it_lines_are_for_people() throws Exception {
        assertThat(logged()).anyMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.* ERROR .*")).noneMatch(line -> line.startsWith("{"));
    }

    /// On a database that is not there: the product says so in its log, and ends.
    private static List<String> logged(String... settings) throws Exception {
        var words = new ArrayList<>(List.of("serve", "--port", "0", "--mingbai.database.url=jdbc:postgresql://127.0.0.1:1/none"));
        words.addAll(List.of(settings));
        var product = TestProcess.start(Mingbai.class, words.toArray(String[]::new));
        // SLF4J says by itself where somebody logged while it began.
        var lines = new String(product.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("SLF4J")).toList();
        assertThat(product.waitFor()).isEqualTo(1);
        assertThat(product.getInputStream().readAllBytes()).as("the output stream is the verb's").isEmpty();
        return lines;
    }
}
