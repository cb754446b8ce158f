package org.mingbai.intake.open311.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.open311.ProgramKeys;
import org.mingbai.intake.open311.Service;
import org.mingbai.intake.open311.Services;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A body says what it offers to programs, and gives them keys.
@MingbaiTest
class ServicePagesTest {

    private static final String NEW = "/programs/services/new";
    private static final String ADD = "/programs/services";

    @Autowired LedgerScene scene;
    @Autowired Services services;
    @Autowired ProgramKeys keys;
    @Autowired Registers registers;
    @Autowired AuditTrail audit;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private Browsing coordinator;

    @BeforeEach
    void a_town() {
        cast = scene.cast();
        registers.show(cast.tenant(), "hotline", true, false);
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
        var form = new HashMap<>(Map.of("code", "hole", "zh", "路面坑洼", "en", "Pothole", "register", "hotline", "category", "道路", "delivery", "REALTIME",
                "attributes", "DEPTH | 深度 | Depth | number | required\nCAR｜车型｜Make｜singlevaluelist｜optional｜1=福特/Ford｜2=大众/Volkswagen",
                "offered", "true"));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    @Test
    void a_service_is_added_changed_and_stopped() {
        assertThat(coordinator.get("/programs").body()).contains("还没有一项服务").contains("/open311/v2/services.json?jurisdiction_id=");
        assertThat(coordinator.post(NEW, ADD, form()).statusCode()).isEqualTo(303);
        var kept = services.offered(cast.tenant(), "hole").orElseThrow();
        assertThat(kept.attributes()).extracting(Service.Attribute::code).containsExactly("DEPTH", "CAR");
        assertThat(kept.attributes().get(1).values().get(1).name().en()).isEqualTo("Volkswagen");
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.CHANNEL_CHANGED, null, null, "open311/hole"), 5)).hasSize(1);

        var page = coordinator.get("/programs/services/hole").body();
        assertThat(page).contains("CAR | 车型 | Make | singlevaluelist | optional | 1=福特/Ford | 2=大众/Volkswagen");
        var changed = form("zh", "路面破损");
        changed.remove("offered");
        assertThat(coordinator.post("/programs/services/hole", "/programs/services/hole", changed).statusCode()).isEqualTo(303);
        assertThat(services.offered(cast.tenant(), "hole")).isEmpty();
        assertThat(coordinator.get("/programs").body()).contains("路面破损").contains("已停");
        assertThat(coordinator.get("/programs/services/none").statusCode()).isEqualTo(404);
    }

    @Test
    void every_flaw_is_told_at_its_field_and_nothing_typed_is_lost() {
        var refused = coordinator.post(NEW, ADD, form("code", "坑", "zh", "", "en", "x".repeat(81), "register", "nowhere", "keywords", "词".repeat(401)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("代码用字母", "href=\"#f-zh\"", "href=\"#f-en\"", "href=\"#f-register\"", "href=\"#f-keywords\"", "value=\"坑\"");
        assertThat(coordinator.post(NEW, ADD, form("delivery", "")).body()).contains("href=\"#f-delivery");
        assertThat(coordinator.post(NEW, ADD, form()).statusCode()).isEqualTo(303);
        assertThat(coordinator.post(NEW, ADD, form()).body()).contains("已经有这个代码");
        assertThat(services.of(cast.tenant())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEPTH", "DEPTH | 深度 | Depth | number", "DEPTH | 深度 | Depth | length | required", "深 | 深度 | Depth | number | required",
        "CAR | 车型 | Make | singlevaluelist | required", "CAR | 车型 | Make | number | required | 1=a/b",
        "CAR | 车型 | Make | singlevaluelist | required | 福特", "A | 甲 | A | text | required\nA | 乙 | B | text | required"})
    void a_line_that_is_no_attribute_is_named(String lines) {
        var refused = coordinator.post(NEW, ADD, form("attributes", lines));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("第 " + lines.lines().count() + " 行写得不对").contains("href=\"#f-attributes\"");
    }

    @Test
    void a_key_is_shown_once_and_revoked() {
        var made = coordinator.post("/programs", "/programs/keys", Map.of("name", "市民随手拍"));
        var key = Pattern.compile("<code>([A-Za-z0-9_-]{32})</code>").matcher(made.body());
        assertThat(key.find()).as(made.body()).isTrue();
        var page = coordinator.get("/programs").body();
        assertThat(page).contains("市民随手拍").doesNotContain(key.group(1));
        long id = keys.of(cast.tenant()).getFirst().id();
        assertThat(coordinator.post("/programs", "/programs/keys/" + id + "/revocation", Map.of()).statusCode()).isEqualTo(303);
        assertThat(coordinator.get("/programs").body()).contains("已作废").doesNotContain("/revocation");
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.CHANNEL_CHANGED, null, null, "open311/key"), 5)).hasSize(2)
                .noneMatch(line -> line.toString().contains(key.group(1)));
        assertThat(coordinator.post("/programs", "/programs/keys", Map.of("name", "")).statusCode()).isEqualTo(422);
        assertThat(coordinator.post("/programs", "/programs/keys", Map.of("name", "名".repeat(61))).statusCode()).isEqualTo(422);
    }

    @Test
    void a_handler_keeps_no_services() {
        try (var handler = as(cast.roadsHandler())) {
            assertThat(handler.get("/programs").statusCode()).isEqualTo(403);
        }
    }
}
