package org.mingbai.shell.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.filter.FormContentFilter;

/// What is sent to be kept as a draft, by whom, and how much.
@MingbaiTest
class DraftSenderTest {

    private static final String JSON = "application/json";

    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
    @Autowired ObjectProvider<FormContentFilter> bodiesTakenApartBeforeAnybodyIsKnown;
    @LocalServerPort int port;

    @Test
    void nothing_is_read_of_what_a_stranger_sends() {
        assertThat(bodiesTakenApartBeforeAnybodyIsKnown.stream()).isEmpty();
        try (var stranger = new Browsing(port)) {
            var token = stranger.tokenOn("/sign-in");
            assertThat(stranger.put("/drafts/x", JSON, token, "[[").statusCode()).as("not even that it cannot be read").isEqualTo(401);
        }
    }

    @Test
    void a_draft_is_no_larger_than_a_form_and_is_what_a_form_sends() {
        try (var writer = new Browsing(port)) {
            writer.signIn(scene.login(scene.cast().coordinator()), Bureau.PASSWORD);
            var token = writer.tokenOn("/password");
            assertThat(writer.put("/drafts/x", JSON, token, "[[\"a\",\"" + "长".repeat(190_000) + "\"]]").statusCode()).isEqualTo(204);
            assertThat(writer.put("/drafts/x", JSON, token, "[[\"a\",\"" + "长".repeat(210_000) + "\"]]").statusCode()).isEqualTo(413);
            assertThat(writer.put("/drafts/x", JSON, token, "[" + "[\"a\"],".repeat(200_000) + "[]]").statusCode()).isEqualTo(413);
            for (var wrong : new String[] {"", "[[", "{}", "[1]", "null"}) {
                assertThat(writer.put("/drafts/x", JSON, token, wrong).statusCode()).as(wrong).isEqualTo(400);
            }
            assertThat(writer.get("/drafts/x").body()).contains("长长");
        }
    }

    @Test
    void the_oldest_of_more_than_a_hundred_drafts_gives_way() {
        try (var writer = new Browsing(port)) {
            writer.signIn(scene.login(scene.cast().coordinator()), Bureau.PASSWORD);
            var token = writer.tokenOn("/password");
            for (int n = 1000; n < 1101; n++) {
                clock.advance(Duration.ofSeconds(1));
                writer.put("/drafts/" + n, JSON, token, "[]");
            }
            assertThat(writer.get("/drafts/1000").statusCode()).isEqualTo(204);
            assertThat(writer.get("/drafts/1001").statusCode()).isEqualTo(200);
            assertThat(writer.get("/drafts/1100").statusCode()).isEqualTo(200);
        }
    }
}
