package org.mingbai.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({"张三, 张*", "王小明, 王**", "欧阳小明明, 欧**", "𠮷田, 𠮷*", "李, 李*"})
    void of_a_name_only_the_beginning_is_shown(String name, String shown) {
        assertThat(Masking.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"13812341234, 138****1234", "+86 138 1234 1234, 138****1234", "１３８１２３４１２３４, 138****1234", "010-62345678, ****78", "12345, ****"})
    void of_a_telephone_number_so_much_is_shown_that_its_owner_knows_it(String phone, String shown) {
        assertThat(Masking.phone(phone)).isEqualTo(shown);
        assertThat(Masking.isPhone(phone)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"电话, false", "1234, false", "138 1234 1234 转 8, true", "'13812341234 or 1=1', false"})
    void what_is_no_number_is_told_from_one(String typed, boolean phone) {
        assertThat(Masking.isPhone(typed)).isEqualTo(phone);
    }
}
