package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccountReaderTest {

    @Test
    void measures_are_read_as_they_were_written() {
        assertThat(AccountReader.measures("更换灯泡")).containsExactly("更换灯泡");
        assertThat(AccountReader.measures("1. 更换灯泡\n2. 每周巡查\n并记录\n3. 验收")).containsExactly("更换灯泡", "每周巡查\n并记录", "验收");
        assertThat(AccountReader.measures("1. 一、摸底；二、整改")).as("one that alone would read as several").containsExactly("一、摸底；二、整改");
        assertThat(AccountReader.measures("1. 见附表\n7. 号楼先行\n2. 验收")).as("a line that only begins with a number")
                .containsExactly("见附表\n7. 号楼先行", "验收");
        assertThat(AccountReader.measures(null)).isEmpty();
    }

    @Test
    void what_a_hand_has_listed_since_is_taken_apart_as_in_any_ledger() {
        assertThat(AccountReader.measures("1.更换灯泡\n2.每周巡查")).isEqualTo(List.of("更换灯泡", "每周巡查"));
    }
}
