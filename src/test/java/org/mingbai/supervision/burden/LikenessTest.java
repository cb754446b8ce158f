package org.mingbai.supervision.burden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            路灯故障台账                   | 路灯故障台账                     | true
            路灯故障台账                   | 关于报送2026年3月路灯故障台账的  | true
            2025年上半年消防隐患排查情况表 | 请填报2026年下半年消防隐患排查表 | true
            独居老人名单                   | 独居老人 名单（第二次）          | true
            路灯故障台账                   | 积水点位台账                     | false
            独居老人名单                   | 消防隐患排查表                   | false
            List of broken lamps           | list of the broken lamps, again  | true
            3月                            | 4月                              | false
            """)
    void the_same_is_known_in_other_words(String one, String other, boolean same) {
        assertThat(Likeness.of(one, other)).isEqualTo(same);
        assertThat(Likeness.of(other, one)).isEqualTo(same);
    }
}
