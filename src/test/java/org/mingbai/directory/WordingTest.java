package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private static final Wording NAME = new Wording("name", 10, true);

    @ParameterizedTest
    @ValueSource(strings = {"沈禾", "尼格买提·热合曼", "𠮷田茂", "〇三", "O'Brien (Jr.)", "路灯所（二科）"})
    void names_of_real_people_and_units_pass(String name) {
        assertThat(NAME.flawsOf(Wording.tidy(name).substring(0, Math.min(10, name.length())))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>张三", "=1+1", "@SUM", "+86", "-1", "张\u0000三", "张\u202e三", "张\u200b三", "张😀", "张\ue000", "张\ud800"})
    void what_deceives_the_eye_or_breaks_a_file_is_refused_with_its_place(String name) {
        assertThat(NAME.flawsOf(Wording.tidy(name))).singleElement().isInstanceOf(Refusal.StrangeCharacter.class);
    }

    @Test
    void length_counts_characters_as_readers_do() {
        assertThat(NAME.flawsOf("𠮷".repeat(10))).isEmpty();
        assertThat(NAME.flawsOf("𠮷".repeat(11))).containsExactly(new Refusal.TooLong("name", 10, 11));
        assertThat(NAME.flawsOf("长".repeat(10_000_000))).containsExactly(new Refusal.TooLong("name", 10, 10_000_000));
    }

    @Test
    void blanks_around_and_between_are_tidied_and_nothing_is_missing() {
        assertThat(Wording.tidy("　 路灯\n 所 ")).isEqualTo("路灯 所");
        assertThat(NAME.flawsOf("")).containsExactly(new Refusal.Missing("name"));
        assertThat(new Wording("title", 5, false).flawsOf("")).isEmpty();
    }
}
