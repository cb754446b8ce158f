package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Tenants;
import org.mingbai.supervision.Notice.ListedDay;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class CalendarsTest {

    private static final LocalDate MIDSUMMER = LocalDate.of(2027, 6, 21);
    private static final LocalDate SATURDAY = LocalDate.of(2027, 6, 26);
    private static final Notice OF_2027 = new Notice(2027, List.of("国办发明电〔2026〕0号"),
            List.of(new ListedDay(MIDSUMMER, "仲夏", true), new ListedDay(SATURDAY, "仲夏", false)));

    @Autowired Calendars calendars;
    @Autowired Tenants tenants;

    @Test
    void an_account_begins_with_the_notices_of_2001_to_2026() {
        var by = keeper();
        assertThat(calendars.notices(by.tenant())).extracting(stored -> stored.notice().year()).first().isEqualTo(2001);
        assertThat(calendars.notices(by.tenant())).extracting(stored -> stored.notice().year()).last().isEqualTo(2026);
        assertThat(calendars.notices(by.tenant())).allSatisfy(stored -> assertThat(stored.takenBy()).isEmpty());
        assertThat(calendars.of(by.tenant(), "").day(LocalDate.of(2025, 10, 11)).kind()).isEqualTo(DayKind.SHIFTED);
    }

    @Test
    void a_notice_that_is_taken_counts_at_once_and_for_its_tenant_alone() {
        var by = keeper();
        var other = keeper();
        assertThat(calendars.of(by.tenant(), "").day(MIDSUMMER).known()).isFalse();
        assertThat(calendars.take(by, "", OF_2027)).isTrue();
        assertThat(calendars.of(by.tenant(), "").day(MIDSUMMER).kind()).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendars.of(by.tenant(), "").day(MIDSUMMER).known()).isTrue();
        assertThat(calendars.of(other.tenant(), "").day(MIDSUMMER).kind()).isEqualTo(DayKind.WORKING);
    }

    @Test
    void a_corrected_notice_stands_in_the_place_of_the_earlier_one() {
        var by = keeper();
        calendars.take(by, "", OF_2027);
        calendars.take(by, "", new Notice(2027, List.of(), List.of(new ListedDay(MIDSUMMER.plusDays(1), "仲夏", true))));
        assertThat(calendars.of(by.tenant(), "").day(MIDSUMMER).kind()).isEqualTo(DayKind.WORKING);
        assertThat(calendars.of(by.tenant(), "").day(SATURDAY).kind()).isEqualTo(DayKind.WEEKEND);
        assertThat(calendars.notices(by.tenant()).stream().filter(stored -> stored.notice().year() == 2027)).hasSize(1);
    }

    @Test
    void what_a_notice_would_change_is_told_before_it_is_taken() {
        var by = keeper();
        assertThat(calendars.changes(by.tenant(), "", OF_2027)).extracting(change -> change.before().date()).contains(MIDSUMMER, SATURDAY);
        calendars.take(by, "", OF_2027);
        assertThat(calendars.changes(by.tenant(), "", OF_2027)).isEmpty();
    }

    @Test
    void a_region_has_days_of_its_own_beside_the_countrys() {
        var by = keeper();
        var thirdOfThird = LocalDate.of(2026, 4, 20);
        calendars.take(by, "45", new Notice(2026, List.of("广西壮族自治区少数民族习惯节日放假办法"), List.of(new ListedDay(thirdOfThird, "三月三", true))));
        assertThat(calendars.of(by.tenant(), "4503").day(thirdOfThird).kind()).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendars.of(by.tenant(), "4503").day(LocalDate.of(2026, 10, 1)).kind()).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendars.of(by.tenant(), "44").day(thirdOfThird).kind()).isEqualTo(DayKind.WORKING);
        assertThat(calendars.of(by.tenant(), "").day(thirdOfThird).kind()).isEqualTo(DayKind.WORKING);
    }

    @Test
    void a_regions_days_make_no_year_known() {
        var by = keeper();
        calendars.take(by, "45", new Notice(2027, List.of(), List.of(new ListedDay(LocalDate.of(2027, 4, 9), "三月三", true))));
        assertThat(calendars.of(by.tenant(), "45").day(LocalDate.of(2027, 4, 9)).kind()).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendars.of(by.tenant(), "45").day(LocalDate.of(2027, 4, 12)).known()).isFalse();
    }

    @Test
    void a_notice_that_lists_no_day_is_not_taken() {
        var by = keeper();
        assertThat(calendars.take(by, "", new Notice(2027, List.of(), List.of()))).isFalse();
        assertThat(calendars.of(by.tenant(), "").day(MIDSUMMER).known()).isFalse();
    }

    @Test
    void who_took_a_notice_is_kept() {
        var tenant = tenants.found("清河县");
        var by = new Keeper(tenant, Optional.of(new PersonId(7)), "王", "");
        calendars.take(by, "", OF_2027);
        assertThat(calendars.notices(tenant)).last().satisfies(stored -> assertThat(stored.takenBy()).contains(new PersonId(7)));
    }

    private Keeper keeper() {
        return Keeper.program(tenants.found("清河县"), "test");
    }
}
