package org.mingbai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class DaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void a_day_of_this_year_is_said_without_the_year() {
        assertThat(in(Locale.CHINESE, () -> Days.day(TODAY))).isEqualTo("11月20日");
        assertThat(in(Locale.CHINESE, () -> Days.day(TODAY.minusYears(1)))).isEqualTo("2025年11月20日");
        assertThat(in(Locale.ENGLISH, () -> Days.day(TODAY))).isEqualTo("20 Nov");
        assertThat(in(Locale.CHINESE, () -> Days.full(TODAY))).isEqualTo("2026年11月20日 星期五");
    }

    @Test
    void how_far_off_a_day_is_counts_from_today_at_the_readers_place() {
        assertThat(in(Locale.CHINESE, () -> Days.left(TODAY))).isEqualTo("今天到期");
        assertThat(in(Locale.CHINESE, () -> Days.left(TODAY.plusDays(3)))).isEqualTo("还有 3 天");
        assertThat(in(Locale.CHINESE, () -> Days.left(TODAY.minusDays(2)))).isEqualTo("已超 2 天");
        assertThat(in(Locale.ENGLISH, () -> Days.left(TODAY.plusDays(1)))).isEqualTo("1 day left");
        assertThat(in(Locale.ENGLISH, () -> Days.left(TODAY.minusDays(1)))).isEqualTo("1 day late");
    }

    @Test
    void a_moment_is_said_in_the_readers_zone_whatever_zone_it_was_stored_in() {
        var stored = OffsetDateTime.parse("2026-11-19T18:40:00-03:30");
        assertThat(in(Locale.CHINESE, () -> Days.full(stored))).isEqualTo("2026年11月20日 星期五 06:10");
    }

    @Test
    void the_same_page_in_another_language_keeps_its_address() {
        assertThat(frame("/matters?light=late&lang=zh&unit=1").in("en")).isEqualTo("/matters?light=late&unit=1&lang=en");
        assertThat(frame("/matters?lang=zh").in("en")).isEqualTo("/matters?lang=en");
        assertThat(frame("/matters").in("en")).isEqualTo("/matters?lang=en");
    }

    private static <T> T in(Locale language, Supplier<T> said) {
        LocaleContextHolder.setLocale(language);
        try {
            return ScopedValue.where(Frame.CURRENT, frame("/")).call(said::get);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static Frame frame(String here) {
        var clock = Clock.fixed(Instant.parse("2026-11-19T16:30:00Z"), ZoneId.of("Asia/Shanghai"));
        return new Frame(Optional.empty(), List.of(), here, "zh", Optional.empty(), Optional.empty(), Optional.empty(), clock, Optional.empty(), path -> path);
    }
}
