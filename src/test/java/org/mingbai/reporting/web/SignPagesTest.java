package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.library.FileRefused;
import org.mingbai.library.Library;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/// Signs as those who supervise meet them: a question, how often chance would do it, and the matters.
@MingbaiTest
class SignPagesTest {

    private static final int MANY = 24;

    @Autowired LedgerScene scene;
    @Autowired SmallTown town;
    @Autowired Library library;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
    }

    private Browsing signedIn(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private static String body(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private MatterId claimed(int number, OrganisationId unit, SignedIn handler, String words, List<OrganisationId> about, String picture) {
        var subject = new Subject("第" + number + "件", "请来看看", null, "群众反映", "来访", "照明", null, null, null, Map.of()).about(about);
        var began = clock.today();
        var id = scene.assigned(cast, subject, unit, began.plusDays(20));
        scene.act(handler, id, new Act.Sign());
        scene.act(handler, id, new Act.Plan(List.of(new Measure(0, Measure.Kind.CORRECTIVE, "第" + number + "件这样办", null, "李明", Deadline.by(began.plusDays(20)),
                0, null, null))));
        scene.act(handler, id, new Act.ReportProgress("做完了", Map.of(1, 100), List.of()));
        scene.act(handler, id, new Act.AttachEvidence(List.of(), picture.isEmpty() ? List.of() : List.of(kept(handler, picture)), "看过"));
        scene.act(handler, id, new Act.ClaimClosure(Outcome.SOLVED, words));
        return id;
    }

    private Evidence.File kept(SignedIn handler, String picture) {
        try {
            var bytes = ("\u0089PNG\r\n\u001a\n" + picture).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            var file = library.keep(cast.tenant(), handler.person(), "看过.png", new ByteArrayInputStream(bytes));
            return new Evidence.File(file.sha256(), file.name(), file.mediaType(), file.size());
        } catch (FileRefused e) {
            throw new AssertionError(e);
        }
    }

    private static String own(int number) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) number}).toString() + UUID.nameUUIDFromBytes(new byte[] {(byte) number, 7});
    }

    /// A unit says the same of every second matter; the other never does.
    private void aHabit(OrganisationId unit, SignedIn handler, OrganisationId other, SignedIn otherHandler, List<OrganisationId> about) {
        for (int i = 0; i < MANY; i++) {
            claimed(i, unit, handler, i % 2 == 0 ? "接件后高度重视，已经整改到位，群众表示满意。" : own(i), about, "");
            claimed(100 + i, other, otherHandler, own(100 + i), List.of(), "");
        }
    }

    @Test
    void a_sign_is_a_question_about_a_unit_and_opens_its_matters() {
        aHabit(cast.roads(), cast.roadsHandler(), cast.water(), cast.waterHandler(), List.of());
        try (var browsing = signedIn(cast.auditor())) {
            assertThat(browsing.get("/tray").body()).contains("href=\"/signs\"");
            var page = body(browsing.get("/signs"));
            assertThat(page).contains("办理情况写得一样", "24 件里 11 件和更早的另一件写得一样", "24 件中 0 件", "打开 11 件", "单凭偶然", "不评人")
                    .doesNotContain("路灯所经办", "水务站经办");
            var cases = body(browsing.get("/signs/same-words/" + cast.roads().value()));
            assertThat(cases).contains("第2件", "第22件", "申请销号的这一件写得一样").doesNotContain("第1件", "第100件");
            assertThat(browsing.get("/signs/no-such/1").statusCode()).isEqualTo(404);
            assertThat(browsing.get("/signs?from=x").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void what_somebody_may_not_open_is_neither_counted_nor_compared_with() {
        aHabit(cast.water(), cast.waterHandler(), cast.roads(), cast.roadsHandler(), List.of(cast.roads()));
        var complainedOf = town.person(cast.tenant(), "路灯所审计员", cast.roads(), Role.AUDITOR);
        try (var all = signedIn(cast.auditor()); var kept = signedIn(complainedOf); var handler = signedIn(cast.roadsHandler())) {
            assertThat(body(all.get("/signs"))).contains("24 件里 11 件和更早的另一件写得一样");
            assertThat(body(all.get("/signs/same-words/" + cast.water().value()))).contains("第2件");
            assertThat(body(kept.get("/signs"))).contains("本期看了 24 件").doesNotContain("24 件里 11 件", "本期看了 48 件");
            assertThat(body(kept.get("/signs/same-words/" + cast.water().value()))).doesNotContain("第2件");
            assertThat(handler.get("/signs").statusCode()).isEqualTo(403);
        }
    }

    /// Of a picture that serves two matters with one measure nothing is to be asked.
    @Test
    void a_picture_of_a_shared_measure_is_no_sign() {
        for (int i = 0; i < MANY; i++) {
            claimed(100 + i, cast.water(), cast.waterHandler(), own(100 + i), List.of(), own(100 + i));
            if (i % 2 == 0) {
                claimed(i, cast.roads(), cast.roadsHandler(), own(i), List.of(), own(0));
            }
        }
        try (var browsing = signedIn(cast.auditor())) {
            assertThat(body(browsing.get("/signs"))).contains("12 件里 11 件的照片和更早的另一件一样");
        }
        clock.set(clock.today().plusYears(3));
        var first = claimed(50, cast.roads(), cast.roadsHandler(), own(50), List.of(), own(50));
        for (int i = 0; i < MANY; i++) {
            claimed(100 + i, cast.water(), cast.waterHandler(), own(100 + i), List.of(), own(200 + i));
            shared(60 + i, first);
        }
        try (var browsing = signedIn(town.person(cast.tenant(), "另一审计员", cast.hall(), Role.AUDITOR))) {
            assertThat(body(browsing.get("/signs"))).contains("照片和别的事项一样").doesNotContain("的照片和更早的另一件一样");
        }
    }

    private void shared(int number, MatterId with) {
        var subject = new Subject("第" + number + "件", "请来看看", null, "群众反映", "来访", "照明", null, null, null, Map.of());
        var due = clock.today().plusDays(20);
        var id = scene.assigned(cast, subject, cast.roads(), due);
        scene.act(cast.roadsHandler(), id, new Act.Sign());
        scene.act(cast.roadsHandler(), id, new Act.Plan(List.of(new Measure(0, Measure.Kind.CORRECTIVE, "第50件这样办", null, "李明", Deadline.by(due), 0,
                new Measure.Shared(with, 1), null))));
        scene.act(cast.roadsHandler(), id, new Act.ReportProgress("做完了", Map.of(1, 100), List.of()));
        scene.act(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(), List.of(kept(cast.roadsHandler(), own(50))), "看过"));
        scene.act(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, own(number)));
    }
}
