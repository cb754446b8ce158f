package org.mingbai.directory.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.SettableClock;

class ReachTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # rhythm   | quiet         | told at          | urgent | a letter may go from
            AT_ONCE    | 22:00 - 07:00 | 2026-03-02T09:00 | no     | 2026-03-02T09:00
            AT_ONCE    | 22:00 - 07:00 | 2026-03-02T21:59 | no     | 2026-03-02T21:59
            AT_ONCE    | 22:00 - 07:00 | 2026-03-02T22:00 | no     | 2026-03-03T07:00
            AT_ONCE    | 22:00 - 07:00 | 2026-03-03T06:59 | no     | 2026-03-03T07:00
            AT_ONCE    | 22:00 - 07:00 | 2026-03-03T07:00 | no     | 2026-03-03T07:00
            AT_ONCE    | 22:00 - 07:00 | 2026-03-02T23:30 | yes    | 2026-03-02T23:30
            AT_ONCE    | 12:00 - 14:00 | 2026-03-02T13:00 | no     | 2026-03-02T14:00
            AT_ONCE    | 00:00 - 00:00 | 2026-03-02T00:00 | no     | 2026-03-02T00:00
            DAILY      | 22:00 - 07:00 | 2026-03-02T07:59 | no     | 2026-03-02T08:00
            DAILY      | 22:00 - 07:00 | 2026-03-02T08:01 | no     | 2026-03-03T08:00
            DAILY      | 22:00 - 07:00 | 2026-12-31T23:00 | no     | 2027-01-01T08:00
            DAILY      | 22:00 - 07:00 | 2026-03-02T23:00 | yes    | 2026-03-02T23:00
            PAGES_ONLY | 22:00 - 07:00 | 2026-03-02T09:00 | yes    | never
            """)
    void a_letter_goes_when_its_reader_wants_it(Rhythm rhythm, String quiet, LocalDateTime told, String urgent, String from) {
        var hours = quiet.split(" - ");
        var reach = new Reach("a@example.cn", rhythm, LocalTime.of(8, 0), LocalTime.parse(hours[0]), LocalTime.parse(hours[1]), "zh", true);
        var found = reach.from(told.atZone(SettableClock.ZONE), urgent.equals("yes"));
        assertThat(found.map(ZonedDateTime::toLocalDateTime).map(Object::toString).orElse("never")).isEqualTo(from);
    }

    @Test
    void without_a_confirmed_address_there_is_no_letter() {
        assertThat(new Reach("a@example.cn", Rhythm.AT_ONCE, LocalTime.of(8, 0), LocalTime.of(22, 0), LocalTime.of(7, 0), "zh")
                .from(LocalDate.of(2026, 3, 2).atTime(9, 0).atZone(SettableClock.ZONE), true)).isEmpty();
        assertThat(Reach.USUAL.from(LocalDate.of(2026, 3, 2).atTime(9, 0).atZone(SettableClock.ZONE), true)).isEmpty();
    }
}
