package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class NoticesTest {

    private static final Notice.Part PART = new Notice.Part("用来做什么", "只用来办理。\n别无他用。", "What for", "Only to work on it.");

    @Autowired AuditTrail audit;
    @Autowired Notices notices;
    @Autowired Receiving receiving;
    @Autowired Following following;
    @Autowired Voices voices;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test
    void every_body_begins_with_the_shipped_text_in_both_languages() {
        assertThat(notices.of(cast.tenant())).singleElement().satisfies(it -> {
            assertThat(it.version()).isEqualTo(1);
            assertThat(it.parts()).hasSize(8).allSatisfy(part -> {
                assertThat(part.paragraphs("zh")).isNotEmpty();
                assertThat(part.paragraphs("en")).isNotEmpty();
            });
        });
    }

    @Test
    void what_comes_in_keeps_the_version_that_held_for_it() {
        var early = raise();
        var from = clock.today().plusDays(3);
        assertThat(done(notices.write(cast.coordinator(), draft(from, PART))).version()).isEqualTo(2);
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.PUBLIC_NOTICE_WRITTEN, null, null, ""), 9)).singleElement()
                .satisfies(line -> assertThat(line.after()).containsEntry("version", "2").containsEntry("from", from.toString()));
        assertThat(notices.inForce(cast.tenant()).version()).isEqualTo(1);
        assertThat(notices.begun(cast.tenant())).hasSize(1);
        clock.set(from);
        var late = raise();

        assertThat(notices.inForce(cast.tenant()).parts()).containsExactly(PART);
        assertThat(done(following.follow(cast.tenant(), early.code())).notice()).isEqualTo(1);
        assertThat(done(following.follow(cast.tenant(), late.code())).notice()).isEqualTo(2);
        assertThat(voices.of(cast.coordinator(), late.matter())).extracting(it -> it.voice().notice()).containsExactly(2);
        assertThat(notices.inForce(town.layOut().tenant()).version()).isEqualTo(1);
    }

    @Test
    void the_same_form_sent_twice_is_one_version_and_with_other_words_is_refused() {
        var draft = draft(clock.today(), PART, Notice.Part.EMPTY);
        assertThat(done(notices.write(cast.coordinator(), draft))).isEqualTo(done(notices.write(cast.coordinator(), draft)));
        assertThat(notices.of(cast.tenant())).hasSize(2);
        assertThat(notices.write(cast.coordinator(), new Notices.Draft(List.of(new Notice.Part("另一", "二", "a", "b")), clock.today(), draft.key())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
    }

    @Test
    void what_is_missing_too_long_or_too_early_is_refused_at_its_field() {
        var today = clock.today();
        assertThat(refusal(draft(today))).isEqualTo(new VoiceRefusal.Missing("zhHeading1"));
        assertThat(refusal(draft(today, PART, new Notice.Part("标题", "内容", "", "")))).isEqualTo(new VoiceRefusal.Missing("enHeading2"));
        assertThat(refusal(draft(today, new Notice.Part("", "内容", "Heading", "Text")))).isEqualTo(new VoiceRefusal.Missing("zhHeading1"));
        assertThat(refusal(draft(today, new Notice.Part("标题", "内容", "Heading", " ")))).isEqualTo(new VoiceRefusal.Missing("enText1"));
        assertThat(refusal(draft(today, new Notice.Part("长".repeat(61), "内容", "Heading", "Text")))).isEqualTo(new VoiceRefusal.TooLong("zhHeading1", 60));
        assertThat(refusal(draft(today, new Notice.Part("标题", "长".repeat(3001), "Heading", "Text")))).isEqualTo(new VoiceRefusal.TooLong("zhText1", 3000));
        assertThat(refusal(draft(today, new Notice.Part("标\u200b题", "内容", "Heading", "Text")))).isEqualTo(new VoiceRefusal.HiddenCharacters("zhHeading1"));
        assertThat(refusal(draft(null, PART))).isEqualTo(new VoiceRefusal.Missing("validFrom"));
        assertThat(refusal(draft(today.minusDays(1), PART))).isEqualTo(new VoiceRefusal.BegunBefore("validFrom"));
        done(notices.write(cast.coordinator(), draft(today.plusDays(9), PART)));
        assertThat(refusal(draft(today.plusDays(8), PART))).isEqualTo(new VoiceRefusal.BegunBefore("validFrom"));
        assertThat(notices.of(cast.tenant())).hasSize(2);
    }

    @Test
    void only_those_who_keep_requests_write_one() {
        for (var who : List.of(cast.roadsHandler(), cast.checker(), cast.auditor(), cast.administrator(), cast.leader())) {
            assertThat(notices.write(who, draft(clock.today(), PART))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        }
        done(notices.write(cast.approver(), draft(clock.today(), PART)));
    }

    private VoiceRefusal refusal(Notices.Draft draft) {
        return ((VoiceAnswer.Refused<?>) notices.write(cast.coordinator(), draft)).why();
    }

    private static Notices.Draft draft(LocalDate from, Notice.Part... parts) {
        return new Notices.Draft(List.of(parts), from, UUID.randomUUID());
    }

    private Receipt raise() {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "网络", null, null, null, null, Map.of());
        return done(receiving.receive(cast.tenant(), new Submission("rectification", subject, Identity.of("张守一", "13812345678"), false, false, "zh",
                List.of(), UUID.randomUUID())));
    }
}
