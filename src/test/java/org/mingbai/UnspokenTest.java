package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.directory.Bureau;
import org.slf4j.LoggerFactory;

/// The watch over the log hears what is said, wherever: else that nothing was said would mean nothing.
@Provokes({"provoked", "org.mingbai.UnspokenTest"})
class UnspokenTest {

    @ParameterizedTest
    @ValueSource(strings = {Bureau.PASSWORD, "7KQ2-M8XD-0VTR-5HJW-9BCE", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP",
            "POST /open311/v2/requests.xml?api_key=S9u2a"})
    void a_secret_in_a_line_is_heard(String secret) {
        LoggerFactory.getLogger("provoked").warn("he said {} to me", secret);
        assertThat(Unspoken.taken()).hasSize(1);
    }

    @Test
    void a_planted_one_is_heard_in_an_exception_and_its_cause() {
        var secret = Unspoken.plant("planted for this test alone");
        LoggerFactory.getLogger(UnspokenTest.class).error("failed", new IllegalStateException("outside", new IllegalArgumentException("inside: " + secret)));
        assertThat(Unspoken.taken()).hasSize(1);
    }

    @Test
    void what_is_none_is_not() {
        LoggerFactory.getLogger("provoked").warn("PostgreSQL on 127.0.0.1:5432, 0190f3c2-9f5e-7c3a-8a41-0242AC120002");
        assertThat(Unspoken.taken()).isEmpty();
    }
}
