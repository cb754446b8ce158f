package org.mingbai.reporting.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What of a report is held against the ledger: what names a figure and a time and speaks of the body that was asked for.
class StatementsTest {

    private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 20);
    private static final Map<String, String> CATALOGUE = Map.of("在办数", "open", "按期办结率", "on-time%", "超期率", "late-share%");

    private static List<Statement> in(String text) {
        return Statements.in(text, WRITTEN, List.of("明白镇", "明白镇人民政府"), List.of("路灯所", "水务站"), CATALOGUE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026年10月，全镇受理群众诉求120件。          | raised             | 120    | 2026-10-01 | 2026-10-31
            ２０２６年１０月，全镇受理群众诉求１２０件。      | raised             | 120    | 2026-10-01 | 2026-10-31
            2026年10月受理1.2万件。                | raised             | 12000  | 2026-10-01 | 2026-10-31
            今年以来，明白镇共办结事项2,345件。            | closed             | 2345   | 2026-01-01 | 2026-11-20
            今年10月，我镇按期办结率为98.5%。            | on-time            | 98.5   | 2026-10-01 | 2026-10-31
            三季度按期办结率达到0.985。                | on-time            | 98.5   | 2026-07-01 | 2026-09-30
            上半年，群众满意率为百分之九十八点五。              | satisfaction       | 98.5   | 2026-01-01 | 2026-06-30
            截至2026年10月31日，全镇在办35件。          | open               | 35     | -          | 2026-10-31
            截至10月底，在办数为35。                  | open               | 35     | -          | 2026-10-31
            1至10月，解决率91%。                   | solution           | 91     | 2026-01-01 | 2026-10-31
            2026年10月1日至10月15日，发出督办单8份。      | slips-sent         | 8      | 2026-10-01 | 2026-10-15
            上月办理天数中位数为12.5天。                 | days-median        | 12.5   | 2026-10-01 | 2026-10-31
            2025年，办结310件。                    | closed             | 310    | 2025-01-01 | 2025-12-31
            截至目前，尚有3件超期。                     | late               | 3      | -          | 2026-11-20
            10月份办结35件，比上月增加5件。              | closed             | 35     | 2026-10-01 | 2026-10-31
            今年以来（截至10月31日）办结35件。            | closed             | 35     | 2026-01-01 | 2026-10-31
            """)
    void a_named_figure_of_a_time_is_read(String sentence, String figure, BigDecimal value, LocalDate from, LocalDate to) {
        assertThat(in(sentence)).singleElement().satisfies(one -> {
            assertThat(one.figures()).contains(figure);
            assertThat(one.value()).isEqualByComparingTo(value);
            assertThat(one.from()).isEqualTo(from);
            assertThat(one.to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "路灯所2026年10月受理诉求120件，办结110件。",
        "2026年10月，水务站受理诉求120件。",
        "水务站抓得很紧。2026年10月受理诉求120件。",
        "二、水务站工作情况\n2026年10月受理诉求120件。",
        "二、水务站工作情况\n（一）做法\n2026年10月受理诉求120件。",
        "水务站工作报告\n一、做法\n2026年10月受理诉求120件。",
        "2026年10月热线月报\n一、办理\n办结35件。",
        "县医院2026年10月受理投诉12件，办结10件。",
        "2026年10月，受理热线工单120件。",
        "2026年10月，照明类诉求受理120件。",
        "2026年10月，办结率98%。",
        "受理诉求120件。",
        "近三年受理诉求120件。",
        "2026年12月受理诉求120件。",
        "2026年13月受理诉求120件。",
        "2026年10月受理诉求约120件。",
        "2026年10月受理诉求120余件。",
        "力争2026年满意率达到98%以上。",
        "2026年9月、10月分别办结110件和120件。",
        "2025年10月到2026年3月，满意率提高3个百分点。",
        "2026年10月，满意率98分。",
        "2026年10月，受理诉求120人。",
        "2026年10月，满意率1.5。",
        "全县2026年10月受理诉求120件。",
        "2026年10月受理来自三个村的诉求120件。",
        "2026年10月受理诉求120件来自水务站。"})
    void what_may_speak_of_something_else_is_passed_over(String sentence) {
        assertThat(in(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026年10月，全镇受理120件，办结110件，按期办结率98%，比上月提高1个百分点。满意率97%。 | 4
            2026年10月，全镇受理120件、办结110件、在办35件，其中超期3件。                  | 4
            二、水务站工作情况⏎抓得紧。⏎三、总体情况⏎2026年10月受理120件。                   | 1
            2026年10月办结110件，其中解决90件。                                  | 2
            2026年10月督办月报⏎一、总体情况⏎在办35件，超期3件，超期率8.6%。⏎二、办结⏎办结12件。 | 4
            一、2026年10月⏎办结12件。⏎二、体会⏎办结12件。                         | 1
            2026年10月督办月报⏎2025年底子薄。办结12件。                         | 0
            2026年10月督办月报⏎上月办结12件。                               | 0
            2026年10月受理120件，今年以来办结900件，满意率97%。                    | 2
            2026年10月办结12件，上期办结9件。                               | 1
            2026年10月受理120件。会议很好。满意率97%。                             | 1
            """)
    void what_follows_in_the_same_breath_is_of_the_same_time(String text, int statements) {
        assertThat(in(text.replace('⏎', '\n'))).hasSize(statements);
    }

    @ParameterizedTest
    @CsvSource({"98.5%, 98.55, true", "98.5%, 98.43, true", "98.5%, 98.60, false", "98%, 98.99, true", "98%, 97.00, false", "1.2万件, 12345, true",
        "1.2万件, 13500, false", "120件, 120, true", "120件, 121, false"})
    void a_number_may_be_rounded_or_cut_by_less_than_its_last_digit(String told, BigDecimal ledger, boolean same) {
        var name = told.endsWith("%") ? "满意率" : "受理";
        assertThat(in("2026年10月" + name + told + "。")).singleElement().satisfies(one -> assertThat(one.says(ledger)).isEqualTo(same));
    }
}
