package org.mingbai.supervision.slip.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRules;
import org.mingbai.supervision.slip.Slips;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A town that supervises, and a browser in it; new for each test.
abstract class SlipBrowsing {

    static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired SmallTown town;
    @Autowired SlipScene scene;
    @Autowired Ledger ledger;
    @Autowired Slips slips;
    @Autowired SlipRules rules;
    @Autowired JdbcClient db;
    @Autowired AuditTrail audit;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    final Map<SignedIn, String> logins = new HashMap<>();

    SmallTown.Cast cast;
    MatterId matter;
    Browsing coordinator;
    Browsing approver;
    Browsing handler;

    @BeforeEach
    void aTownThatSupervises() {
        cast = scene.cast();
        matter = scene.matter(cast);
        coordinator = signedIn(cast.coordinator());
        approver = signedIn(cast.approver());
        handler = signedIn(cast.roadsHandler());
    }

    @AfterEach
    void leave() {
        coordinator.close();
        approver.close();
        handler.close();
    }

    Browsing signedIn(SignedIn who) {
        logins.put(who, scene.login(who));
        return signedInAgain(who);
    }

    Map<String, String> typed(SlipKind kind) {
        return new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "kind", kind.name(), "matter", Long.toString(matter.value()), "to", "路灯所",
                "title", "尽快修好路灯", "basis", "督办制度第三条", "requirement", "查明原因", "answerBy", "2026-03-05"));
    }

    HttpResponse<String> write(Map<String, String> fields) {
        return coordinator.post("/slips/new?matter=" + matter.value(), "/slips", fields);
    }

    /// Whoever left the desk signs in again.
    void fourDaysLater() {
        clock.set(SlipScene.DAY.plusDays(4));
        leave();
        coordinator = signedInAgain(cast.coordinator());
        approver = signedInAgain(cast.approver());
        handler = signedInAgain(cast.roadsHandler());
    }

    Browsing signedInAgain(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(logins.get(who), Bureau.PASSWORD);
        return browsing;
    }

    static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /// A unit that has no part in the matter, so that it may be complained of while a slip about it is out.
    SignedIn sanitation() {
        return town.person(cast.tenant(), "环卫经办", town.unit(cast.tenant(), cast.hall(), "环卫所"), Role.HANDLER);
    }

    Map<String, String> toSanitation() {
        var fields = typed(SlipKind.PROMPT);
        fields.put("to", "环卫所");
        return fields;
    }

    void isComplainedOf(SignedIn handler) {
        assertThat(ledger.act(cast.coordinator(), matter, new Act.NameConcerned(List.of(handler.seats().iterator().next().unit()), "来信写明"),
                UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    Multipart written(Map<String, String> fields) {
        var form = new Multipart().field("_csrf", coordinator.tokenOn("/slips/new?matter=" + matter.value()));
        fields.forEach(form::field);
        return form;
    }

    static byte[] pdf(String text) {
        return ("%PDF-1.4 " + text + " startxref").getBytes(StandardCharsets.UTF_8);
    }

    Map<String, String> rule() {
        return new HashMap<>(Map.of("unit", Long.toString(cast.office().value()), "occasion", "CLOCK_LATE", "days", "1", "kind", "WARNING",
                "answerDays", "3", "basis", "督办办法第四条", "from", SlipScene.DAY.plusDays(1).toString()));
    }

    JsonNode api(Browsing as, String path) {
        var answer = as.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> send(Browsing as, String path, String body, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of("X-CSRF-TOKEN", as.tokenOn("/me")));
        all.addAll(java.util.List.of(headers));
        return Multipart.send(port, as, path, "application/json", BodyPublishers.ofString(body), all.toArray(String[]::new));
    }
}
