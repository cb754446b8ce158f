package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MingbaiTest
class MatterApiTest {

    @Autowired MatterScene scene;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private Browsing coordinator;
    private Browsing handler;

    @BeforeEach
    void a_town() {
        scene.startOn(LocalDate.of(2026, 3, 2));
        cast = scene.cast();
        coordinator = as(cast.coordinator());
        handler = as(cast.roadsHandler());
    }

    @AfterEach
    void close() {
        coordinator.close();
        handler.close();
    }

    @Test void a_program_raises_assigns_and_reads_what_came_of_it() {
        var raised = post(coordinator, "/api/v1/matters", "{\"register\":\"rectification\",\"subject\":{\"title\":\"路灯不亮\",\"text\":\"全黑\"}}",
                "Idempotency-Key", "order-1");
        assertThat(raised.statusCode()).isEqualTo(201);
        var path = raised.headers().firstValue("Location").orElseThrow();
        assertThat(raised.headers().firstValue("ETag")).hasValue("\"1\"");
        var again = post(coordinator, "/api/v1/matters", "{\"register\":\"rectification\",\"subject\":{\"title\":\"路灯不亮\",\"text\":\"全黑\"}}",
                "Idempotency-Key", "order-1");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(post(coordinator, "/api/v1/matters", "{\"register\":\"rectification\",\"subject\":{\"title\":\"别的\",\"text\":\"别的\"}}",
                "Idempotency-Key", "order-1").statusCode()).isEqualTo(409);

        assertThat(post(coordinator, path + "/acts/listing", "{}", "If-Match", "\"1\"").statusCode()).isEqualTo(200);
        var stale = post(coordinator, path + "/acts/note", "{\"text\":\"看过\"}", "If-Match", "\"1\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        var assigned = post(coordinator, path + "/acts/assignment", "{\"to\":{\"lead\":" + cast.roads().value()
                + ",\"due\":{\"kind\":\"BY_DATE\",\"date\":\"2026-04-01\"}}}");
        assertThat(assigned.statusCode()).as(assigned.body()).isEqualTo(200);
        assertThat(assigned.body()).contains("\"stage\":\"ASSIGNED\"", "\"due\":\"2026-04-01\"", "路灯所");
        var journal = coordinator.get(path + "/journal?limit=2");
        assertThat(journal.body()).contains("\"next\":2", "\"kind\":\"Raised\"").doesNotContain("\"kind\":\"Assigned\"");
        assertThat(coordinator.get(path + "/journal?after=2").body()).contains("\"kind\":\"Assigned\"", "交路灯所承办").doesNotContain("\"next\"");
    }

    @Test void a_refusal_is_a_problem_with_code_and_field_in_the_callers_language() {
        var id = scene.raised(cast).value();
        var missing = post(coordinator, "/api/v1/matters/" + id + "/acts/note", "{\"text\":\"\"}");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(missing.body()).contains("\"code\":\"Missing\"", "\"field\":\"text\"", "请填写");
        var hidden = post(coordinator, "/api/v1/matters/" + id + "/acts/note", "{\"text\":\"a\\u0000b\"}");
        assertThat(hidden.statusCode()).isEqualTo(422);
        assertThat(hidden.body()).contains("HiddenCharacters");
        var early = post(coordinator, "/api/v1/matters/" + id + "/acts/assignment",
                "{\"to\":{\"lead\":" + cast.roads().value() + ",\"due\":{\"kind\":\"IMMEDIATE\"}}}");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("NotThisStage", "待核实");
    }

    @Test void what_cannot_be_read_is_a_bad_request_and_what_is_too_big_is_too_big() {
        var note = "/api/v1/matters/" + scene.raised(cast).value() + "/acts/";
        assertThat(post(coordinator, note + "note", "{").statusCode()).isEqualTo(400);
        assertThat(post(coordinator, note + "note", "").statusCode()).isEqualTo(400);
        assertThat(post(coordinator, note + "note", "[]").statusCode()).isEqualTo(400);
        assertThat(post(coordinator, note + "note", "null").statusCode()).isEqualTo(400);
        assertThat(post(coordinator, note + "note", "{\"text\":\"x\",\"colour\":\"red\"}").body()).contains("\"field\":\"colour\"");
        assertThat(post(coordinator, note + "return-decision", "{\"reason\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(post(coordinator, note + "assignment", "{\"to\":{\"lead\":1,\"due\":{\"kind\":\"BY_DATE\",\"date\":\"32 March\"}}}").statusCode())
                .isEqualTo(400);
        assertThat(post(coordinator, note + "co-handlers", "{\"units\":[1],\"calledOut\":true}").body()).as("that is for a call-out")
                .contains("\"field\":\"calledOut\"");
        assertThat(post(coordinator, note + "nonsense", "{}").statusCode()).isEqualTo(404);
        assertThat(post(coordinator, note + "note", "{\"text\":\"" + "x".repeat(2 << 20) + "\"}").statusCode()).isEqualTo(413);
    }

    @Test void a_matter_of_others_is_not_found_and_an_act_of_others_is_refused() {
        var id = scene.raised(cast).value();
        assertThat(handler.get("/api/v1/matters/" + id).statusCode()).isEqualTo(404);
        assertThat(post(handler, "/api/v1/matters/" + id + "/acts/note", "{\"text\":\"偷看\"}").statusCode()).isEqualTo(404);
        var assigned = scene.assigned(cast).value();
        handler = as(cast.roadsHandler());
        var refused = post(handler, "/api/v1/matters/" + assigned + "/acts/reassignment",
                "{\"to\":{\"lead\":" + cast.water().value() + ",\"due\":{\"kind\":\"IMMEDIATE\"}},\"reason\":\"不想办\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("NotYourPost", "协调员");
    }

    private HttpResponse<String> post(Browsing who, String path, String body, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of(headers));
        all.add("X-CSRF-TOKEN");
        all.add(who.tokenOn("/me"));
        return Multipart.send(port, who, path, "application/json", BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    private Browsing as(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), MatterScene.PASSWORD);
        return browsing;
    }
}
