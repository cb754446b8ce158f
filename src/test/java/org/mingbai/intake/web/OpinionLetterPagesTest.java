package org.mingbai.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;

/// Opinion letters as people write them down and answer them; the pictures under target/screens are for looking at.
@MingbaiTest
class OpinionLetterPagesTest extends BrowserTest {

    private static final Pattern ONE = Pattern.compile("href=\"(/letters/[0-9]+)\"");
    private static final Pattern MATTER = Pattern.compile("href=\"(/matters/[0-9]+)\"");

    @Autowired LedgerScene scene;

    private final Map<SignedIn, String> logins = new HashMap<>();
    private SmallTown.Cast cast;

    @BeforeEach
    void a_town() {
        cast = scene.cast();
    }

    @Test
    void a_letter_goes_out_is_reminded_of_answered_and_its_problem_stands_on_the_ledger_with_links_both_ways() {
        as(cast.coordinator(), browsing -> {
            assertThat(browsing.get("/letters").body()).contains("还没有登记发出的函", "/letters/new");
            assertThat(browsing.post("/letters/new", "/letters", form("bodies", "镇总工会\n镇妇联")).statusCode()).isEqualTo(303);
            var href = first(ONE, browsing.get("/letters?body=镇总工会").body());
            assertThat(browsing.post(href, href + "/reminders", form("how", "电话催过")).statusCode()).isEqualTo(303);
            assertThat(browsing.post(href, href + "/reply", form("opinions", "2")).statusCode()).isEqualTo(303);
            assertThat(browsing.get(href).body()).contains("已回复", "收到回复，意见 2 条", "电话催过");

            var no = href.substring("/letters/".length());
            assertThat(browsing.get("/desk?channel=opinion-letter&letter=" + no).body()).contains("name=\"letter\" value=\"" + no + "\"", "镇总工会");
            var taken = browsing.post("/desk", "/desk", Map.of("channel", "opinion-letter", "letter", no, "language", "zh", "key", UUID.randomUUID().toString(),
                    "text", "办事窗口中午没有人。"));
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(taken.body()).contains("letter=" + no);
            var matter = first(MATTER, browsing.get(href).body());
            assertThat(browsing.get(matter).body()).contains(href, "征求意见函第 " + no + " 号");
            var rates = browsing.get("/letters/rates").body();
            assertThat(rates).contains("100.0%（1/1）", "/letters/matters?round=");
            assertThat(browsing.get("/letters/matters?round=2026年第一轮").body()).contains(matter);
            assertThat(browsing.get("/letters?standing=WAITING").body()).contains("镇妇联").doesNotContain("镇总工会</a>");
        });
        as(cast.leader(), browsing -> {
            assertThat(browsing.get("/letters").body()).contains("镇总工会").doesNotContain("/letters/new");
            assertThat(browsing.get("/letters/new").statusCode()).isEqualTo(403);
        });
        as(cast.roadsHandler(), browsing -> assertThat(browsing.get("/letters").statusCode()).isEqualTo(403));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            bodies,   '',         请填写这一项
            bodies,   甲\\n甲,    写了两遍
            sentOn,   ever,       写成年-月-日
            dueOn,    2026-02-01, 不能早于发出的那一天
            round,    '',         请填写这一项
            """)
    void a_letter_with_a_fault_comes_back_with_it_and_with_all_that_was_typed(String field, String value, String told) {
        as(cast.coordinator(), browsing -> {
            var form = form("bodies", "镇总工会");
            form.put(field, value.replace("\\n", "\n"));
            var refused = browsing.post("/letters/new", "/letters", form);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains(told, "对便民服务的意见", "id=\"e-" + field + "\"");
            assertThat(browsing.get("/letters").body()).contains("还没有登记发出的函");
        });
    }

    @Test
    void a_fault_in_a_reply_stands_at_its_field_and_who_was_second_reads_how_it_stands_now() {
        as(cast.coordinator(), browsing -> {
            browsing.post("/letters/new", "/letters", form("bodies", "镇总工会"));
            var href = first(ONE, browsing.get("/letters").body());
            var refused = browsing.post(href, href + "/reply", form("opinions", "几条"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"e-opinions\"", "value=\"几条\"");
            assertThat(browsing.post(href, href + "/reminders", form("remindedOn", "昨天")).body()).contains("id=\"e-remindedOn\"");
            browsing.post(href, href + "/reply", form("opinions", "0"));
            var late = browsing.post(href, href + "/reply", form("opinions", "3"));
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("情况已经变了", "收到回复，没有意见");
            assertThat(browsing.post(href, href + "/striking", form("struckWhy", "")).statusCode()).isEqualTo(422);
            assertThat(browsing.post(href, href + "/striking", form("struckWhy", "记错了")).statusCode()).isEqualTo(303);
            assertThat(browsing.post(href, href + "/calling-off", form("calledOffWhy", "发错了")).statusCode()).isEqualTo(303);
            assertThat(browsing.get(href).body()).contains("已撤销").doesNotContain("/desk?channel=opinion-letter");
            assertThat(browsing.get("/letters/987654321").statusCode()).isEqualTo(404);
        });
    }

    @Test
    void the_pages_fit_a_phone_and_a_desk_in_both_languages() {
        var hrefs = new String[1];
        as(cast.coordinator(), browsing -> {
            browsing.post("/letters/new", "/letters", form("bodies", "镇总工会\n镇妇联\n青榆镇社会工作与志愿服务联合会秘书处"));
            hrefs[0] = first(ONE, browsing.get("/letters").body());
            browsing.post(hrefs[0], hrefs[0] + "/reminders", form("how", "电话催过，答应本周回"));
        });
        var login = login(cast.coordinator());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            for (var path : new String[] {"/letters", "/letters/rates", hrefs[0], "/letters/new", "/letters/matters"}) {
                var page = signedIn(reader, login, path);
                picture(page, "letters" + path.replace('/', '-').replaceAll("[0-9]+", "one") + "-" + reader.width());
                fitsItsWidth(page);
                isAccessible(page);
            }
        }
    }

    private static String first(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private String login(SignedIn who) {
        return logins.computeIfAbsent(who, scene::login);
    }

    private interface Does {
        void with(Browsing browsing);
    }

    private void as(SignedIn who, Does does) {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(login(who), Bureau.PASSWORD);
            does.with(browsing);
        }
    }

    private static Map<String, String> form(String field, String value) {
        var form = new HashMap<>(Map.of("round", "2026年第一轮", "subject", "对便民服务的意见", "sentOn", "2026-03-02", "dueOn", "2026-03-12", "dueBasis", "函中写明",
                "key", UUID.randomUUID().toString(), "repliedOn", "2026-03-02", "remindedOn", "2026-03-02"));
        form.put(field, value);
        return form;
    }
}
