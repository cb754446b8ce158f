package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            15日,            15, DAYS
            15 天,           15, DAYS
            １５日,          15, DAYS
            5工作日,         5,  WORKING_DAYS
            5个工作日,       5,  WORKING_DAYS
            5 working days,  5,  WORKING_DAYS
            24小时,          24, HOURS
            30分钟,          30, MINUTES
            1个月,           1,  MONTHS
            2 years,         2,  YEARS
            """)
    void a_limit_is_read_as_rules_write_it(String written, int amount, LimitUnit unit) {
        assertThat(Limit.parse(written)).contains(new Limit(amount, unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "日", "0日", "-3日", "1.5日", "15", "15周", "99999999日", "36601日", "五日", "15日5小时"})
    void what_is_no_limit_is_not_guessed(String written) {
        assertThat(Limit.parse(written)).isEmpty();
    }
}
