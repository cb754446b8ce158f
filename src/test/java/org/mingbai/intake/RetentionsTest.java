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
class RetentionsTest {

    private static final String BASIS = "《明白镇档案管理办法》第三条";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired AuditTrail audit;
    @Autowired Retentions retentions;
    @Autowired Receiving receiving;
    @Autowired Voices voices;
    @Autowired Vault vault;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(TODAY);
        cast = town.layOut();
    }

    @Test
    void what_the_product_ships_counts_until_a_body_sets_its_own_and_each_identity_keeps_its_day() {
        var first = keptUntil("网络");
        assertThat(first).isEqualTo(TODAY.plusDays(1095));
        done(write("", 400, TODAY.plusDays(1)));
        assertThat(keptUntil("网络")).as("it has not begun").isEqualTo(first);

        clock.set(TODAY.plusDays(1));
        assertThat(keptUntil("网络")).isEqualTo(TODAY.plusDays(401));
        assertThat(retentions.inForce(cast.tenant())).singleElement().satisfies(it -> assertThat(it.basis()).isEqualTo(BASIS));
        assertThat(retentions.of(cast.tenant())).extracting(Retention::version).containsExactly(1, 0);
    }

    @Test
    void a_channel_of_its_own_comes_before_the_others_and_a_later_version_of_the_same_day_counts() {
        done(write("", 400, TODAY));
        done(write("letter", 100, TODAY));
        done(write("letter", 200, TODAY));

        assertThat(keptUntil("来信")).isEqualTo(TODAY.plusDays(200));
        assertThat(keptUntil("网络")).isEqualTo(TODAY.plusDays(400));
        assertThat(retentions.longest(cast.tenant())).isEqualTo(400);
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.RETENTION_SET, null, null, ""), 9)).isNotEmpty()
                .allSatisfy(line -> assertThat(line.after()).containsKeys("days", "basis", "from"));
        assertThat(retentions.inForce(cast.tenant())).extracting(Retention::version).containsExactlyInAnyOrder(1, 3);
        var elsewhere = town.layOut();
        assertThat(retentions.longest(elsewhere.tenant())).as("another body has its own").isEqualTo(1095);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_writes_nothing() {
        assertThat(write("letters", 10, TODAY)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchChannel("channel")));
        for (var days : new Integer[] {null, 0, -1, Retentions.DAYS_MAX + 1}) {
            assertThat(write("", days, TODAY)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotDays("days", Retentions.DAYS_MAX)));
        }
        assertThat(write("", 10, null)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("validFrom")));
        assertThat(write("", 10, TODAY.minusDays(1))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.BegunBefore("validFrom")));
        for (var basis : Map.of(" ", new VoiceRefusal.Missing("basis"), "\u3164", new VoiceRefusal.Missing("basis"),
                "领导要求", new VoiceRefusal.NoLawNamed("basis"),
                BASIS + "长".repeat(500), new VoiceRefusal.TooLong("basis", 500), BASIS + "\u202e", new VoiceRefusal.HiddenCharacters("basis")).entrySet()) {
            assertThat(retentions.write(cast.coordinator(), new Retentions.Draft("", 10, basis.getKey(), TODAY, UUID.randomUUID())))
                    .isEqualTo(VoiceAnswer.refused(basis.getValue()));
        }
        for (var who : List.of(cast.roadsHandler(), cast.checker(), cast.leader(), cast.auditor(), cast.administrator())) {
            assertThat(retentions.write(who, new Retentions.Draft("", 10, BASIS, TODAY, UUID.randomUUID())))
                    .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        }
        assertThat(retentions.of(cast.tenant())).hasSize(1);
        done(write("", 10, TODAY.plusDays(9)));
        assertThat(write("", 20, TODAY.plusDays(8))).as("before the one it follows").isEqualTo(VoiceAnswer.refused(new VoiceRefusal.BegunBefore("validFrom")));
        done(write("letter", 20, TODAY.plusDays(8)));
    }

    @Test
    void a_form_sent_twice_is_one_version() {
        var draft = new Retentions.Draft("", 30, BASIS, TODAY, UUID.randomUUID());
        assertThat(done(retentions.write(cast.coordinator(), draft))).isEqualTo(done(retentions.write(cast.coordinator(), draft)));
        assertThat(retentions.of(cast.tenant())).hasSize(2);
        assertThat(retentions.write(cast.coordinator(), new Retentions.Draft("", 31, BASIS, TODAY, draft.key())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
    }

    private VoiceAnswer<Retention> write(String channel, Integer days, LocalDate from) {
        return retentions.write(cast.coordinator(), new Retentions.Draft(channel, days, BASIS, from, UUID.randomUUID()));
    }

    private LocalDate keptUntil(String channel) {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, channel, null, null, null, null, Map.of());
        var receipt = done(receiving.receive(cast.tenant(), new Submission("rectification", subject, Identity.of("张守一", "13812345678"), false, false,
                "zh", List.of(), UUID.randomUUID())));
        var reporter = voices.voice(cast.coordinator(), receipt.matter(), 1).orElseThrow().reporter();
        return vault.keeping(cast.tenant(), reporter).orElseThrow().until();
    }
}
