package org.mingbai.intake.sheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All as of Monday, 20 November 2023.
class DeadlinesTest {

    private static final Reference NOVEMBER = Reference.of(LocalDate.of(2023, 11, 20));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023.10.31                        | 2023-10-31
            2023. 10. 31                      | 2023-10-31
            2023-10-31                        | 2023-10-31
            2023/10/31                        | 2023-10-31
            2023-10-31 00:00:00               | 2023-10-31
            2023-11-06 18:00:00               | 2023-11-06
            2023/11/6 9:30                    | 2023-11-06
            2023-11-06T18:00:00               | 2023-11-06
            2023年10月31日                     | 2023-10-31
            2023 年 10 月 31 日                | 2023-10-31
            2023年10月31日前                   | 2023-10-31
            2023年10月31日17:00前              | 2023-10-31
            2023年10月31                       | 2023-10-31
            2023年10月31号前完成整改            | 2023-10-31
            ２０２３年１０月３１日               | 2023-10-31
            二〇二三年十月三十一日              | 2023-10-31
            二○二三年十月底前                  | 2023-10-31
            20231031                          | 2023-10-31
            23.10.31                          | 2023-10-31
            10.31                             | 2023-10-31
            10/31                             | 2023-10-31
            12.31前                           | 2023-12-31
            10月31日                           | 2023-10-31
            10月31日下班前                      | 2023-10-31
            11月30号                           | 2023-11-30
            十二月三十一日前                    | 2023-12-31
            完成时间：2023年10月31日             | 2023-10-31
            2023、10、31                       | 2023-10-31
            2023。10。31                       | 2023-10-31
            10-31                             | 2023-10-31
            2023.10.31.                       | 2023-10-31
            24年10月31日                       | 2024-10-31
            国庆节前                           | 2023-09-30
            45230                             | 2023-10-31
            """)
    void a_day_is_read_in_every_form(String text, String day) {
        assertThat(read(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023年10月                         | 2023-10-31
            2023年10月前                       | 2023-10-31
            2023.12                           | 2023-12-31
            2023-12                           | 2023-12-31
            2023/12                           | 2023-12-31
            202312                            | 2023-12-31
            10月底前                           | 2023-10-31
            10月底                             | 2023-10-31
            １０月底前                          | 2023-10-31
            十月底                             | 2023-10-31
            10月份                             | 2023-10-31
            2023年10月末                       | 2023-10-31
            2023年2月底                        | 2023-02-28
            2024年2月底                        | 2024-02-29
            11月上旬                           | 2023-11-10
            11月中旬                           | 2023-11-20
            2023年11月中旬                      | 2023-11-20
            11月下旬                           | 2023-11-30
            本月底前                           | 2023-11-30
            下月底前                           | 2023-12-31
            """)
    void a_month_means_its_last_day_and_a_third_of_one_its_tenth_or_twentieth(String text, String day) {
        assertThat(read(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            四季度                             | 2023-12-31
            第四季度                           | 2023-12-31
            4季度                              | 2023-12-31
            2023年四季度                        | 2023-12-31
            2023年第4季度                       | 2023-12-31
            三季度末                           | 2023-09-30
            2024年一季度                        | 2024-03-31
            2024年第一季度末前                   | 2024-03-31
            2023Q4                            | 2023-12-31
            Q4                                | 2023-12-31
            2023年下半年                        | 2023-12-31
            下半年                             | 2023-12-31
            2024年上半年                        | 2024-06-30
            2023年底                           | 2023-12-31
            2023年底前                         | 2023-12-31
            2023年年底                         | 2023-12-31
            2023年末                           | 2023-12-31
            2023年内                           | 2023-12-31
            2023年                             | 2023-12-31
            2023年度                           | 2023-12-31
            年底                               | 2023-12-31
            年底前                             | 2023-12-31
            今年年底前                         | 2023-12-31
            年内                               | 2023-12-31
            年内完成                           | 2023-12-31
            明年底前                           | 2024-12-31
            明年3月底前                         | 2024-03-31
            明年一季度                          | 2024-03-31
            """)
    void quarters_halves_and_years_mean_their_last_day(String text, String day) {
        assertThat(read(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023年9月-12月                     | 2023-12-31
            2023年9月至12月                     | 2023-12-31
            2023年9月—2024年3月                 | 2024-03-31
            2023.9-2023.12                    | 2023-12-31
            2023.9-12                         | 2023-12-31
            9月-12月                           | 2023-12-31
            9-12月                             | 2023-12-31
            2023年10月1日至10月31日             | 2023-10-31
            2023年10月1日至31日                 | 2023-10-31
            2023.10.1-2023.10.31              | 2023-10-31
            2023.10.1-10.31                   | 2023-10-31
            2023年12月至次年3月                 | 2024-03-31
            12月-3月                           | 2024-03-31
            2023年10月31日（延期至2023年12月31日） | 2023-12-31
            """)
    void of_a_span_the_end_counts(String text, String day) {
        assertThat(read(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            立行立改            | IMMEDIATE
            即知即改            | IMMEDIATE
            立即整改            | IMMEDIATE
            立查立改            | IMMEDIATE
            即时整改            | IMMEDIATE
            ASAP               | IMMEDIATE
            Immediate          | IMMEDIATE
            长期坚持            | LONG_TERM
            长期                | LONG_TERM
            持续推进            | LONG_TERM
            持续整改            | LONG_TERM
            常态化推进          | LONG_TERM
            立行立改、长期坚持    | LONG_TERM
            立行立改并长期坚持   | LONG_TERM
            每季度末            | LONG_TERM
            Ongoing            | LONG_TERM
            立行立改，2023年11月底前完成 | 2023-11-30
            立行立改（10月底前）  | 2023-10-31
            持续推进，2023年12月底前见成效 | 2023-12-31
            """)
    void at_once_and_for_good_are_kinds_of_their_own_unless_a_date_stands_beside(String text, String told) {
        assertThat(read(text)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31 Oct 2023       | 2023-10-31
            31 October 2023   | 2023-10-31
            31st October 2023 | 2023-10-31
            31-Oct-23         | 2023-10-31
            31-Oct-2023       | 2023-10-31
            Oct 31, 2023      | 2023-10-31
            October 31, 2023  | 2023-10-31
            Oct. 31, 2023     | 2023-10-31
            31/10/2023        | 2023-10-31
            10/31/2023        | 2023-10-31
            October 2023      | 2023-10-31
            Oct-23            | 2023-10-31
            end of Oct 2023   | 2023-10-31
            Q4 2023           | 2023-12-31
            2023 Q4           | 2023-12-31
            End of 2023       | 2023-12-31
            end of year       | 2023-12-31
            By 15 December    | 2023-12-15
            Sept 2023         | 2023-09-30
            30 Sept. 2023     | 2023-09-30
            """)
    void english_dates_are_read(String text, String day) {
        assertThat(read(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-11-20 | 1月底前   | 2024-01-31
            2023-11-20 | 2月       | 2024-02-29
            2023-11-20 | 10月底前  | 2023-10-31
            2024-01-10 | 12月底    | 2023-12-31
            2024-01-10 | 1月底     | 2024-01-31
            2024-06-01 | 12月底    | 2024-12-31
            """)
    void without_a_year_the_nearest_month_of_that_name_is_meant(String asOf, String text, String day) {
        assertThat(Deadlines.of(text, Reference.of(LocalDate.parse(asOf)), null).deadline()).isEqualTo(Deadline.by(LocalDate.parse(day)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            春节前
            2024年春节前
            待定
            近期
            视情况而定
            3个月内
            """)
    void what_names_no_date_is_left_open_and_said_so(String text) {
        var read = Deadlines.of(text, NOVEMBER, null);
        assertThat(read.deadline()).isNull();
        assertThat(read.remarks()).extracting(Remark::key).containsExactly("deadline.unreadable");
    }

    @Test
    void a_time_allowed_counts_from_the_start() {
        assertThat(Deadlines.of("3个月内", NOVEMBER, LocalDate.of(2023, 9, 15)).deadline()).isEqualTo(Deadline.by(LocalDate.of(2023, 12, 15)));
    }

    @Test
    void a_dash_says_nothing_and_raises_no_doubt() {
        assertThat(Deadlines.of("/", NOVEMBER, null)).isEqualTo(Deadlines.Read.NOTHING);
    }

    private static String read(String text) {
        var due = Deadlines.of(text, NOVEMBER, null).deadline();
        return due == null ? "-" : due.date() == null ? due.kind().name() : due.date().toString();
    }
}
