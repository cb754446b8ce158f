package org.mingbai.intake.open311.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.Unspoken;
import org.mingbai.directory.Keeper;
import org.mingbai.intake.Following;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.open311.ProgramKeys;
import org.mingbai.intake.open311.Requests;
import org.mingbai.intake.open311.Service.Attribute;
import org.mingbai.intake.open311.Service.Datatype;
import org.mingbai.intake.open311.Service.Delivery;
import org.mingbai.intake.open311.Service.Text;
import org.mingbai.intake.open311.Service;
import org.mingbai.intake.open311.Services;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs raise requests and read them by the calls of GeoReport v2, as clients written for other cities do.
@MingbaiTest
class Open311Test {

    private static final Path SHARED = Path.of("../shared/data/open311");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired SmallTown town;
    @Autowired Registers registers;
    @Autowired Services services;
    @Autowired ProgramKeys keys;
    @Autowired Following following;
    @Autowired Ledger ledger;
    @Autowired Requests requests;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private SmallTown.Cast cast;
    private String jurisdiction;
    private String key;

    @BeforeEach
    void a_town_that_offers_services() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
        registers.show(cast.tenant(), "hotline", true, false);
        jurisdiction = Integer.toString(cast.tenant().value());
        key = Unspoken.plant(keys.make(keeper(), "市民随手拍"));
        assertThat(services.put(keeper(), service("001", Delivery.REALTIME, List.of()))).isEmpty();
        assertThat(services.put(keeper(), service("DMV66", Delivery.REALTIME, List.of(
                new Attribute("WHISHETN", new Text("车型", "Make"), Datatype.SINGLEVALUELIST, true,
                        List.of(new Service.Choice("123", new Text("福特", "Ford")), new Service.Choice("124", new Text("克莱斯勒", "Chrysler")))),
                new Attribute("DEPTH", new Text("深度（米）", "Depth (m)"), Datatype.NUMBER, false, List.of()))))).isEmpty();
        assertThat(services.put(keeper(), service("later", Delivery.BATCH, List.of()))).isEmpty();
        assertThat(services.put(keeper(), service("never", Delivery.BLACKBOX, List.of()))).isEmpty();
    }

    @AfterEach
    void done() {
        client.close();
    }

    private Keeper keeper() {
        return Keeper.program(cast.tenant(), "test");
    }

    private static Service service(String code, Delivery delivery, List<Attribute> attributes) {
        return new Service(code, "hotline", "道路", new Text("路面坑洼 " + code, "Pothole " + code), new Text("报告路面坏损", "Report a broken road"), "坑,pothole", "道路",
                delivery, attributes, true);
    }

    @Test
    void the_services_are_listed_and_defined_in_both_forms_and_languages() {
        var list = json(get("/services.json"));
        assertThat(list).hasSize(4);
        assertThat(list.get(0).get("service_name").asString()).isEqualTo("路面坑洼 001");
        assertThat(get("/services.json", "Accept-Language", "en").body()).contains("Pothole DMV66");
        valid("services.json", get("/services.json").body());
        assertThat(texts(xml(get("/services.xml")), "service_code")).containsExactly("001", "DMV66", "later", "never");

        var definition = json(get("/services/DMV66.json"));
        assertThat(definition.get("attributes").get(0).get("values").get(1).get("name").asString()).isEqualTo("克莱斯勒");
        valid("service-definition.json", get("/services/DMV66.json").body());
        var document = xml(get("/services/DMV66.xml"));
        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("service_definition");
        assertThat(texts(document, "key")).containsExactly("123", "124");
        assertThat(get("/services/none.json").statusCode()).isEqualTo(404);
    }

    @Test
    void a_request_is_raised_read_and_followed_until_it_is_closed() {
        var raised = json(post("/requests.json", form(Map.of("description", "菜场门口有个大坑", "lat", "31.23", "long", "121.47", "first_name", "伟",
                "last_name", "张", "phone", "13812345678", "email", "zhang@example.com")), 200)).get(0);
        var id = raised.get("service_request_id").asString();
        var code = raised.get("service_notice").asString().replaceAll("(?s).*?((?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}).*", "$1");
        assertThat(following.follow(cast.tenant(), code)).isInstanceOf(VoiceAnswer.Done.class);

        var shown = get("/requests/" + id + ".json");
        valid("requests.json", shown.body());
        assertThat(shown.body()).doesNotContain("13812345678", "zhang@example.com", "张", code);
        var request = json(shown).get(0);
        assertThat(request.get("status").asString()).isEqualTo("open");
        assertThat(request.get("description").asString()).isEqualTo("菜场门口有个大坑");
        assertThat(request.get("lat").asDouble()).isEqualTo(31.23);
        assertThat(request.get("requested_datetime").asString()).matches("2026-03-02T\\d\\d:\\d\\d:\\d\\d\\+08:00");
        assertThat(texts(xml(get("/requests/" + id + ".xml")), "service_request_id")).containsExactly(id);

        var declined = ledger.act(cast.coordinator(), new MatterId(Long.parseLong(id)), new Act.Decline("不属于本镇", "请打邻镇热线"), java.util.UUID.randomUUID(), null);
        assertThat(declined).isInstanceOf(Answer.Done.class);
        assertThat(json(get("/requests/" + id + ".json")).get(0).get("status").asString()).isEqualTo("closed");
        assertThat(json(get("/requests.json?status=closed"))).hasSize(1);
        assertThat(json(get("/requests.json?status=open"))).isEmpty();
    }

    @Test
    void the_example_of_the_specification_is_taken_as_it_is() throws IOException {
        assumeThat(SHARED).as("samples beside the project").isDirectory();
        var sample = Files.readString(SHARED.resolve("samples/spec-post-service-request.txt"));
        var body = sample.substring(sample.indexOf("api_key")).strip().replace("api_key=xyz", "api_key=" + key)
                .replace("jurisdiction_id=city.gov", "jurisdiction_id=" + jurisdiction);
        var answer = send("POST", "/requests.xml", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var document = xml(answer);
        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("service_requests");
        assertThat(texts(document, "service_request_id")).hasSize(1);
        var id = texts(document, "service_request_id").getFirst();
        assertThat(json(get("/requests/" + id + ".json")).get(0).get("address").asString()).isEqualTo("1234 5th street");
        var elements = names(xml(Files.readString(SHARED.resolve("samples/spec-get-service-requests.xml"))));
        assertThat(names(xml(get("/requests/" + id + ".xml")))).containsAll(elements);
        assertThat(names(xml(get("/services.xml")))).containsAll(names(xml(Files.readString(SHARED.resolve("samples/spec-get-service-list.xml")))));
        assertThat(names(xml(get("/services/DMV66.xml"))))
                .containsAll(names(xml(Files.readString(SHARED.resolve("samples/spec-get-service-definition.xml")))));
    }

    @Test
    void the_same_sent_twice_is_one_request_and_other_words_are_another() {
        var form = form(Map.of("description", "井盖松动", "address_string", "车站路 3 号"));
        var first = json(post("/requests.json", form, 200)).get(0);
        assertThat(json(post("/requests.json", form, 200)).get(0)).isEqualTo(first);
        clock.advance(Duration.ofMinutes(30));
        assertThat(json(post("/requests.json", form, 200)).get(0).get("service_request_id")).as("perhaps somebody else who says the same")
                .isNotEqualTo(first.get("service_request_id"));
        form.put("description", "井盖又松动");
        assertThat(json(post("/requests.json", form, 200)).get(0).get("service_request_id")).isNotEqualTo(first.get("service_request_id"));
        assertThat(json(get("/requests.json"))).hasSize(3);
    }

    @Test
    void a_token_leads_to_the_number_and_a_black_box_to_nothing() {
        var token = json(post("/requests.json", form(Map.of("service_code", "later", "address_id", "7")), 200)).get(0).get("token").asString();
        var found = json(get("/tokens/" + token + ".json")).get(0);
        assertThat(get("/requests/" + found.get("service_request_id").asString() + ".json").statusCode()).isEqualTo(200);
        assertThat(get("/tokens/nothing.xml").statusCode()).isEqualTo(404);

        var nothing = json(post("/requests.json", form(Map.of("service_code", "never", "address_id", "8")), 200)).get(0);
        assertThat(nothing.has("service_request_id") || nothing.has("token")).isFalse();
        assertThat(json(get("/requests.json"))).hasSize(1);
    }

    @Test
    void what_might_give_a_person_away_is_left_out_and_what_complains_of_a_unit_is_not_there() {
        var id = json(post("/requests.json", form(Map.of("description", "请打 138 1234 5678 找我", "address_string", "zhang@example.com")), 200)).get(0)
                .get("service_request_id").asString();
        var request = json(get("/requests/" + id + ".json")).get(0);
        assertThat(request.get("description").isNull()).isTrue();
        assertThat(request.get("address").isNull()).isTrue();

        var own = json(post("/requests.json", form(Map.of("first_name", "小明", "last_name", "王", "description", "我是王小明，门口有坑", "address_id", "王小明家")),
                200)).get(0).get("service_request_id").asString();
        var shown = json(get("/requests/" + own + ".json")).get(0);
        assertThat(shown.get("description").isNull()).as("whoever raised it is in the vault alone").isTrue();
        assertThat(shown.get("address_id").isNull()).isTrue();
        assertThat(ledger.act(cast.coordinator(), new MatterId(Long.parseLong(own)), new Act.NameConcerned(List.of(cast.roads()), "反映的是路政"),
                java.util.UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);

        var named = ledger.act(cast.coordinator(), new MatterId(Long.parseLong(id)), new Act.NameConcerned(List.of(cast.roads()), "反映的是路政"),
                java.util.UUID.randomUUID(), null);
        assertThat(named).isInstanceOf(Answer.Done.class);
        assertThat(get("/requests/" + id + ".json").statusCode()).isEqualTo(404);
        assertThat(json(get("/requests.json"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "api_key, nonsense, 403, api_key", "api_key, '', 403, api_key", "service_code, '', 400, service_code", "service_code, 999, 404, service_code",
        "lat, 31, 400, 一起给", "lat, north, 400, lat", "lat, 91, 400, 90", "address_string, '', 400, 地点", "email, nobody, 400, email",
        "media_url, javascript:alert(1), 400, media_url", "phone, words, 400, 电话", "description, 坑\u202E洞, 400, 看不见"
    })
    void what_is_wrong_in_a_request_is_said_in_the_form_it_was_asked_in(String field, String value, int status, String said) {
        var form = form(Map.of("description", "坑", "address_string", "车站路"));
        form.put(field, value);
        var refused = post("/requests.json", form, status);
        assertThat(json(refused).get(0).get("code").asInt()).isEqualTo(status);
        assertThat(json(refused).get(0).get("description").asString()).contains(said);
        var document = xml(post("/requests.xml", form, status));
        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("errors");
        assertThat(texts(document, "code")).containsOnly(Integer.toString(status));
        assertThat(json(get("/requests.json"))).isEmpty();
    }

    @Test
    void everything_wrong_is_said_at_once_and_attributes_are_held_against_their_definition() {
        var form = form(Map.of("service_code", "DMV66", "description", "长".repeat(4001), "email", "x", "attribute[WHISHETN]", "999",
                "attribute[DEPTH]", "deep"));
        form.remove("address_string");
        var refused = json(post("/requests.json", form, 400));
        assertThat(IntStream.range(0, refused.size()).mapToObj(at -> refused.get(at).get("description").asString()).toList()).hasSize(5)
                .anyMatch(it -> it.contains("地点")).anyMatch(it -> it.contains("4000")).anyMatch(it -> it.contains("WHISHETN"))
                .anyMatch(it -> it.contains("DEPTH"));
        assertThat(post("/requests.json", form(Map.of("service_code", "DMV66")), 400).body()).contains("WHISHETN");
        assertThat(post("/requests.json", form(Map.of("service_code", "DMV66", "attribute[WHISHETN]", "124", "attribute[DEPTH]", "0.5")), 200).body())
                .contains("service_request_id");
    }

    @ParameterizedTest
    @CsvSource({
        "start_date=yesterday, 400", "start_date=2026-02-30T00:00:00Z, 400", "end_date=2026-03-01T00:00:00Z&start_date=2026-03-02T00:00:00Z, 400",
        "start_date=2020-01-01T00:00:00Z&end_date=2026-01-01T00:00:00Z, 400", "status=done, 400", "service_code=001&status=open, 200",
        "start_date=2020-01-01T00:00:00Z, 200", "service_request_id=1%2C2%2Cx, 200"
    })
    void a_question_that_cannot_be_asked_is_refused(String question, int status) {
        assertThat(get("/requests.json?" + question).statusCode()).isEqualTo(status);
        assertThat(get("/requests.xml?" + question).statusCode()).isEqualTo(status);
    }

    @Test
    void a_long_list_comes_page_by_page_the_latest_first() {
        IntStream.range(0, Requests.PAGE_MAX + 3).forEach(n -> {
            clock.advance(Duration.ofSeconds(1));
            post("/requests.json", form(Map.of("description", "坑 " + n)), 200);
        });
        var first = json(get("/requests.json"));
        assertThat(first).hasSize(Requests.PAGE_MAX);
        assertThat(first.get(0).get("description").asString()).isEqualTo("坑 " + (Requests.PAGE_MAX + 2));
        var second = json(get("/requests.json?status=open&page=2"));
        assertThat(IntStream.range(0, second.size()).mapToObj(at -> second.get(at).get("description").asString())).containsExactly("坑 2", "坑 1", "坑 0");
        assertThat(json(get("/requests.json?page=3"))).isEmpty();
        assertThat(json(get("/requests.json?status=closed"))).isEmpty();
        for (var wrong : List.of("0", "-1", "x", Integer.toString(Requests.PAGES_MAX + 1))) {
            assertThat(get("/requests.json?page=" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void a_body_that_is_not_here_and_another_body_s_request_are_not_found() {
        var id = json(post("/requests.json", form(Map.of("description", "坑")), 200)).get(0).get("service_request_id").asString();
        var other = town.layOut();
        registers.show(other.tenant(), "hotline", true, false);
        assertThat(status("/requests/" + id + ".json?jurisdiction_id=" + other.tenant().value())).isEqualTo(404);
        assertThat(status("/services.json?jurisdiction_id=99999999")).isEqualTo(404);
        assertThat(status("/services.json?jurisdiction_id=city.gov")).isEqualTo(404);
        assertThat(status("/services.json")).as("more than one body is here").isEqualTo(400);
        assertThat(status("/services.html")).isEqualTo(404);
        assertThat(send("POST", "/requests.json", encoded(Map.of("jurisdiction_id", Integer.toString(other.tenant().value()), "api_key", key,
                "service_code", "001", "address_string", "x"))).statusCode()).as("a key is one body's").isEqualTo(403);
    }

    @Test
    void a_revoked_key_raises_nothing_more_and_a_closed_register_offers_nothing() {
        keys.revoke(keeper(), keys.of(cast.tenant()).getFirst().id());
        post("/requests.json", form(Map.of("description", "坑")), 403);
        registers.show(cast.tenant(), "hotline", false, false);
        assertThat(json(get("/services.json"))).isEmpty();
    }

    private Map<String, String> form(Map<String, String> more) {
        var form = new LinkedHashMap<>(Map.of("api_key", key, "jurisdiction_id", jurisdiction, "service_code", "001", "address_string", "车站路"));
        form.putAll(more);
        return form;
    }

    /// By addresses nobody else asks from: all of this process asks from one.
    @Test
    void whoever_walks_through_the_numbers_is_told_to_wait() {
        assertThat(IntStream.range(0, 300).filter(_ -> requests.asksTooOften("203.0.113.9"))).isEmpty();
        assertThat(requests.asksTooOften("203.0.113.9")).isTrue();
        assertThat(IntStream.range(0, 1_200).filter(_ -> requests.asksForOneTooOften("203.0.113.9"))).isEmpty();
        assertThat(requests.asksForOneTooOften("203.0.113.9")).isTrue();
        assertThat(requests.asksForOneTooOften("203.0.113.10")).isFalse();
    }

    private HttpResponse<String> get(String path, String... headers) {
        var to = path + (path.contains("?") ? "&" : "?") + "jurisdiction_id=" + jurisdiction;
        return send(HttpRequest.newBuilder(at(to)).headers(headers.length == 0 ? new String[] {"Accept-Language", "zh"} : headers).GET());
    }

    private int status(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET()).statusCode();
    }

    private HttpResponse<String> post(String path, Map<String, String> form, int status) {
        var answer = send("POST", path, encoded(form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(at(path)).header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8").header("Accept-Language", "zh")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + "/open311/v2" + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).as(answer.body()).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        return JSON.readTree(answer.body());
    }

    private static Document xml(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).as(answer.body()).hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        return xml(answer.body());
    }

    private static Document xml(String text) {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text.strip())));
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<String> texts(Document document, String name) {
        var found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(at -> found.item(at).getTextContent()).toList();
    }

    private static List<String> names(Document document) {
        var found = document.getElementsByTagName("*");
        return IntStream.range(0, found.getLength()).mapToObj(at -> found.item(at).getNodeName()).distinct().toList();
    }

    /// Against the published schema, where it lies beside the project.
    private static void valid(String schema, String body) {
        if (!Files.isDirectory(SHARED)) {
            System.out.println("The schemas of GeoReport v2 are not beside the project: " + schema + " was not checked");
            return;
        }
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4, builder -> builder.schemas(Open311Test::read));
        assertThat(registry.getSchema(SchemaLocation.of("https://open311.example/" + schema)).validate(body, InputFormat.JSON)).as(body).isEmpty();
    }

    private static String read(String address) {
        try {
            return Files.readString(SHARED.resolve("schema").resolve(address.substring(address.lastIndexOf('/') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
