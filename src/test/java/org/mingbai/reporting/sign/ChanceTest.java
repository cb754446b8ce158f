package org.mingbai.reporting.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChanceTest {

    @Test
    void it_is_the_upper_tail_of_the_binomial() {
        assertThat(Chance.of(3, 3, 0.5).tail()).isCloseTo(0.125, within(1e-12));
        assertThat(Chance.of(2, 3, 0.5).tail()).isCloseTo(0.5, within(1e-12));
        assertThat(Chance.of(1, 10, 0.1).tail()).isCloseTo(1 - Math.pow(0.9, 10), within(1e-12));
        assertThat(Chance.of(0, 10, 0.1).tail()).isEqualTo(1);
        assertThat(Chance.of(4, 10, 1).tail()).isEqualTo(1);
        assertThat(Chance.of(60, 10_000, 0.005).tail()).isBetween(0.09, 0.10);
    }

    @Test
    void it_is_said_as_one_in_so_many_with_one_figure() {
        assertThat(new Chance(0, 0.5).oneIn()).isEqualTo(2);
        assertThat(new Chance(0, 1 / 1234.0).oneIn()).isEqualTo(1000);
        assertThat(new Chance(0, 1 / 98_765.0).oneIn()).isEqualTo(90_000);
        assertThat(new Chance(0, 0).oneIn()).isEqualTo(1_000_000);
    }
}
