package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "11110000000000000N", "123100000000000001", "545100000000000004"})
    void a_code_whose_check_character_agrees_is_one(String code) {
        assertThat(CreditCode.flawOf(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"524400000000000000", "911100000000004570"})
    void a_remainder_of_nothing_is_written_0_not_a_32nd_sign(String code) {
        assertThat(CreditCode.flawOf(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4Z, CHARACTER",
        "91350100M000100Y44, CHECK",
        "91350100M000100Y34, CHECK",
        "9135010OM000100Y43, CHARACTER",
        "91350100m000100y43, CHARACTER",
        "91350100M000100Y4, LENGTH",
        "91350100M000100Y433, LENGTH",
        "'', LENGTH"
    })
    void any_other_text_is_none_and_says_why(String text, CreditCode.Flaw flaw) {
        assertThat(CreditCode.flawOf(text)).contains(flaw);
    }

    @Test
    void every_single_changed_character_is_noticed() {
        var code = "91350100M000100Y43";
        for (int at = 0; at < 18; at++) {
            for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                var changed = code.substring(0, at) + other + code.substring(at + 1);
                assertThat(CreditCode.flawOf(changed).isEmpty()).as(changed).isEqualTo(changed.equals(code));
            }
        }
    }

    @Test
    void small_letters_full_width_and_blanks_are_how_people_write() {
        assertThat(CreditCode.plain(" ９１３５0100m000100y4-3 ")).isEqualTo("91350100M000100Y43");
    }
}
