package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// The verbs that read tables of texts: what they print for programs and people, and what they answer to odd files.
class TextVerbsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TRAINING = """
            id,title,body,category
            1,青禾路路灯不亮,路灯坏了晚上漆黑,照明
            2,桥东街路灯不亮,路灯坏了没有人修,照明
            3,青禾路垃圾无人清运,垃圾桶满了发臭,环卫
            4,桥东街垃圾堆积,垃圾堆在路边请清运,环卫
            """;
    private static final String ASKED = """
            id,title,body
            x7,望江路路灯坏了,晚上没有路灯
            x8,垃圾没人收,"垃圾发臭，
            请清运"
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void each_row_asked_is_answered_with_its_id_and_a_category() throws IOException {
        assertThat(run("classify", "--train", file("a.csv", TRAINING), "--test", file("b.csv", ASKED), "--format", "json")).isZero();
        var rows = JSON.readTree(said());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("id").asString()).isEqualTo("x7");
        assertThat(rows.get(0).get("category").asString()).isEqualTo("照明");
        assertThat(rows.get(0).get("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(rows.get(0).get("why")).isNotEmpty();
        assertThat(rows.get(1).get("category").asString()).isEqualTo("环卫");
    }

    @Test
    void a_row_without_an_id_is_named_by_its_number_and_text_is_a_line_a_row() throws IOException {
        assertThat(run("classify", "--train", file("a.csv", TRAINING), "--test", file("b.csv", "title,body\n路灯,坏了\n垃圾,清运\n"))).isZero();
        assertThat(said().lines()).hasSize(2);
        assertThat(said()).startsWith("1\t照明\t").contains("\n2\t环卫\t");
    }

    @Test
    void where_the_truth_stands_beside_the_guesses_it_is_told_how_well_they_fit() throws IOException {
        assertThat(run("classify", "--train", file("a.csv", TRAINING), "--test", file("b.csv", TRAINING))).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("F1 is 1.0000 (4 rows)");
    }

    @Test
    void a_mark_at_the_beginning_and_the_letters_of_older_computers_are_read() throws IOException {
        var older = folder.resolve("gb.csv");
        Files.write(older, TRAINING.getBytes(Charset.forName("GB18030")));
        assertThat(run("classify", "--train", older.toString(), "--test", file("b.csv", "\ufeff" + ASKED), "--format", "json")).isZero();
        assertThat(JSON.readTree(said()).get(1).get("category").asString()).isEqualTo("环卫");
    }

    @Test
    void near_copies_and_subjects_are_told_by_id() throws IOException {
        var letter = "我们是望江小区的住户，南门外的工地每天夜里还在打桩，老人和孩子无法入睡，请尽快制止夜间施工。";
        var table = "id,title,body\n9,施工," + letter + "\n4,施工," + letter.replace("请尽快", "恳请") + "\n5,食堂,学校食堂涨价没有通知家长\n";
        assertThat(run("duplicates", file("c.csv", table), "--format", "json")).isZero();
        var told = JSON.readTree(said());
        assertThat(told.get("groups").toString()).isEqualTo("[[\"9\",\"4\"]]");
        assertThat(told.get("subjects").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title,body\\n路灯,坏了\\n                             | lacks the column "category"
            title,body,category\\n路灯,坏了,照明\\n               | nothing to tell apart
            title,body,category\\n路灯,坏了,\\n垃圾,清运,\\n      | nothing to tell apart
            title,body,category\\n                                | there are no rows
            ''                                                    | There is nothing in the file
            """)
    void what_cannot_be_learnt_from_is_refused_in_both_languages(String table, String english) throws IOException {
        assertThat(run("classify", "--train", file("a.csv", table.replace("\\n", "\n")), "--test", file("b.csv", ASKED))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(english).containsPattern("\\p{IsHan}");
        assertThat(said()).isEmpty();
    }

    @Test
    void a_cell_beyond_all_measure_a_missing_file_and_an_id_that_stands_twice_are_refused() throws IOException {
        var huge = "title,body\n长," + "很".repeat(200_000) + "\n";
        assertThat(run("duplicates", file("huge.csv", huge))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("A cell is too long");
        assertThat(run("duplicates", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(run("duplicates", file("twice.csv", "id,title,body\n1,甲,乙\n1,丙,丁\n"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("stands twice (row 3)");
    }

    @Test
    void rows_with_empty_texts_are_answered_too() throws IOException {
        assertThat(run("classify", "--train", file("a.csv", TRAINING), "--test", file("b.csv", "id,title,body\n1,,\n2,路灯,\n"), "--format", "json")).isZero();
        assertThat(JSON.readTree(said())).hasSize(2);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... words) {
        return Mingbai.run(List.of(words), new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Locale.ENGLISH));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
