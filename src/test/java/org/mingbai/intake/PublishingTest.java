package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.LookBackMethod;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;
import org.mingbai.library.FileRefused;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@MingbaiTest
class PublishingTest {

    /// Bytes in which a picture says how large it is, and nothing of it.
    private static final int PNG_HEAD = 45;
    private static final String GPS = "GPS 31.2304 121.4737";

    @Autowired Publishing publishing;
    @Autowired AuditTrail audit;
    @Autowired Receiving receiving;
    @Autowired Vault vault;
    @Autowired Registers registers;
    @Autowired Ledger ledger;
    @Autowired Library library;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_that_publishes() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
        registers.show(cast.tenant(), "hotline", true, true);
    }

    @Test
    void an_ending_is_read_by_everybody_after_somebody_released_it_and_until_it_is_taken_back() throws Exception {
        var photo = photo();
        var id = closed(raise("路灯不亮", false, List.of(), List.of(photo)));
        assertThat(shown()).isEmpty();

        var draft = publishing.draft(cast.coordinator(), id).orElseThrow();
        assertThat(draft.text()).isEqualTo("灯已换好，欢迎再来电。");
        assertThat(draft.before()).containsExactly(photo);
        done(publishing.release(cast.coordinator(), id, release("路灯亮了", "灯已换好。", List.of(photo.sha256()), List.of())));

        assertThat(shown()).singleElement().satisfies(it -> {
            assertThat(it.publication().title()).isEqualTo("路灯亮了");
            assertThat(it.publication().closedOn()).isEqualTo(clock.today());
            assertThat(it.openAgain()).isFalse();
        });
        assertThat(publishing.shown(cast.tenant(), "中山路", "", Optional.empty(), 10).shown()).hasSize(1);
        assertThat(publishing.shown(cast.tenant(), "河边", "", Optional.empty(), 10).shown()).isEmpty();
        assertThat(publishing.shown(cast.tenant(), "", "照明", Optional.empty(), 10).shown()).hasSize(1);
        assertThat(publishing.shown(cast.tenant(), "", "供水", Optional.empty(), 10).shown()).isEmpty();
        done(publishing.takeBack(cast.coordinator(), id));
        assertThat(shown()).isEmpty();
        for (var act : List.of(AuditAct.OUTCOME_RELEASED, AuditAct.OUTCOME_TAKEN_BACK)) {
            assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, act, null, null, ""), 5)).as(act.name()).singleElement();
        }
    }

    @Test
    void the_audit_trail_says_from_which_address_it_was_released_and_taken_back() throws Exception {
        var id = closed(raise("路灯不亮", false, List.of(), List.of()));
        var asked = new MockHttpServletRequest();
        asked.setRemoteAddr("192.0.2.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(asked));
        try {
            done(publishing.release(cast.coordinator(), id, release("路灯亮了", "灯已换好。", List.of(), List.of())));
            done(publishing.takeBack(cast.coordinator(), id));
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        for (var act : List.of(AuditAct.OUTCOME_RELEASED, AuditAct.OUTCOME_TAKEN_BACK)) {
            assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, act, null, null, ""), 5)).as(act.name()).singleElement()
                    .satisfies(line -> assertThat(line.address()).isEqualTo("192.0.2.7"));
        }
    }

    @Test
    void a_published_picture_tells_neither_place_nor_camera_and_stands_upright() throws Exception {
        var photo = photo();
        var id = closed(raise("路灯不亮", false, List.of(), List.of(photo)));
        var publication = done(publishing.release(cast.coordinator(), id, release("路灯亮了", "灯已换好。", List.of(photo.sha256()), List.of())));
        var sha256 = publication.pictures().getFirst().sha256();
        var path = publishing.picture(cast.tenant(), id, sha256).orElseThrow();

        assertThat(Files.readString(library.contentOf(cast.tenant(), photo.sha256()), StandardCharsets.ISO_8859_1)).contains("Exif", GPS);
        assertThat(Files.readString(path, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", GPS, "GPS");
        var drawn = ImageIO.read(path.toFile());
        assertThat(drawn.getWidth()).isEqualTo(30);
        assertThat(drawn.getHeight()).isEqualTo(40);
        assertThat(publishing.picture(cast.tenant(), id, photo.sha256())).isEmpty();
        done(publishing.takeBack(cast.coordinator(), id));
        assertThat(publishing.picture(cast.tenant(), id, sha256)).isEmpty();
    }

    @Test
    void a_picture_that_cannot_be_read_is_not_published() throws Exception {
        var whole = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", whole);
        var broken = receiving.bring(cast.tenant(), "灯.png", new ByteArrayInputStream(whole.toByteArray(), 0, PNG_HEAD));
        var id = closed(raise("路灯不亮", false, List.of(), List.of(broken)));

        assertThat(publishing.release(cast.coordinator(), id, release("路灯亮了", "灯已换好。", List.of(broken.sha256()), List.of())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.PictureUnreadable("pictures")));
        assertThat(shown()).isEmpty();
    }

    @Test
    void beside_a_picture_that_cannot_be_read_nobody_is_told_whether_a_name_was_the_right_one() throws Exception {
        var whole = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", whole);
        var broken = receiving.bring(cast.tenant(), "灯.png", new ByteArrayInputStream(whole.toByteArray(), 0, PNG_HEAD));
        var id = closed(raise("路灯不亮", false, List.of(), List.of(broken)));

        for (var name : List.of("张守一", "王五一")) {
            assertThat(publishing.release(cast.coordinator(), id, release("路灯亮了", name + "说亮了", List.of(broken.sha256()), List.of()))).as(name)
                    .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.PictureUnreadable("pictures")));
        }
        assertThat(looks()).isEmpty();
        assertThat(publishing.release(cast.coordinator(), id, release("路灯亮了", "张守一说亮了", List.of(), List.of())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.ReporterFound("text")));
        assertThat(looks()).containsExactly(VaultAct.REFUSED);
    }

    private List<VaultAct> looks() {
        return vault.log(cast.auditor(), Optional.empty(), 100).stream().map(VaultLine::act).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"请打13812345678", "电话 138-1234-5678", "＋８６ １３８１２３４５６７８", "座机0571-87654321", "身份证110101199003074514",
        "卡号 6222 0212 3456 7890 123", "138 1 2 3 4 5 6 7 8", "110101900307451", "写信 zhang.san@example.com", "反映人张守一说亮了", "张 守 一"})
    void what_gives_somebody_away_is_not_released(String words) throws Exception {
        var id = closed(raise("路灯不亮", false, List.of(), List.of()));

        for (var said : List.of(release("路灯亮了", words, List.of(), List.of()), release(words, "灯已换好", List.of(), List.of()),
                new Publishing.Release("路灯亮了", "灯已换好", words, List.of(), List.of()))) {
            assertThat(publishing.release(cast.coordinator(), id, said)).isInstanceOfSatisfying(VoiceAnswer.Refused.class,
                    refused -> assertThat(refused.why()).isInstanceOf(VoiceRefusal.AtField.class));
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void numbers_that_are_nobodys_are_released() throws Exception {
        var id = closed(raise("路灯不亮", false, List.of(), List.of()));
        done(publishing.release(cast.coordinator(), id, release("路灯亮了", "2026年3月2日换灯12盏，费用138000元，热线12345，工单202603020001。", List.of(), List.of())));
        assertThat(shown()).hasSize(1);
    }

    @Test
    void complaints_and_what_is_confidential_never_appear_even_when_found_out_later() throws Exception {
        var confidential = closed(raise("路灯不亮", true, List.of(), List.of()));
        var open = raise("路灯又不亮", false, List.of(), List.of());
        var fine = closed(raise("井盖响", false, List.of(), List.of()));
        done(publishing.release(cast.coordinator(), fine, release("井盖不响了", "已垫平。", List.of(), List.of())));
        var complaint = raise("水务站推诿", false, List.of(cast.water()), List.of());

        for (var id : List.of(confidential, open, complaint)) {
            assertThat(publishing.draft(cast.coordinator(), id)).isEmpty();
            assertThat(publishing.release(cast.coordinator(), id, release("好了", "好了", List.of(), List.of())))
                    .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotForEverybody()));
        }
        assertThat(shown()).hasSize(1);
        registers.show(cast.tenant(), "hotline", true, false);
        assertThat(shown()).isEmpty();
        registers.show(cast.tenant(), "hotline", true, true);
        var second = raise("井盖还响，别说是我", true, List.of(), List.of());
        assertThat(publishing.offered(cast.coordinator(), null).drafts()).extracting(draft -> draft.matter().id()).containsExactly(fine);
        clock.set(clock.today().plusDays(30));
        does(cast.verdictTaker(), fine, new Act.LookBack(false, LookBackMethod.SITE_VISIT, "又响了"));
        does(cast.coordinator(), fine, new Act.Reopen("又响了", null));
        assertThat(shown()).hasSize(1);
        does(cast.coordinator(), second, new Act.Merge(fine, "同一个井盖"));
        assertThat(shown()).isEmpty();
    }

    @Test
    void what_came_back_stays_and_says_so() throws Exception {
        var id = closed(raise("路灯不亮", false, List.of(), List.of()));
        done(publishing.release(cast.coordinator(), id, release("路灯亮了", "灯已换好。", List.of(), List.of())));
        clock.set(clock.today().plusDays(30));
        does(cast.verdictTaker(), id, new Act.LookBack(false, LookBackMethod.SITE_VISIT, "又不亮了"));

        assertThat(shown()).singleElement().satisfies(it -> assertThat(it.openAgain()).isTrue());
    }

    @Test
    void what_ended_long_ago_is_on_a_later_page() throws Exception {
        var oldest = closed(raise("路灯不亮", false, List.of(), List.of()));
        for (int i = 1; i <= 50; i++) {
            closed(raise("路灯不亮" + i, false, List.of(), List.of()));
        }
        var first = publishing.offered(cast.coordinator(), null);
        var second = publishing.offered(cast.coordinator(), first.older().orElseThrow());

        assertThat(first.drafts()).hasSize(50).noneMatch(draft -> draft.matter().id().equals(oldest));
        assertThat(second.drafts()).singleElement().satisfies(draft -> assertThat(draft.matter().id()).isEqualTo(oldest));
        assertThat(second.older()).isEmpty();
    }

    @Test
    void only_whose_right_it_is_may_release_or_take_back() throws Exception {
        var id = closed(raise("路灯不亮", false, List.of(), List.of()));
        done(publishing.release(cast.coordinator(), id, release("路灯亮了", "灯已换好。", List.of(), List.of())));
        var elsewhere = town.layOut();

        for (var who : List.of(cast.roadsHandler(), cast.checker(), cast.auditor(), elsewhere.coordinator())) {
            assertThat(publishing.offered(who, null).drafts()).isEmpty();
            assertThat(publishing.release(who, id, release("改了", "改了", List.of(), List.of()))).isInstanceOf(VoiceAnswer.Refused.class);
            assertThat(publishing.takeBack(who, id)).isInstanceOf(VoiceAnswer.Refused.class);
        }
        assertThat(publishing.shown(elsewhere.tenant(), "", "", Optional.empty(), 10).shown()).isEmpty();
        assertThat(shown()).singleElement().satisfies(it -> assertThat(it.publication().title()).isEqualTo("路灯亮了"));
    }

    private List<Publishing.Shown> shown() {
        return publishing.shown(cast.tenant(), "", "", Optional.empty(), 10).shown();
    }

    private static Publishing.Release release(String title, String text, List<String> before, List<String> after) {
        return new Publishing.Release(title, text, "中山路", before, after);
    }

    private MatterId raise(String title, boolean confidential, List<OrganisationId> about, List<StoredFile> files) {
        var subject = new Subject(title, title + "，请处理", null, null, "web", "照明", "中山路 12 号", null, null, Map.of()).about(about);
        return done(receiving.receive(cast.tenant(), new Submission("hotline", subject, Identity.of("张守一", "13900001111"), false, confidential, "zh", files,
                UUID.randomUUID()))).matter();
    }

    private MatterId closed(MatterId id) {
        does(cast.coordinator(), id, new Act.PutOnList(null));
        does(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王所长", List.of("李师傅"), List.of(),
                Deadline.by(clock.today().plusDays(7)), null)));
        does(cast.roadsHandler(), id, new Act.Sign());
        does(cast.roadsHandler(), id, new Act.Plan(List.of(
                new Measure(0, Measure.Kind.CORRECTIVE, "更换灯具", null, "路灯班", Deadline.by(clock.today().plusDays(5)), 0, null, null))));
        does(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(1), List.<Evidence.File>of(), "已更换"));
        does(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, "已更换"));
        does(cast.checker(), id, new Act.PassReview(null));
        does(cast.verdictTaker(), id, new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "亮了")));
        does(cast.approver(), id, new Act.Close(Outcome.SOLVED, "同意销号", "灯已换好，欢迎再来电。"));
        return id;
    }

    private void does(SignedIn who, MatterId matter, Act act) {
        assertThat(ledger.act(who, matter, act, UUID.randomUUID(), null)).as(act.toString()).isInstanceOf(Answer.Done.class);
    }

    /// Held upright by a telephone that writes down where it is.
    private StoredFile photo() throws IOException, FileRefused {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", plain);
        var exif = new ByteArrayOutputStream();
        exif.write("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
        exif.write(new byte[] {0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
        exif.write(GPS.getBytes(StandardCharsets.ISO_8859_1));
        var photo = new ByteArrayOutputStream();
        photo.write(plain.toByteArray(), 0, 2);
        photo.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.size() + 2)});
        exif.writeTo(photo);
        photo.write(plain.toByteArray(), 2, plain.size() - 2);
        return receiving.bring(cast.tenant(), "灯.jpg", new ByteArrayInputStream(photo.toByteArray()));
    }
}
