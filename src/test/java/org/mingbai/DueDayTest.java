package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDayTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void the_day_alone_is_printed() {
        assertThat(run("due", "--from", "2025-09-20", "--limit", "15日")).isZero();
        assertThat(said()).isEqualTo("2025-10-09\n");
    }

    @Test
    void a_limit_in_hours_is_printed_to_the_minute() {
        assertThat(run("due", "--from", "2025-09-30T20:15", "--limit", "24小时")).isZero();
        assertThat(said()).isEqualTo("2025-10-01T20:15\n");
    }

    @Test
    void every_day_is_explained() {
        assertThat(run("due", "--from", "2026-02-13", "--limit", "2工作日", "--explain")).isZero();
        assertThat(said()).contains("not counted: the day it begins").contains("2026-02-14 Sat     1   counted: weekend worked in exchange")
                .contains("not counted: holiday (春节)").endsWith("2026-02-24 Tue     2   counted: working day\n");
    }

    @Test
    void an_option_given_twice_and_office_hours_by_the_clock_are_refused() {
        assertThat(run("due", "--from", "2025-09-20", "--from", "2025-09-21", "--limit", "15日")).isEqualTo(2);
        assertThat(run("due", "--from", "2025-09-20", "--limit", "24小时", "--closes", "17:30")).isEqualTo(2);
    }

    @Test
    void beyond_the_last_notice_the_day_is_called_provisional() {
        assertThat(run("due", "--from", "2027-03-01", "--limit", "5日")).isZero();
        assertThat(said()).startsWith("2027-03-08\n").contains("Provisional");
    }

    @Test
    void notices_of_a_folder_stand_in_the_place_of_the_shipped_ones(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("2027.json"), """
                {"year": 2027, "days": [{"name": "学雷锋日", "date": "2027-03-08", "isOffDay": true}]}
                """);
        assertThat(run("due", "--from", "2027-03-01", "--limit", "5日", "--holidays", folder.toString())).isZero();
        assertThat(said()).isEqualTo("2027-03-09\n");
    }

    @Test
    void a_folder_with_a_wrong_notice_counts_nothing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("2027.json"), """
                {"year": 2027, "days": [{"name": "元旦", "date": "2027-13-01", "isOffDay": true}]}
                """);
        assertThat(run("due", "--from", "2027-03-01", "--limit", "5日", "--holidays", folder.toString())).isOne();
        assertThat(said()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("2027.json", "days[0].date", "日期不对", "is no date");
    }

    @Test
    void a_notice_begins_with_a_mark_some_editors_write_and_is_read_all_the_same(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("2027.json"),
                "\uFEFF{\"year\": 2027, \"days\": [{\"name\": \"学雷锋日\", \"date\": \"2027-03-08\", \"isOffDay\": true}]}");
        Files.createDirectory(folder.resolve("older.json"));
        assertThat(run("due", "--from", "2027-03-01", "--limit", "5日", "--holidays", folder.toString())).isZero();
        assertThat(said()).isEqualTo("2027-03-09\n");
    }

    @Test
    void a_notice_in_another_encoding_is_refused_in_plain_words(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("2027.json"), "{\"year\": 2027, \"papers\": [国]".getBytes("GB18030"));
        assertThat(run("due", "--from", "2027-03-01", "--limit", "5日", "--holidays", folder.toString())).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("2027.json", "不是可读的 JSON").doesNotContain("Exception");
    }

    @Test
    void two_notices_for_one_year_are_never_added_up(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"year\": 2027, \"days\": [{\"name\": \"节\", \"date\": \"2027-03-08\", \"isOffDay\": true}]}");
        Files.writeString(folder.resolve("b.json"), "{\"year\": 2027, \"days\": [{\"name\": \"节\", \"date\": \"2027-03-09\", \"isOffDay\": true}]}");
        assertThat(run("due", "--from", "2027-03-01", "--limit", "5日", "--holidays", folder.toString())).isOne();
        assertThat(said()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("两份 2027 年的通知", "two notices for 2027");
    }

    @Test
    void what_comes_after_hours_begins_on_the_next_working_day() {
        assertThat(run("due", "--from", "2025-09-30T18:00", "--limit", "1日", "--closes", "17:30")).isZero();
        assertThat(said()).isEqualTo("2025-10-10\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            due                                            | --from
            due --from 2025-09-20                          | --limit
            due --from 20250920 --limit 15日               | 2025-09-20T18:30
            due --from 2025-02-30 --limit 15日             | 2025-09-20T18:30
            due --from 9999-12-01 --limit 1年              | between 1949 and 2999
            due --from 2025-09-20 --limit 0日              | “0日”
            due --from 2025-09-20 --limit 15周             | “15周”
            due --from 2025-09-20 --limit 5日 --closes x   | 17:30
            due --from 2025-09-20 --limit 5日 --holidays ? | There is no such directory
            due --from 2025-09-20 --limit 5日 more         | more
            """)
    void words_that_make_no_sense_are_refused(String words, String told) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(told);
        assertThat(said()).isEmpty();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String... words) {
        return Mingbai.run(List.of(words), new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Locale.ENGLISH));
    }
}
