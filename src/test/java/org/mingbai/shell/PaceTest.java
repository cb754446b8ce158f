package org.mingbai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.mingbai.SettableClock;

class PaceTest {

    private final SettableClock clock = new SettableClock();
    private final Pace pace = new Pace(2, clock);

    PaceTest() {
        clock.set(LocalDate.of(2026, 3, 2));
    }

    @Test
    void an_address_has_so_many_an_hour_and_gets_them_back_with_the_time() {
        assertThat(pace.take("192.0.2.1")).isEmpty();
        assertThat(pace.take("192.0.2.1")).isEmpty();
        assertThat(pace.take("192.0.2.1")).contains(Duration.ofMinutes(30));
        assertThat(pace.take("192.0.2.2")).isEmpty();
        clock.advance(Duration.ofMinutes(30));
        assertThat(pace.take("192.0.2.1")).isEmpty();
        assertThat(pace.take("192.0.2.1")).isPresent();
    }

    @Test
    void no_address_is_remembered_longer_than_it_matters() {
        pace.take("192.0.2.1");
        pace.take("192.0.2.2");
        assertThat(pace.remembered()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(61));
        pace.take("192.0.2.3");
        assertThat(pace.remembered()).isEqualTo(1);
    }
}
