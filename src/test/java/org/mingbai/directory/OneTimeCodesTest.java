package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:10Z");
    private static final long STEP = OneTimeCodes.stepAt(NOW);

    /// Appendix B of RFC 6238 prints eight digits; six are the last of them.
    @ParameterizedTest
    @CsvSource(textBlock = """
            59,          94287082
            1111111109,  07081804
            1111111111,  14050471
            1234567890,  89005924
            2000000000,  69279037
            20000000000, 65353130
            """)
    void the_codes_of_the_standard_come_out(long seconds, String printed) {
        assertThat(OneTimeCodes.codeAt(SECRET, OneTimeCodes.stepAt(Instant.ofEpochSecond(seconds)))).isEqualTo(printed.substring(2));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -2, false
            -1, true
            0,  true
            1,  true
            2,  false
            """)
    void a_clock_may_go_wrong_by_one_step_either_way(int aside, boolean taken) {
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.codeAt(SECRET, STEP + aside), NOW, 0).isPresent()).isEqualTo(taken);
    }

    @Test
    void of_the_last_step_taken_and_those_before_no_code_is_taken() {
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.codeAt(SECRET, STEP), NOW, STEP)).isEmpty();
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.codeAt(SECRET, STEP - 1), NOW, STEP)).isEmpty();
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.codeAt(SECRET, STEP + 1), NOW, STEP)).hasValue(STEP + 1);
    }

    @Test
    void a_secret_is_written_as_the_apps_read_it() {
        assertThat(OneTimeCodes.written(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Authenticator.typed("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").secret()).isEqualTo(SECRET);
    }
}
