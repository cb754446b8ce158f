package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.supervision.HolidayFile.Fault;

class HolidayFileTest {

    private static final Path OFFICIAL = Path.of("..", "shared", "data", "holidays");

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024, 2025, 2026})
    void the_shipped_notices_are_the_official_ones(int year) throws IOException {
        assumeTrue(Files.isDirectory(OFFICIAL), "The official notices are not beside the project");
        var shipped = Calendars.shipped();
        var official = Calendars.shipped(read(Files.readString(OFFICIAL.resolve(year + ".json"))));
        assertThat(LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year, 12, 28)))
                .allSatisfy(date -> assertThat(official.day(date).worked()).as("%s", date).isEqualTo(shipped.day(date).worked()));
    }

    @Test
    void a_year_whose_notice_is_not_out_is_not_known() throws IOException {
        assumeTrue(Files.isDirectory(OFFICIAL), "The official notices are not beside the project");
        assertThat(read(Files.readString(OFFICIAL.resolve("2027.json"))).isOut()).isFalse();
    }

    @Test
    void a_notice_that_is_not_out_takes_no_others_place() {
        var shipped = Calendars.shipped();
        var asked = Calendars.shipped(new Notice(2026, List.of(), List.of()));
        assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2026, 12, 28)))
                .allSatisfy(date -> assertThat(asked.day(date)).isEqualTo(shipped.day(date)));
    }

    @Test
    void what_is_no_notice_is_shown_by_its_own_words() {
        var refused = (HolidayFile.Refused) HolidayFile.read("{\"year\": 2027, \"days\": []} 附：说明");
        assertThat(refused.found()).contains("附").doesNotContain("Token", "Feature");
    }

    @Test
    void a_notice_is_read_as_it_is_passed_on() {
        var notice = read("""
                {"year": 2027, "papers": ["http://example.org/notice"], "days": [
                  {"name": "元旦", "date": "2026-12-31", "isOffDay": true},
                  {"name": "春节", "date": "2027-02-14", "isOffDay": false}]}
                """);
        assertThat(notice.days()).containsExactly(new Notice.ListedDay(LocalDate.of(2026, 12, 31), "元旦", true),
                new Notice.ListedDay(LocalDate.of(2027, 2, 14), "春节", false));
        assertThat(notice.papers()).containsExactly("http://example.org/notice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOT_JSON               | 1:14         | {"year": 2027
            NOT_JSON               | 1:28         | {"year": 2027, "days": []} and more
            NOT_JSON               |              | [1]
            NOT_JSON               | days         | {"year": 2027, "days": {"2027-01-01": "元旦"}}
            NOT_JSON               | papers       | {"year": 2027, "papers": "a.example", "days": []}
            NOT_JSON               | papers[0]    | {"year": 2027, "papers": [{"href": "a.example"}], "days": []}
            YEAR_MISSING           | year         | {"days": []}
            YEAR_MISSING           | year         | {"year": "2027", "days": []}
            DATE_WRONG             | days[0].date | {"year": 2027, "days": [{"name": "元旦", "date": "2027-02-30", "isOffDay": true}]}
            DATE_WRONG             | days[0].date | {"year": 2027, "days": [{"name": "元旦", "isOffDay": true}]}
            OF_ANOTHER_YEAR        | days[0].date | {"year": 2027, "days": [{"name": "元旦", "date": "2030-01-01", "isOffDay": true}]}
            LISTED_TWICE           | days[1].date | {"year": 2027, "days": [{"name": "甲", "date": "2027-01-01", "isOffDay": true}, \
                {"name": "乙", "date": "2027-01-01", "isOffDay": true}]}
            NAME_MISSING           | days[0].name | {"year": 2027, "days": [{"name": " ", "date": "2027-01-01", "isOffDay": true}]}
            NAME_MISSING           | days[0].name | {"year": 2027, "days": [{"name": "元\\u0000旦", "date": "2027-01-01", "isOffDay": true}]}
            NAME_MISSING           | days[0].name | {"year": 2027, "days": [{"name": "\\ud83c", "date": "2027-01-01", "isOffDay": true}]}
            DATE_WRONG             | days[0].date | {"year": 2027, "days": [[]]}
            FREE_OR_WORKED_MISSING | days[0].isOffDay | {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": "yes"}]}
            """)
    void a_wrong_line_is_named_and_nothing_is_taken(Fault why, String place, String file) {
        assertThat(HolidayFile.read(file)).isInstanceOfSatisfying(HolidayFile.Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(why);
            assertThat(refused.place()).isEqualTo(place == null ? "" : place);
        });
    }

    private static Notice read(String text) {
        return ((HolidayFile.Read) HolidayFile.read(text)).notice();
    }
}
