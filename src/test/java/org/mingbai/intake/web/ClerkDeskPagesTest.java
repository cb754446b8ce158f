package org.mingbai.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.pattern.Likenesses;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// The clerk's desk as people meet it; the pictures under target/screens are for looking at.
@MingbaiTest
class ClerkDeskPagesTest extends BrowserTest {

    private static final String SAME = "中山路十二号门前的路灯不亮，已经一个星期了";

    @Autowired LedgerScene scene;
    @Autowired Likenesses likenesses;
    @Autowired JdbcTemplate db;

    private SmallTown.Cast cast;
    private MatterId before;

    @BeforeEach
    void something_was_raised_before() {
        cast = scene.cast();
        before = scene.raised(cast.coordinator(), "hotline",
                new Subject("中山路十二号路灯不亮", SAME, null, null, "12345热线", null, "中山路十二号", null, null, Map.of()));
        while (likenesses.catchUp() > 0) { }
    }

    @Test
    void a_clerk_takes_it_down_by_keyboard_alone_and_the_next_keeps_the_channel() {
        var login = scene.login(cast.coordinator());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            var name = "desk-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = signedIn(reader, login, "/desk?channel=hotline");
            page.keyboard().type("中山路十二号路灯不亮。昨晚还冒浓烟");
            page.locator("#same li").first().waitFor();
            page.locator("#emergency strong").first().waitFor();
            assertThat(page.locator("#same").innerText()).contains("明-hotline-" + before.value());
            look(page, name + "-typing");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().type("中山路十二号");
            page.locator("#f-phone").fill("13812345678");
            page.keyboard().press("Control+Enter");
            page.locator(".receipt-code").waitFor();
            assertThat(page.locator(".receipt-code").innerText()).containsPattern("([0-9A-Z]{4}-){4}[0-9A-Z]{4}");
            assertThat(page.url()).as("no code in the address").endsWith("/desk");
            look(page, name + "-receipt");
            page.keyboard().press("Enter");
            page.locator("#f-channel").waitFor();
            assertThat(page.locator("#f-channel").inputValue()).isEqualTo("hotline");
            assertThat(page.locator("#f-text").inputValue()).isEmpty();
            page.navigate("/desk/channels?channel=petition");
            look(page, name + "-channels");
        }
    }

    @Test
    void without_script_the_same_is_looked_for_added_to_and_told_by_one_receipt() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var form = form("text", SAME, "place", "中山路十二号", "channel", "letter");
            var looked = browsing.post("/desk", "/desk/likenesses", form).body();
            assertThat(looked).contains("value=\"" + before.value() + "\"", SAME);

            form.put("into", Long.toString(before.value()));
            var code = code(browsing.post("/desk", "/desk", form).body());
            assertThat(code(browsing.post("/desk", "/desk", form).body())).isEqualTo(code);
            assertThat(db.queryForObject("select count(*) from intake.voice where tenant = ?", Long.class, cast.tenant().value())).isOne();
            form.put("then", "answer");
            form.put("answer", "已派人去修");
            assertThat(browsing.post("/desk", "/desk", form).body()).contains("请改选“不并入”", "已派人去修");
            form.remove("then");
            form.put("text", "别的");
            var other = browsing.post("/desk", "/desk", form);
            assertThat(other.statusCode()).isEqualTo(409);
            assertThat(other.body()).contains("别的").doesNotContain(form.get("key"));
        }
    }

    @Test
    void the_unit_complained_of_is_never_shown_the_matter_as_one_that_may_be_the_same() {
        var coordinator = scene.login(cast.coordinator());
        try (var browsing = new Browsing(port)) {
            browsing.signIn(coordinator, Bureau.PASSWORD);
            assertThat(browsing.post("/desk", "/desk", form("text", "路灯所收了钱不修中山路三号的灯", "title", "路灯所收钱不修灯", "place", "中山路三号",
                    "about", "路灯所")).statusCode()).isEqualTo(200);
        }
        while (likenesses.catchUp() > 0) { }
        var asked = form("text", "路灯所收了钱不修中山路三号的灯", "title", "路灯所收钱不修灯", "place", "中山路三号");
        assertThat(likely(coordinator, asked)).contains("明-hotline-");
        assertThat(likely(scene.login(cast.roadsHandler()), asked)).doesNotContain("明-hotline-");
    }

    @Test
    void a_number_is_looked_up_with_its_purpose_only_and_the_look_is_logged() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            browsing.post("/desk", "/desk", form("text", "下水道堵了", "phone", "13812345678", "name", "张守一"));
            var asked = form("text", "又堵了", "phone", "138-1234-5678");
            assertThat(browsing.post("/desk", "/desk/earlier", asked).statusCode()).isEqualTo(422);
            assertThat(looksLogged()).isZero();
            asked.put("purpose", "核对是否重复");
            var shown = browsing.post("/desk", "/desk/earlier", asked);
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.body()).contains("下水道堵了", "又堵了").doesNotContain("张守一");
            assertThat(looksLogged()).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            channel,   '',            请选择一个渠道
            channel,   nothing,       请选择一个渠道
            channel,   report,        12388
            channel,   petition,      信访
            text,      '',            请填写这一项
            text,      a\u202eb,      看不见的字符
            register,  nothing,       没有这本台账
            about,     没有的单位,      没有叫“没有的单位”的单位
            phone,     电话,           不像电话号码
            language,  zh; drop,      用哪种语言
            into,      987654321,     不能并入
            from,      987654321.1,   这条答复现在不能用
            then,      answer,        请填写这一项
            then,      redirect,      请填写这一项
            place,     <script>x<∞,   ''
            """)
    void a_form_with_a_fault_comes_back_with_it_and_with_all_that_was_typed(String field, String value, String told) {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var form = form("text", "下水道堵了", "place", "青榆路");
            form.put(field, value);
            var answer = browsing.post("/desk", "/desk", form);
            if (told.isEmpty()) {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).doesNotContain("<script>x");
            } else {
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains(told, form.get("place"));
                assertThat(db.queryForObject("select count(*) from intake.voice where tenant = ?", Long.class, cast.tenant().value())).isZero();
            }
        }
    }

    @Test
    void a_picture_handed_over_the_counter_is_kept_while_the_form_is_mended_and_seen_by_who_sees_the_matter() throws IOException {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var form = form("text", "下水道堵了", "channel", "window");
            var refused = parts(browsing, form).file("files", "现场.png", png()).file("files", "空的.png", new byte[0]).send(port, browsing, "/desk");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("“空的.png”没有收下", "下水道堵了");
            assertThat(refused.body().split("name=\"kept\"", -1)).as("the empty one is not kept").hasSize(2);

            form.put("kept", value(refused.body()));
            var looked = browsing.post("/desk", "/desk/likenesses", form);
            assertThat(looked.body()).contains(form.get("kept"));
            var code = code(browsing.post("/desk", "/desk", form).body());
            assertThat(code(browsing.post("/desk", "/desk", form).body())).isEqualTo(code);

            long matter = db.queryForObject("select max(matter) from intake.voice where tenant = ?", Long.class, cast.tenant().value());
            var file = "/matters/" + matter + "/voices/1/files/" + form.get("kept").substring(0, 64);
            assertThat(browsing.get("/matters/" + matter).body()).contains(file, "现场.png");
            assertThat(browsing.get(file).headers().firstValue("Content-Type")).contains("image/png");
            try (var other = new Browsing(port)) {
                other.signIn(scene.login(cast.waterHandler()), Bureau.PASSWORD);
                assertThat(other.get(file).statusCode()).isEqualTo(404);
                form.put("key", UUID.randomUUID().toString());
                other.post("/desk", "/desk", form);
                assertThat(db.queryForObject("select count(*) from intake.voice_file where tenant = ?", Long.class, cast.tenant().value()))
                        .as("what somebody else brought is not handed on").isOne();
            }
        }
    }

    private static String value(String body) {
        var kept = Pattern.compile("name=\"kept\" value=\"([0-9a-f]{64} [^\"]+)\"").matcher(body);
        assertThat(kept.find()).isTrue();
        return kept.group(1);
    }

    private static Multipart parts(Browsing browsing, Map<String, String> form) {
        var parts = new Multipart().field("_csrf", browsing.tokenOn("/desk"));
        form.forEach(parts::field);
        return parts;
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void a_channel_that_cannot_be_kept_comes_back_as_typed_and_one_that_can_is_offered() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var asked = new HashMap<>(Map.of("code", "grid", "zh", "网格员上门", "en", "Grid worker", "register", "problem", "route", "none", "place", "55",
                    "atDesk", "true"));
            for (var bad : List.of(Map.entry("route", "none"), Map.entry("place", "1e9"), Map.entry("code", "../x"), Map.entry("zh", "网".repeat(41)))) {
                asked.put("route", "OURS");
                var sent = new HashMap<>(asked);
                sent.put(bad.getKey(), bad.getValue());
                var refused = browsing.post("/desk/channels", "/desk/channels", sent);
                assertThat(refused.statusCode()).as(bad.toString()).isEqualTo(422);
                assertThat(refused.body()).contains("Grid worker");
            }
            assertThat(browsing.post("/desk/channels", "/desk/channels", asked).statusCode()).isEqualTo(303);
            assertThat(browsing.get("/desk").body()).contains("网格员上门");
        }
    }

    @Test
    void what_a_channel_asks_further_is_asked_without_script_and_stands_on_the_matter() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            assertThat(browsing.get("/desk").body()).doesNotContain("fact-walked");
            assertThat(browsing.get("/desk?channel=inspection").body()).contains("name=\"fact-inspected\" type=\"date\"");
            var form = form("channel", "walk-through", "text", "取号机前排了四十分钟", "fact-stuck", "取号机只认身份证");
            var refused = browsing.post("/desk", "/desk", form);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"e-fact-walked\"", "走的事项", "value=\"取号机只认身份证\"");
            form.put("fact-walked", "办理敬老优待卡");
            var taken = browsing.post("/desk", "/desk", form);
            assertThat(taken.statusCode()).isEqualTo(200);
            var matter = Pattern.compile("/matters/[0-9]+").matcher(taken.body());
            assertThat(matter.find()).isTrue();
            assertThat(browsing.get(matter.group()).body()).contains("走的事项", "办理敬老优待卡", "卡在哪一步", "取号机只认身份证");
        }
    }

    @Test
    void choosing_a_channel_asks_what_it_asks_and_leaves_what_was_typed() {
        var login = scene.login(cast.coordinator());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            var page = signedIn(reader, login, "/desk");
            page.locator("#f-text").fill("取号机前排了四十分钟");
            page.locator("#f-channel").selectOption("walk-through");
            page.locator("#f-fact-walked").fill("办理敬老优待卡");
            page.waitForResponse(answer -> answer.url().endsWith("/desk/likenesses"), () -> page.locator("#f-text").fill("取号机前排了一个小时"));
            assertThat(page.locator("#f-fact-walked").inputValue()).isEqualTo("办理敬老优待卡");
            look(page, "desk-facts-" + reader.width());
            page.locator("#f-channel").selectOption("hotline");
            page.locator("#f-fact-walked").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(page.locator("#f-text").inputValue()).isEqualTo("取号机前排了一个小时");
        }
    }

    private String likely(String login, Map<String, String> form) {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(login, Bureau.PASSWORD);
            return browsing.post("/desk", "/desk/likenesses", form).body();
        }
    }

    private long looksLogged() {
        return db.queryForObject("select count(*) from intake.vault_log where tenant = ? and act = 'LOOKED_UP'", Long.class, cast.tenant().value());
    }

    private static String code(String body) {
        var found = java.util.regex.Pattern.compile("([0-9A-Z]{4}-){4}[0-9A-Z]{4}").matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group();
    }

    private static Map<String, String> form(String... fields) {
        var form = new HashMap<>(Map.of("channel", "hotline", "language", "zh", "key", UUID.randomUUID().toString()));
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return form;
    }

    private void look(Page page, String name) {
        picture(page, name);
        fitsItsWidth(page);
        isAccessible(page);
    }
}
