package org.mingbai.verdict.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.verdict.VerdictScene.named;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.LookBackMethod;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.store.Replay;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.verdict.Formulas;
import org.mingbai.verdict.VerdictScene;
import org.mingbai.verdict.draw.Draws;
import org.mingbai.verdict.draw.Sampling;
import org.mingbai.verdict.lookback.LookBack;
import org.mingbai.verdict.lookback.LookBacks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looking again: when it is due, by whom, and how much has come back.
@MingbaiTest
class LookBackPagesTest {

    @Autowired LedgerScene scene;
    @Autowired VerdictScene verdict;
    @Autowired SettableClock clock;
    @Autowired LookBacks lookBacks;
    @Autowired Draws draws;
    @Autowired Formulas formulas;
    @Autowired Ledger ledger;
    @Autowired Replay replay;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private final Map<PersonId, String> logins = new HashMap<>();
    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
    }

    private MatterId closed(String title) {
        clock.set(LedgerScene.BEGAN);
        return verdict.closed(cast, named(title));
    }

    private Stage stage(MatterId id) {
        return ledger.matter(cast.coordinator(), id).orElseThrow().stage();
    }

    private void onTheDayOf(MatterId id) {
        if (stage(id) instanceof Stage.LookBackDue(_, _, var due)) {
            clock.set(due);
        }
    }

    private void finds(MatterId id, boolean held) {
        scene.act(cast.verdictTaker(), id, new Act.LookBack(held, LookBackMethod.CALL, held ? "还亮着" : "又灭了"));
    }

    private Browsing browsing(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(logins.computeIfAbsent(who.person(), _ -> scene.login(who)), Bureau.PASSWORD);
        return browsing;
    }

    private YearMonth month() {
        return formulas.current(cast.tenant());
    }

    @Test
    void what_is_closed_waits_for_its_day_and_then_to_be_looked_at() {
        var id = closed("中山路路灯");
        assertThat(lookBacks.waiting(cast.verdictTaker())).singleElement().satisfies(waiting -> assertThat(waiting.ready()).isFalse());
        try (var browsing = browsing(cast.verdictTaker())) {
            assertThat(browsing.get("/look-backs").body()).contains("中山路路灯", "日子未到").doesNotContain("/acts/look-back");
        }
        onTheDayOf(id);
        try (var browsing = browsing(cast.verdictTaker())) {
            assertThat(browsing.get("/look-backs").body()).contains("/matters/" + id.value() + "/acts/look-back");
        }
        assertThat(lookBacks.waiting(cast.roadsHandler())).isEmpty();
        finds(id, true);
        assertThat(lookBacks.waiting(cast.verdictTaker())).isEmpty();
    }

    @Test
    void the_relapse_rate_tells_how_many_it_rests_on_and_opens_them() {
        var ids = List.of(closed("中山路路灯"), closed("东门井盖"), closed("河西自来水"));
        onTheDayOf(ids.getFirst());
        finds(ids.get(0), true);
        finds(ids.get(1), false);
        finds(ids.get(2), true);
        assertThat(lookBacks.looked(cast.coordinator(), formulas.month(cast.tenant(), month()))).extracting(LookBack::relapsed)
                .containsExactlyInAnyOrder(true, false, false);
        try (var browsing = browsing(cast.coordinator())) {
            assertThat(browsing.get("/rates?month=" + month()).body()).contains("反弹率", "33.33%", "6.15–79.23");
            assertThat(browsing.get("/rates/look-backs?month=" + month() + "&relapsed=true").body()).contains("东门井盖").doesNotContain("中山路路灯");
            assertThat(browsing.get("/rates/look-backs?month=" + month()).body()).contains("中山路路灯", "河西自来水");
        }
        assertThat(lookBacks.looked(cast.waterHandler(), formulas.month(cast.tenant(), month()))).isEmpty();
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
        db.sql("update verdict.look_back set held = true where tenant = :tenant").param("tenant", cast.tenant().value()).update();
        assertThat(replay.check(cast.tenant()).differences()).singleElement().extracting(Replay.Difference::what).isEqualTo("verdict.look_back");
    }

    @Test
    void what_the_draw_leaves_out_stays_closed_and_is_no_data() {
        clock.set(LedgerScene.BEGAN.minusMonths(1));
        assertThat(draws.put(Keeper.of(cast.coordinator(), ""), new Sampling(Drawing.LOOK_BACK, "rectification", 2, new BigDecimal("0.0001"), "镇政发〔2026〕3号",
                YearMonth.from(LedgerScene.BEGAN)))).isTrue();
        var id = closed("中山路路灯");
        assertThat(lookBacks.letGo(cast.verdictTaker())).as("before its day").isZero();
        onTheDayOf(id);
        try (var browsing = browsing(cast.verdictTaker())) {
            assertThat(browsing.get("/look-backs").body()).contains("将这 1 件转为已销号");
            assertThat(browsing.post("/look-backs", "/look-backs/left-out", Map.of()).statusCode()).isEqualTo(303);
        }
        assertThat(stage(id).named()).isEqualTo(StageName.CLOSED);
        assertThat(lookBacks.looked(cast.coordinator(), formulas.month(cast.tenant(), month()))).isEmpty();
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }
}
