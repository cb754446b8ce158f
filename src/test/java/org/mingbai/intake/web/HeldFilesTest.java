package org.mingbai.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.HeldFile;
import org.mingbai.intake.Quarantine;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VaultAct;
import org.mingbai.intake.VaultFilter;
import org.mingbai.intake.VaultLine;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.Voices;
import org.mingbai.intake.vault.VaultLogTable;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.library.FileRefused;
import org.mingbai.library.StoredFile;
import org.springframework.beans.factory.annotation.Autowired;

/// What comes from outside and cannot be read here.
@MingbaiTest
class HeldFilesTest extends BrowserTest {

    private static final byte[] HEIC = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);

    /// One pixel.
    /// Forty grey pixels each way.
    private static final byte[] WEBP = ByteBuffer.allocate(4_020).order(ByteOrder.LITTLE_ENDIAN)
            .put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4_012).put("WEBPVP8 ".getBytes(StandardCharsets.US_ASCII)).putInt(4_000)
            .put(new byte[] {0, 0, 0, (byte) 0x9d, 1, 0x2a, 40, 0, 40, 0}).array();

    @Autowired LedgerScene scene;
    @Autowired SmallTown town;
    @Autowired Receiving receiving;
    @Autowired Quarantine quarantine;
    @Autowired Voices voices;
    @Autowired Ledger ledger;
    @Autowired VaultLogTable looks;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town() {
        cast = scene.cast();
    }

    @Test
    void whoever_opens_a_file_that_came_with_a_voice_stands_in_the_log_of_looks() throws FileRefused {
        var picture = brought("灯.webp", WEBP);
        var matter = raised(List.of(picture));
        var at = "/matters/" + matter.value() + "/voices/1/files/" + picture.sha256();
        for (var who : List.of(cast.coordinator(), cast.leader())) {
            try (var browsing = new Browsing(port)) {
                browsing.signIn(scene.login(who), Bureau.PASSWORD);
                assertThat(browsing.get(at).statusCode()).isEqualTo(200);
                assertThat(browsing.get(at).statusCode()).isEqualTo(200);
            }
        }
        assertThat(opened()).extracting(line -> line.by().orElseThrow()).containsExactly(cast.leader().person(), cast.coordinator().person());
    }

    private List<VaultLine> opened() {
        return looks.lines(cast.tenant(), new VaultFilter(null, VaultAct.FILE_OPENED, null, null), null, 9);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"灯.heic, HEIC, UNKNOWN_KIND", "网页.html, HTML, UNKNOWN_KIND", "半张.jpg, JPEG, UNREADABLE", "半份.pdf, PDF, UNREADABLE",
            "半张.webp, RIFF, UNREADABLE"})
    void what_cannot_be_read_is_kept_apart(String name, String content, HeldFile.Why why) throws FileRefused {
        var file = brought(name, switch (content) {
            case "HEIC" -> HEIC;
            case "HTML" -> "<html>".getBytes(StandardCharsets.UTF_8);
            case "JPEG" -> new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};
            case "PDF" -> "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8);
            default -> Arrays.copyOf(WEBP, 14);
        });
        var seen = seen(raised(List.of(file)));
        assertThat(seen.files()).isEmpty();
        assertThat(seen.apart()).singleElement().satisfies(held -> {
            assertThat(held.file()).isEqualTo(file);
            assertThat(held.why()).isEqualTo(why);
            assertThat(held.decision()).isNull();
        });
    }

    @Test
    void a_webp_picture_and_a_whole_pdf_are_shown() throws FileRefused {
        var picture = brought("灯.webp", WEBP);
        var paper = brought("单子.pdf", "%PDF-1.4\nstartxref\n9\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        var seen = seen(raised(List.of(picture, paper)));
        assertThat(seen.files()).containsExactly(picture, paper);
        assertThat(seen.apart()).isEmpty();
        assertThat(picture.mediaType()).isEqualTo("image/webp");
    }

    /// What somebody calls their picture, and where and when a camera says it was taken, would tell who they are.
    @Test
    void units_that_did_not_take_it_in_see_the_picture_drawn_anew_under_a_number() throws FileRefused {
        var picture = brought("赵六顺家门口.webp", WEBP);
        var paper = brought("赵六顺的单子.PDF", "%PDF-1.4\nstartxref\n9\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        var heic = brought("赵六顺.heic", HEIC);
        var matter = raised(List.of(picture, paper, heic));
        toRoads(matter);
        var at = "/matters/" + matter.value() + "/voices/1/files/";
        try (var office = new Browsing(port); var roads = new Browsing(port)) {
            office.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            roads.signIn(scene.login(cast.roadsHandler()), Bureau.PASSWORD);
            assertThat(office.get("/matters/" + matter.value()).body()).contains("赵六顺家门口.webp", "赵六顺的单子.PDF", "赵六顺.heic");
            assertThat(roads.get("/matters/" + matter.value()).body()).contains("1-1.webp", "1-2.pdf", "1-3.heic").doesNotContain("赵六顺");

            var asItCame = office.get(at + picture.sha256());
            assertThat(asItCame.headers().firstValue("Content-Type")).hasValue("image/webp");
            assertThat(office.getBytes(at + picture.sha256())).isEqualTo(WEBP);
            var anew = roads.get(at + picture.sha256());
            assertThat(anew.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(anew.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline").contains("1-" + picture.sha256().substring(0, 8));
            assertThat(roads.getBytes(at + picture.sha256())).startsWith(0xFF, 0xD8, 0xFF);
            assertThat(roads.get(at + paper.sha256()).headers().firstValue("Content-Disposition").orElseThrow()).contains("1-2.pdf");
        }
    }

    @Test
    void other_units_know_what_is_kept_apart_by_its_number_too() throws FileRefused {
        var heic = brought("赵六顺.heic", HEIC);
        var matter = raised(List.of(heic));
        toRoads(matter);
        var at = "/matters/" + matter.value() + "/voices/1/files/" + heic.sha256();
        try (var office = new Browsing(port); var roads = new Browsing(port)) {
            office.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            roads.signIn(scene.login(town.person(cast.tenant(), "路灯所统筹", cast.roads(), Role.COORDINATOR)), Bureau.PASSWORD);
            assertThat(office.get(at + "/apart").body()).contains("赵六顺.heic");
            assertThat(roads.get(at + "/apart").body()).contains("1-1.heic").doesNotContain("赵六顺");
            var look = roads.get(at + "/apart/content").headers().firstValue("Content-Disposition").orElseThrow();
            assertThat(look).contains("1-1.heic.unchecked").doesNotContain(encoded("赵六顺"));
            assertThat(office.get(at + "/apart/content").headers().firstValue("Content-Disposition").orElseThrow()).contains(encoded("赵六顺"));

            assertThat(post(roads, at, Map.of("decision", "LET_OUT", "reason", "是一张路灯照片")).statusCode()).isEqualTo(303);
            assertThat(roads.get("/matters/" + matter.value()).body()).contains("1-1.heic").doesNotContain("赵六顺");
            assertThat(roads.get(at).headers().firstValue("Content-Disposition").orElseThrow()).contains("1-1.heic").doesNotContain(encoded("赵六顺"));
            assertThat(office.get(at + "/apart").body()).contains("赵六顺.heic", "是一张路灯照片");
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    @Test
    void nobody_gets_it_until_it_was_let_out_and_then_it_is_saved_and_never_shown() throws FileRefused {
        var file = brought("灯.heic", HEIC);
        var matter = raised(List.of(file));
        var at = "/matters/" + matter.value() + "/voices/1/files/" + file.sha256();
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            assertThat(browsing.get("/matters/" + matter.value()).body()).contains("灯.heic", "待查验", at + "/apart").doesNotContain(at + "\"");
            assertThat(browsing.get(at).statusCode()).isEqualTo(404);
            assertThat(browsing.get(at + "/apart").body()).contains("看内容不是网页能显示的照片", "<textarea");
            assertThat(opened()).isEmpty();
            var look = browsing.get(at + "/apart/content");
            assertThat(browsing.get(at + "/apart/content").statusCode()).isEqualTo(200);
            assertThat(opened()).as("once a day for one person and one file").singleElement().satisfies(line -> {
                assertThat(line.matter()).contains(matter);
                assertThat(line.by()).contains(cast.coordinator().person());
                assertThat(line.purpose()).contains(file.sha256().substring(0, 12)).doesNotContain("灯");
            });
            assertThat(look.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment").contains(".unchecked");
            assertThat(look.headers().firstValue("Content-Type")).hasValue("application/octet-stream");

            assertThat(post(browsing, at, Map.of("reason", "看过")).body()).contains("怎样处理：请填写这一项");
            assertThat(post(browsing, at, Map.of("decision", "LET_OUT")).body()).contains("理由：请填写这一项");
            assertThat(post(browsing, at, Map.of("decision", "LET_OUT", "reason", "长".repeat(201))).body()).contains("最多 200 个字", "长长长");
            assertThat(browsing.get(at).statusCode()).isEqualTo(404);

            assertThat(post(browsing, at, Map.of("decision", "LET_OUT", "reason", "是一张路灯照片")).statusCode()).isEqualTo(303);
            var saved = browsing.get(at);
            assertThat(saved.statusCode()).isEqualTo(200);
            assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment").doesNotContain("unchecked");
            assertThat(saved.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
            assertThat(browsing.post("/matters/" + matter.value(), at + "/apart", Map.of("decision", "KEPT_SHUT", "reason", "再想想")).statusCode())
                    .isEqualTo(409);
            assertThat(browsing.get(at + "/apart").body()).contains("是一张路灯照片").doesNotContain("<textarea");
        }
    }

    @Test
    void what_stays_shut_is_got_by_nobody_and_only_coordinators_decide() throws FileRefused {
        var file = brought("单子.exe", new byte[] {'M', 'Z', 0, 1, 2});
        var matter = raised(List.of(file));
        toRoads(matter);
        assertThat(quarantine.file(cast.roadsHandler(), matter, 1, file.sha256())).isPresent();
        assertThat(decide(cast.roadsHandler(), matter, file)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        assertThat(quarantine.toLookAt(cast.roadsHandler(), matter, 1, file.sha256())).isEmpty();
        assertThat(quarantine.file(cast.waterHandler(), matter, 1, file.sha256())).isEmpty();
        assertThat(decide(cast.waterHandler(), matter, file)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        assertThat(decide(cast.coordinator(), matter, file)).isInstanceOf(VoiceAnswer.Done.class);
        assertThat(voices.file(cast.coordinator(), matter, 1, file.sha256())).isEmpty();
    }

    @Test
    void the_way_to_it_leads_from_the_matter_on_every_screen_in_both_languages() throws FileRefused {
        var file = brought("灯.heic", HEIC);
        var at = "/matters/" + raised(List.of(file)).value() + "/voices/1/files/" + file.sha256() + "/apart";
        var login = scene.login(cast.coordinator());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            var name = "held-file-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = open(reader, "/sign-in");
            page.getByRole(AriaRole.TEXTBOX).first().fill(login);
            page.locator("input[type=password]").fill(Bureau.PASSWORD);
            page.locator("input[type=password]").press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
            page.navigate(at);
            look(page, name);
            page.locator("button.primary").click();
            look(page, name + "-refused");
            page.navigate(at.replaceFirst("/voices.*", ""));
            look(page, name + "-matter");
        }
    }

    private void look(Page page, String name) {
        picture(page, name);
        fitsItsWidth(page);
        isAccessible(page);
    }

    private VoiceAnswer<HeldFile> decide(SignedIn who, MatterId matter, StoredFile file) {
        return quarantine.decide(who, matter, 1, file.sha256(), HeldFile.Decision.KEPT_SHUT, "是程序，不是材料");
    }

    private static HttpResponse<String> post(Browsing browsing, String at, Map<String, String> fields) {
        return browsing.post(at + "/apart", at + "/apart", fields);
    }

    private void toRoads(MatterId id) {
        for (var act : List.of(new Act.PutOnList(null),
                new Act.Assign(new Assignment(cast.roads(), null, List.of(), List.of(), Deadline.by(LedgerScene.BEGAN.plusDays(20)), null)))) {
            assertThat(ledger.act(cast.coordinator(), id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
        }
    }

    private Voices.Seen seen(MatterId matter) {
        return voices.of(cast.coordinator(), matter).getFirst();
    }

    private StoredFile brought(String name, byte[] content) throws FileRefused {
        return receiving.bring(cast.tenant(), name, new ByteArrayInputStream(content));
    }

    private MatterId raised(List<StoredFile> files) {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "网络", null, "中山路", null, null, Map.of());
        return ((VoiceAnswer.Done<Receipt>) receiving.receive(cast.tenant(),
                new Submission("rectification", subject, null, false, false, "zh", files, UUID.randomUUID()))).value().matter();
    }
}
