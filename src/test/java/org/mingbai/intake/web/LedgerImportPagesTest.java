package org.mingbai.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditLine;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Role;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.shell.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Bringing a ledger in a browser.
@MingbaiTest
class LedgerImportPagesTest {

    private static final String LONG = "路边的垃圾桶满了一周没有人收，气味很大，" + "居民多次反映都没有结果。".repeat(20);

    @Autowired AuditTrail audit;
    @Autowired LedgerScene scene;
    @Autowired SmallTown town;
    @Autowired DataDirectory data;
    @LocalServerPort int port;

    @Test
    void nothing_is_chosen_beforehand_and_without_a_register_nothing_is_read() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(scene.cast().coordinator()), Bureau.PASSWORD);
            assertThat(browsing.get("/imports").body()).doesNotContain("selected");
            assertThat(browsing.get("/imports?register=hotline").body()).contains("value=\"hotline\" selected");
            var refused = brought(browsing, "");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("请选择列入哪本台账");
        }
    }

    @Test
    void titles_are_shown_and_long_letters_folded() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(scene.cast().coordinator()), Bureau.PASSWORD);
            var preview = browsing.get(brought(browsing, "hotline").headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "")).body();
            assertThat(preview).contains("列入“热线工单”", "垃圾桶满了", "<details><summary>" + LONG.substring(0, 60) + "…</summary>", "路灯不亮</th>", "请修");
            assertThat(preview.split("路灯不亮", -1)).as("told once where the title is all").hasSize(4);
        }
    }

    @Test
    void another_offices_ledger_is_not_there_and_one_whose_file_is_gone_says_what_to_do() throws IOException {
        var cast = scene.cast();
        try (var browsing = new Browsing(port); var other = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var path = brought(browsing, "hotline").headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
            other.signIn(scene.login(town.person(cast.tenant(), "水务站协调员", cast.water(), Role.COORDINATOR)), Bureau.PASSWORD);
            assertThat(other.get(path).statusCode()).isEqualTo(404);
            assertThat(other.get("/imports").body()).doesNotContain("工单.csv").doesNotContain("value=\"hotline\"");
            Files.delete(data.resolve("imports").resolve(Integer.toString(cast.tenant().value())).resolve(path.substring("/imports/".length())));
            assertThat(browsing.get(path + "?show=all").body()).contains("已过保存期删除", "重新选择文件").doesNotContain("垃圾桶");
        }
    }

    @Test
    void what_is_taken_over_through_the_pages_stands_in_the_audit_trail() {
        var cast = scene.cast();
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var path = brought(browsing, "hotline").headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
            assertThat(imported(cast)).isEmpty();
            assertThat(browsing.post(path, path + "/taking-over", Map.of()).statusCode()).isEqualTo(303);
            assertThat(browsing.post("/imports", path + "/taking-over", Map.of()).statusCode()).as("pressed twice").isEqualTo(303);
            assertThat(imported(cast)).singleElement().satisfies(line -> {
                assertThat(line.person()).contains(cast.coordinator().person());
                assertThat(line.subjectName()).isEqualTo("热线工单");
                assertThat(line.after()).containsEntry("file", "工单.csv");
            });
        }
    }

    private List<AuditLine> imported(SmallTown.Cast cast) {
        return audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.LEDGER_IMPORTED, null, null, ""), 9);
    }

    private HttpResponse<String> brought(Browsing browsing, String register) {
        var table = "工单编号,诉求标题,诉求内容\n1,垃圾桶满了," + LONG + "\n2,路灯不亮,请修路灯不亮的那一盏\n3,路灯不亮,路灯不亮\n";
        return new Multipart().field("_csrf", browsing.tokenOn("/imports")).field("register", register)
                .file("file", "工单.csv", table.getBytes(StandardCharsets.UTF_8)).send(port, browsing, "/imports");
    }
}
