package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class LeftUploadsTest {

    @Autowired LeftUploads left;
    @Autowired Receiving receiving;
    @Autowired Library library;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void aTownWithAPublicSite() {
        cast = town.layOut();
    }

    private StoredFile brought(String text) throws Exception {
        return receiving.bring(cast.tenant(), text + ".txt", content(text));
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void daysLater(int days) {
        clock.advance(Duration.ofDays(days));
        left.letGo();
    }

    private boolean isThere(StoredFile file) {
        return receiving.brought(cast.tenant(), file.sha256(), file.name()).isPresent();
    }

    @Test
    void what_came_with_a_form_that_was_never_sent_goes_after_two_days() throws Exception {
        var file = brought("一张照片");
        daysLater(1);
        assertThat(isThere(file)).isTrue();
        daysLater(2);
        assertThat(isThere(file)).isFalse();
        assertThat(library.contentOf(cast.tenant(), file.sha256())).doesNotExist();
        assertThat(isThere(brought("一张照片"))).as("it may come again").isTrue();
        assertThat(library.contentOf(cast.tenant(), file.sha256())).exists();
    }

    @Test
    void what_was_handed_in_with_somebodys_words_stays() throws Exception {
        var file = brought("路灯的照片");
        var said = new Submission("rectification", new Subject("路灯不亮", "夜里看不清路", null, null, "web", null, null, null, null, java.util.Map.of()), null, false,
                false, "zh", List.of(file), UUID.randomUUID());
        assertThat(receiving.receive(cast.tenant(), said)).isInstanceOf(VoiceAnswer.Done.class);
        daysLater(3);
        assertThat(isThere(file)).isTrue();
        assertThat(library.contentOf(cast.tenant(), file.sha256())).exists();
    }

    @Test
    void content_that_somebody_else_brought_too_stays_for_them() throws Exception {
        var file = brought("两边都有");
        receiving.bring(cast.coordinator(), "两边都有.txt", content("两边都有"));
        daysLater(3);
        assertThat(isThere(file)).isFalse();
        assertThat(library.contentOf(cast.tenant(), file.sha256())).exists();
        assertThat(library.broughtBy(cast.tenant(), cast.coordinator().person(), file.sha256(), file.name())).isPresent();
    }
}
