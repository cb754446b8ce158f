package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MingbaiTest
class PolicyPagesTest {

    private static final String RULES = "/registers/rectification/policy";

    @Autowired LedgerScene scene;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Registers registers;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private Browsing coordinator;

    @BeforeEach
    void a_town() {
        cast = scene.cast();
        coordinator = as(cast.coordinator());
    }

    @AfterEach
    void leave() {
        coordinator.close();
    }

    private Browsing as(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private static Map<String, String> form(String... changes) {
        var form = new HashMap<>(Map.of("seen", "1", "basis", "本镇整改管理办法第九条", "from", LedgerScene.BEGAN.toString(), "noticeDays", "0",
                "lookBackDays", "30", "limitDays", "45", "extensionDaysMax", "10", "step", "1", "verdict", "true"));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    @Test
    void the_rules_are_told_in_words_to_everybody_who_sees_matters() {
        try (var handler = as(cast.roadsHandler())) {
            var page = handler.get(RULES);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("公示 5 天").contains("督查室").doesNotContain("name=\"basis\"");
        }
        assertThat(coordinator.get(RULES).body()).contains("name=\"basis\"");
    }

    @Test
    void a_further_version_holds_for_what_is_raised_then_and_leaves_the_ledger_as_it_is() {
        var before = scene.raised(cast, LedgerScene.subject(1));
        assertThat(coordinator.post(RULES, RULES, form()).statusCode()).isEqualTo(303);
        var after = scene.raised(cast, LedgerScene.subject(2));
        assertThat(ledger.matter(cast.coordinator(), before).orElseThrow().policyVersion()).isEqualTo(1);
        assertThat(ledger.matter(cast.coordinator(), after).orElseThrow().policyVersion()).isEqualTo(2);
        assertThat(registers.policy(cast.tenant(), "rectification", 2).review()).hasSize(1);
        assertThat(coordinator.get(RULES).body()).contains("本镇整改管理办法第九条").contains("第 1 版").contains("第 2 版");
    }

    @Test
    void how_often_it_may_be_given_back_and_whether_it_is_reviewed_are_rules_like_others() {
        var form = form("returnsMax", "2");
        form.put("reviewable", "on");
        assertThat(coordinator.post(RULES, RULES, form).statusCode()).isEqualTo(303);
        var kept = registers.policy(cast.tenant(), "rectification", 2);
        assertThat(kept.returnsMax()).isEqualTo(2);
        assertThat(kept.reviewable()).isTrue();
        assertThat(coordinator.get(RULES).body()).contains("最多退回 2 次").contains("可以申请复查");
    }

    @Test
    void of_two_keepers_the_second_is_told_and_keeps_his_text() {
        coordinator.post(RULES, RULES, form());
        var second = coordinator.post(RULES, RULES, form("basis", "我的依据"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("我的依据").contains("别人刚刚启用了新的一版");
        assertThat(registers.versions(cast.tenant(), "rectification")).hasSize(2);
    }

    @Test
    void rules_without_basis_without_a_check_or_of_the_past_are_refused() {
        for (var form : java.util.List.of(form("basis", " "), form("from", "2020-01-01"), form("limitDays", "0"), form("noticeDays", "-1"),
                form("lookBackDays", "99999999999"), form("returnsMax", "21"), form("step", "7"), form("from", "soon"))) {
            assertThat(coordinator.post(RULES, RULES, form).statusCode()).as(form.toString()).isEqualTo(422);
        }
        assertThat(registers.versions(cast.tenant(), "rectification")).hasSize(1);
    }

    @Test
    void nobody_but_its_own_office_changes_a_register() {
        try (var handler = as(cast.roadsHandler()); var stranger = as(scene.cast().coordinator())) {
            assertThat(handler.postWith(handler.tokenOn("/tray"), RULES, form()).statusCode()).isEqualTo(403);
            stranger.post(RULES, RULES, form());
        }
        assertThat(registers.versions(cast.tenant(), "rectification")).hasSize(1);
    }

    @Test
    void a_register_given_to_another_office_takes_what_waits_with_it() {
        var raised = scene.raised(cast, LedgerScene.subject(1));
        var assigned = scene.assigned(cast, LedgerScene.subject(2), cast.roads(), LedgerScene.BEGAN.plusDays(30));
        var answer = coordinator.post(RULES, "/registers/rectification/office",
                Map.of("zh", "突出问题整改台账", "en", "Rectification", "office", Long.toString(cast.water().value())));
        assertThat(answer.statusCode()).isEqualTo(303);
        var register = registers.register(cast.tenant(), "rectification").orElseThrow();
        assertThat(register.office()).isEqualTo(cast.water());
        assertThat(register.zh()).isEqualTo("突出问题整改台账");
        var seenByNew = ledger.matter(cast.waterHandler(), raised).orElseThrow();
        assertThat(seenByNew.turn()).extracting("unit").isEqualTo(cast.water());
        assertThat(ledger.matter(cast.waterHandler(), assigned)).as("the office sees what was there before").isPresent();
        assertThat(ledger.matter(cast.roadsHandler(), assigned).orElseThrow().turn()).extracting("unit").isEqualTo(cast.roads());
    }
}
