package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {

    /// A hundred thousand of them would take minutes if each place were a new beginning.
    @Test
    @Timeout(10)
    void a_long_run_of_letters_that_is_no_address_costs_no_more_than_it_is_long() {
        var run = "x".repeat(100_000);
        assertThat(MaskedText.of("123456789 " + run)).isEqualTo("123456789 " + run);
        assertThat(MaskedText.of("123456789 " + "a@".repeat(50_000))).startsWith("123456789 a@");
        assertThat(MaskedText.of("a@a" + ".a".repeat(50_000))).doesNotContain("a@a");
        assertThat(MaskedText.of(run + "@example.org")).endsWith("@example.org").doesNotContain(run);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "请打13812345678找我,请打138****5678找我",
        "请打138 1234 5678找我,请打138****5678找我",
        "请打138-1234-5678找我,请打138****5678找我",
        "请打138.1234.5678找我,请打138****5678找我",
        "请打１３８１２３４５６７８找我,请打138****5678找我",
        "请打１３８－１２３４－５６７８找我,请打138****5678找我",
        "请打1 3 8 1 2 3 4 5 6 7 8找我,请打138****5678找我",
        "请打+86 13812345678找我,请打138****5678找我",
        "请打一三八一二三四五六七八找我,请打138****5678找我",
        "请打幺三八幺二三四五六七八找我,请打138****5678找我",
        "一共13812345678,一共138****5678",
        "身份证11010519491231002X。,身份证110105********002X。",
        "身份证110105 19491231 002x。,身份证110105********002x。",
        "身份证１１０１０５１９４９１２３１００２Ｘ。,身份证110105********002X。",
        "旧证110105491231002。,旧证110105*****1002。",
        "卡号6222 0212 3456 7890 123,卡号***************0123",
        "座机0531-86123456,座机053****56",
        "座机（010）8612 3456,座机010****56",
        "发到zhang.san@example.com,发到z***@example.com",
        "先打13812345678再打13987654321,先打138****5678再打139****4321"})
    void what_leads_to_a_person_is_masked_however_it_is_typed(String typed, String shown) {
        assertThat(MaskedText.of(typed)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"中山路138号楼1单元1201", "2026年3月2日10时30分拨打12345", "一二三四五六七八九十号楼", "工单202603021234567", "共13812345678901元",
        "第一百三十八章", ""})
    void other_numbers_stay_as_they_are(String text) {
        assertThat(MaskedText.of(text)).isSameAs(text);
    }

    @Test
    void a_mask_left_in_a_corrected_text_means_the_number_behind_it() {
        var original = "先打１３８-12345678再打13987654321";

        assertThat(MaskedText.restored("改为先打138****5678，不行打139****4321", original)).isEqualTo("改为先打１３８-12345678，不行打13987654321");
        assertThat(MaskedText.restored("不必打电话", original)).isEqualTo("不必打电话");
        assertThat(MaskedText.restored("打137****0000", original)).isEqualTo("打137****0000");
    }
}
