package org.mingbai.supervision.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Messages;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Origin;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Taken;
import org.mingbai.ledger.web.MatterScene;
import org.springframework.beans.factory.annotation.Autowired;

/// Who learns that it is their turn.
@MingbaiTest
class TurnTellingTest {

    @Autowired MatterScene scene;
    @Autowired Messages messages;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = scene.cast();
    }

    private List<String> unread(SignedIn who) {
        return messages.page(who, Locale.CHINESE, Long.MAX_VALUE, 50).stream().filter(message -> !message.read())
                .map(Messages.Message::sentence).toList();
    }

    private MatterId assigned() {
        return scene.assigned(cast);
    }

    @Test
    void all_who_fill_the_post_are_told_and_nobody_else() {
        var id = assigned();
        var told = "轮到您办：中山路 12 号门前路灯不亮已有两周（明-rectification-%d），2026年3月23日 星期一到期".formatted(id.value());
        assertThat(unread(cast.roadsHandler())).containsExactly(told);
        assertThat(unread(cast.otherRoadsHandler())).containsExactly(told);
        assertThat(unread(cast.waterHandler())).isEmpty();
        assertThat(unread(cast.leader())).isEmpty();
        assertThat(unread(cast.administrator())).isEmpty();
    }

    @Test
    void an_act_that_leaves_the_turn_where_it_is_tells_nobody() {
        var id = assigned();
        scene.act(cast.roadsHandler(), id, new Act.Sign());
        assertThat(unread(cast.otherRoadsHandler())).hasSize(1);
    }

    @Test
    void what_passes_on_is_no_longer_told_to_those_before() {
        scene.claimed(cast);
        assertThat(unread(cast.roadsHandler())).isEmpty();
        assertThat(unread(cast.otherRoadsHandler())).isEmpty();
        assertThat(unread(cast.hallChecker())).singleElement().satisfies(told -> assertThat(told).startsWith("轮到您办：中山路"));
    }

    @Test
    void the_doer_himself_is_not_told() {
        scene.raised(cast);
        assertThat(unread(cast.coordinator())).isEmpty();
    }

    @Test
    void a_refused_act_tells_nobody() {
        var id = assigned();
        assertThat(ledger.act(cast.waterHandler(), id, new Act.Sign(), UUID.randomUUID(), null)).isInstanceOf(Answer.Refused.class);
        assertThat(unread(cast.waterHandler())).isEmpty();
    }

    @Test
    void a_ledger_that_is_taken_over_tells_nobody() {
        ledger.takeOver(cast.coordinator(), "rectification", Subject.of("旧台账一行", "照旧"), new Origin("旧台账.xlsx", "2025", 7),
                new Taken(new Assignment(cast.roads(), "王镇长", List.of(), List.of(), Deadline.by(clock.today().plusDays(9)), "照旧"), null,
                        List.of(), null, false), UUID.randomUUID());
        assertThat(matters.tray(cast.roadsHandler(), 9)).hasSize(1);
        assertThat(unread(cast.roadsHandler())).isEmpty();
        assertThat(unread(cast.otherRoadsHandler())).isEmpty();
    }
}
