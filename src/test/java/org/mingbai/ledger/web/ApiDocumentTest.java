package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.SmallTown;
import org.mingbai.shell.api.Cases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The document programs read (OpenAPI 3.1), against the routes there are and the answers they give.
@MingbaiTest
class ApiDocumentTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/api/v1/openapi.json";
    private static final List<String> TYPES = List.of("object", "array", "string", "integer", "boolean");

    @Autowired MatterScene scene;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes;
    @Autowired List<Cases> cases;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private Browsing coordinator;
    private JsonNode document;

    @BeforeEach
    void read() {
        scene.startOn(LocalDate.of(2026, 3, 2));
        cast = scene.cast();
        coordinator = new Browsing(port);
        coordinator.signIn(scene.login(cast.coordinator()), MatterScene.PASSWORD);
        document = JSON.readTree(coordinator.get(PATH).body());
    }

    @AfterEach
    void close() {
        coordinator.close();
    }

    @Test
    void whoever_is_not_signed_in_does_not_read_it() {
        try (var stranger = new Browsing(port)) {
            var answer = stranger.get(PATH);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        }
    }

    @Test
    void every_route_for_programs_is_described_with_its_refusals() {
        var missing = new ArrayList<String>();
        routes.getHandlerMethods().forEach((route, handler) -> route.getPatternValues().stream().filter(path -> path.startsWith("/api/")).forEach(path -> {
            var paths = cases.stream().filter(it -> path.contains("{" + it.variable() + "}")).findFirst()
                    .map(it -> it.bodies().keySet().stream().map(word -> path.replace("{" + it.variable() + "}", word)).toList())
                    .orElse(List.of(path));
            for (var concrete : paths) {
                for (var method : route.getMethodsCondition().getMethods()) {
                    if (!document.at("/paths").path(concrete).has(method.name().toLowerCase(java.util.Locale.ROOT))) {
                        missing.add(method + " " + concrete + " in " + handler.getShortLogMessage());
                    }
                }
            }
        }));
        assertThat(missing).isEmpty();
        operations().forEach((name, operation) -> {
            assertThat(operation.path("responses").propertyNames()).as(name).contains("401", "403");
            operation.path("responses").properties().stream().filter(it -> it.getKey().charAt(0) == '4')
                    .forEach(it -> assertThat(it.getValue().path("content").propertyNames()).as(name).containsExactly("application/problem+json"));
            assertThat(operation.path("responses").propertyNames()).as(name).anyMatch(status -> status.startsWith("2"));
        });
        var codes = new ArrayList<String>();
        document.at("/paths").path("/api/v1/matters/{id}/acts/closure").at("/post/responses/422/content").path("application/problem+json")
                .at("/schema/allOf/1/properties/code/enum").forEach(code -> codes.add(code.asString()));
        assertThat(codes).hasSameSizeAs(Refusal.class.getPermittedSubclasses()).contains("NotYourPost", "KeyUsedBefore");
    }

    /// What the specification of OpenAPI 3.1 asks of the parts used here.
    @Test
    void it_is_an_openapi_document() {
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asString()).isNotBlank();
        assertThat(document.at("/info/version").asString()).isNotBlank();
        var ids = new HashSet<String>();
        operations().forEach((name, operation) -> {
            assertThat(ids.add(operation.path("operationId").asString())).as(name).isTrue();
            assertThat(operation.path("summary").asString()).as(name).isNotBlank().doesNotContain("api.");
            var declared = new ArrayList<String>();
            operation.path("parameters").forEach(parameter -> {
                assertThat(parameter.path("in").asString()).isIn("path", "query", "header");
                assertThat(parameter.path("name").asString()).isNotBlank();
                assertThat(parameter.path("schema").isObject()).isTrue();
                if (parameter.path("in").asString().equals("path")) {
                    assertThat(parameter.path("required").asBoolean()).isTrue();
                    declared.add(parameter.path("name").asString());
                }
            });
            assertThat(declared).as(name).containsExactlyInAnyOrderElementsOf(
                    Pattern.compile("\\{(\\w+)}").matcher(name).results().map((MatchResult it) -> it.group(1)).toList());
            operation.path("responses").forEach(response -> assertThat(response.path("description").asString()).as(name).isNotBlank());
            operation.path("security").forEach(one -> assertThat(document.at("/components/securitySchemes").propertyNames()).containsAll(one.propertyNames()));
        });
        sound(document);
    }

    @Test
    void real_answers_are_as_they_are_described() {
        var id = raised();
        as("/api/v1/matters/{id}", "/api/v1/matters/" + id);
        as("/api/v1/matters/{id}/journal", "/api/v1/matters/" + id + "/journal");
        as("/api/v1/organisations", "/api/v1/organisations");
        as("/api/v1/organisations/{id}", "/api/v1/organisations/" + cast.roads().value());
        as("/api/v1/people", "/api/v1/people");
        as("/api/v1/people/{id}", "/api/v1/people/" + cast.coordinator().person().value());
    }

    @Test
    void it_speaks_the_readers_language() {
        assertThat(document.at("/paths").path("/api/v1/people/{id}").at("/get/summary").asString()).contains("一个人");
        assertThat(JSON.readTree(coordinator.get(PATH + "?lang=en").body()).at("/paths").path("/api/v1/people/{id}").at("/get/summary").asString())
                .contains("One person");
    }

    private long raised() {
        var answer = Multipart.send(port, coordinator, "/api/v1/matters", "application/json", java.net.http.HttpRequest.BodyPublishers.ofString(
                "{\"register\":\"rectification\",\"subject\":{\"title\":\"路灯不亮\",\"text\":\"全黑\"}}"), "X-CSRF-TOKEN", coordinator.tokenOn("/me"));
        assertThat(answer.statusCode()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asLong();
    }

    private void as(String described, String asked) {
        var answer = coordinator.get(asked);
        assertThat(answer.statusCode()).as(asked).isEqualTo(200);
        var content = document.at("/paths").path(described).at("/get/responses/200/content");
        fits(JSON.readTree(answer.body()), content.path("application/json").path("schema"), asked);
    }

    private void fits(JsonNode value, JsonNode schema, String where) {
        var shape = schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
        switch (shape.path("type").asString()) {
            case "object" -> {
                assertThat(value.isObject()).as(where).isTrue();
                shape.path("required").forEach(name -> assertThat(value.has(name.asString())).as(where + "." + name).isTrue());
                if (shape.has("properties")) {
                    value.properties().forEach(it -> {
                        assertThat(shape.path("properties").has(it.getKey())).as(where + "." + it.getKey()).isTrue();
                        fits(it.getValue(), shape.path("properties").path(it.getKey()), where + "." + it.getKey());
                    });
                }
            }
            case "array" -> value.forEach(item -> fits(item, shape.path("items"), where + "[]"));
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
            default -> {
                assertThat(value.isString()).as(where).isTrue();
                if (shape.has("enum")) {
                    assertThat(shape.path("enum")).as(where).anyMatch(one -> one.asString().equals(value.asString()));
                }
            }
        }
    }

    private Map<String, JsonNode> operations() {
        var all = new java.util.TreeMap<String, JsonNode>();
        document.path("paths").properties().forEach(path -> path.getValue().properties()
                .forEach(operation -> all.put(operation.getKey() + " " + path.getKey(), operation.getValue())));
        assertThat(all).hasSizeGreaterThan(40);
        return all;
    }

    /// Every reference leads somewhere; every type is one; what is required is there.
    private void sound(JsonNode node) {
        if (node.has("$ref")) {
            assertThat(document.at(node.path("$ref").asString().substring(1)).isObject()).as(node.toString()).isTrue();
        }
        if (node.isObject() && node.path("type").isString() && !node.has("in")) {
            assertThat(node.path("type").asString()).isIn(TYPES);
            node.path("required").forEach(name -> assertThat(node.path("properties").has(name.asString())).as(node.toString()).isTrue());
        }
        node.forEach(this::sound);
    }
}
