package org.mingbai.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How a run of faults is asked for, judged and told.
class FaultsTest {

    @Test
    void without_options_at_least_fifty_faults_of_every_kind_happen_and_quickly_one_of_each() {
        var usual = Options.read(List.of());
        assertThat(usual.kinds()).containsExactly(Kind.values());
        assertThat(usual.kinds().stream().mapToInt(usual::roundsOf).sum()).isGreaterThanOrEqualTo(50);
        assertThat(Options.read(List.of("--quick", "--kinds", "app,disk")).kinds()).containsExactly(Kind.APP, Kind.DISK);
        assertThat(Options.read(List.of("--quick")).roundsOf(Kind.DISK)).isEqualTo(1);
        assertThatThrownBy(() -> Options.read(List.of("--quickly", "1"))).hasMessage("--quickly?");
    }

    @Test
    void a_page_is_clear_when_it_says_in_the_readers_language_what_is_the_matter_and_nothing_of_the_inside() {
        assertThat(Seen.isClear("<!doctype html>\n<html lang=\"zh\"><body><h1>暂时办不了</h1></body></html>\n")).isTrue();
        assertThat(Seen.isClear("<!doctype html><html lang=\"en\"><body><h1>HTTP Status 500 – Internal Server Error</h1></body></html>")).isFalse();
        assertThat(Seen.isClear("<html lang=\"zh\"><h1>系统出了错</h1><pre>\tat org.mingbai.Mingbai.run</pre></html>")).isFalse();
        assertThat(Seen.isClear("")).isFalse();
        assertThat(Seen.isTold(503, Optional.of("30"))).isTrue();
        assertThat(Seen.isTold(503, Optional.empty())).as("it does not say when to come again").isFalse();
        assertThat(Seen.isTold(500, Optional.of("30"))).as("something nobody foresaw").isFalse();
    }

    @Test
    void whatever_was_acknowledged_and_is_not_there_is_counted_as_lost_and_the_run_is_not_clean() throws IOException {
        var results = new Results();
        results.add(new Outcome(Kind.APP, Fault.Back.STARTED_AGAIN, 200, 200, 5, 2, 17, 3.5, 8, new Seen(), List.of()));
        assertThat(results.isClean()).isTrue();
        results.add(new Outcome(Kind.BOTH, Fault.Back.STARTED_AGAIN, 300, 299, 5, 2, 17, 4.5, 8, new Seen(), List.of("found 0 times: one")));
        assertThat(results.isClean()).isFalse();
        assertThat(results.markdown()).contains("2 faults, 500 acts acknowledged, 499 found once, 1 lost", "WRONG: BOTH: found 0 times: one",
                "| kill -9 of both | 1 | 300 | 299 | 1 | 5 | 4.5 (4.5) | started again, as by the unit | nothing unusual |");
    }
}
