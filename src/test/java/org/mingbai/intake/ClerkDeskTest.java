package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Redirection;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MingbaiTest
class ClerkDeskTest {

    @Autowired ClerkDesk desk;
    @Autowired Receiving receiving;
    @Autowired Channels channels;
    @Autowired Following following;
    @Autowired Voices voices;
    @Autowired Ledger ledger;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;
    @Autowired JdbcTemplate db;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test
    void what_is_taken_down_bears_its_channels_name_and_its_reporter_is_in_the_vault_alone() {
        var taken = done(take("window", said("路灯不亮", Identity.of("张守一", "13812345678")), false, new Then.ToTheOffice()));

        assertThat(taken.matter().subject().channel()).isEqualTo("服务窗口");
        assertThat(taken.matter().subject().fields()).isEmpty();
        assertThat(voices.of(cast.coordinator(), taken.matter().id())).singleElement()
                .satisfies(seen -> assertThat(seen.masked().phone()).isEqualTo("138****5678"));
        assertThat(ledger.journalOf(cast.coordinator(), taken.matter().id()).toString()).doesNotContain("张守一", "13812345678");
    }

    @Test
    void the_same_form_sent_twice_is_one_matter_with_one_receipt_whatever_was_to_follow() {
        var said = said("路灯不亮", null);
        var then = new Then.Redirected(Redirection.MARKET_OR_SOCIAL, "小区自管", "请找物业");
        var first = done(take("hotline", said, false, then));
        var second = done(take("hotline", said, false, then));

        assertThat(second.receipt().code()).isEqualTo(first.receipt().code());
        assertThat(second.receipt().again()).isTrue();
        assertThat(second.matter().seq()).isEqualTo(first.matter().seq());
        assertThat(take("hotline", said, true, then)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
    }

    @Test
    void a_form_sent_again_ends_as_it_ended() {
        var said = said("路灯不亮", null);
        done(take("hotline", said, false, new Then.Redirected(Redirection.MARKET_OR_SOCIAL, "小区自管", "请找物业")));
        assertThat(take("hotline", said, false, new Then.Answered("已修好"))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
        assertThat(take("hotline", said, false, new Then.ToTheOffice())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
        var open = said("楼下着火", null);
        done(take("hotline", open, false, new Then.ToTheOffice()));
        assertThat(take("hotline", open, false, new Then.AnsweredFrom(1, 1))).as("only as a fresh one could be")
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchAnswer("from")));
    }

    @Test
    void what_a_resident_raises_about_an_emergency_calls_people_as_well() {
        var raised = done(receiving.receive(cast.tenant(), byResident("厨房煤气味很大")));
        assertThat(ledger.matter(cast.coordinator(), raised.matter()).orElseThrow().subject().fields()).containsEntry("urgency", "紧急");
        assertThat(ledger.journalOf(cast.coordinator(), raised.matter())).extracting(line -> line.entry())
                .filteredOn(Entry.Noted.class::isInstance).singleElement().asString().contains("煤气", "119", "120");
        var calls = "select person from directory.telling where tenant = ? and urgent and words = 'intake.tell.emergency'";
        assertThat(db.queryForList(calls, Long.class, cast.tenant().value())).containsExactly(cast.coordinator().person().value());
        var calm = done(receiving.receive(cast.tenant(), byResident("路灯不亮")));
        assertThat(ledger.matter(cast.coordinator(), calm.matter()).orElseThrow().subject().fields()).isEmpty();
        done(following.add(cast.tenant(), calm.code(), "现在有人触电了", UUID.randomUUID()));
        assertThat(db.queryForList(calls, Long.class, cast.tenant().value())).hasSize(2);
    }

    @Test
    void whatever_language_a_resident_writes_the_journal_speaks_of_an_emergency_in_that_of_the_house() {
        var form = byResident("煤气味很大");
        var raised = done(receiving.receive(cast.tenant(), new Submission(form.register(), form.subject(), null, true, false, "en", List.of(), form.key())));
        assertThat(ledger.journalOf(cast.coordinator(), raised.matter())).extracting(line -> line.entry())
                .filteredOn(Entry.Noted.class::isInstance).singleElement().asString().contains("内容提到", "应即转").doesNotContain("Speaks of");
    }

    @Test
    void a_form_sent_again_has_its_receipt_also_after_its_channel_was_closed() {
        var said = said("路灯不亮", null);
        var first = done(take("letter", said, false, new Then.ToTheOffice()));
        done(channels.put(cast.coordinator(), keeper(), new Channel("letter", "来信", "Letter", false, "hotline", Route.OURS, "", "", 40)));

        assertThat(done(take("letter", said, false, new Then.ToTheOffice())).receipt().code()).isEqualTo(first.receipt().code());
        assertThat(take("letter", said("另一件", null), false, new Then.ToTheOffice()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchChannel("channel")));
    }

    @Test
    void what_is_sent_elsewhere_is_raised_first_and_its_reporter_reads_the_way_to_go() {
        var taken = done(take("hotline", said("物业费太高", null), false,
                new Then.Redirected(Redirection.MARKET_OR_SOCIAL, "物业合同纠纷", "请找业主委员会")));

        assertThat(taken.notThen()).isEmpty();
        assertThat(taken.matter().stage().named()).isEqualTo(StageName.REDIRECTED);
        assertThat(done(following.follow(cast.tenant(), taken.receipt().code())).story()).extracting(Told::what)
                .containsExactly(Told.What.RECEIVED, Told.What.SENT_ELSEWHERE);
    }

    @Test
    void what_is_answered_at_once_stays_open_and_its_reporter_reads_the_answer() {
        var taken = done(take("hotline", said("几点上班", null), false, new Then.Answered("工作日九点到十七点。")));

        assertThat(taken.matter().open()).isTrue();
        assertThat(done(following.follow(cast.tenant(), taken.receipt().code())).toString()).contains("工作日九点到十七点。");
    }

    @Test
    void a_clerk_who_may_not_decide_still_loses_nothing() {
        var taken = done(desk.take(cast.roadsHandler(), "hotline", said("几点上班", null), false,
                new Then.Redirected(Redirection.REPEATED, "问过", "看回执")));

        assertThat(taken.notThen()).containsInstanceOf(Refusal.NotYourPost.class);
        assertThat(taken.matter().stage().named()).isEqualTo(StageName.RAISED);
    }

    @Test
    void a_second_voice_is_raised_as_its_own_matter_and_told_with_the_one_it_was_added_to() {
        var first = done(take("hotline", said("路灯不亮", null), false, new Then.ToTheOffice()));
        var second = done(take("letter", said("路灯又不亮", null), false, new Then.Joined(first.matter().id())));

        assertThat(second.matter().stage().named()).isEqualTo(StageName.MERGED);
        assertThat(voices.of(cast.coordinator(), first.matter().id())).extracting(seen -> seen.voice().channel()).containsExactly("12345热线", "来信");
        assertThat(take("letter", said("x", null), false, new Then.Joined(second.matter().id())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotToBeJoined("into")));
        assertThat(take("letter", said("x", null), false, new Then.Joined(new MatterId(987_654_321L))))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotToBeJoined("into")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "petition"})
    void a_report_and_a_petition_go_their_legal_route_and_nothing_of_them_is_kept(String channel) {
        assertThat(take(channel, said("局长收钱", null), false, new Then.ToTheOffice()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.OnItsOwnRoute("channel")));
        assertThat(db.queryForObject("select count(*) from ledger.matter where tenant = ?", Long.class, cast.tenant().value())).isZero();
    }

    @Test
    void an_emergency_is_marked_noted_and_told_at_once_to_who_coordinates() {
        var taken = done(take("hotline", said("三号楼着火了，有人被困", null), false, new Then.ToTheOffice()));

        assertThat(taken.emergencies()).extracting(Emergency::number).containsExactly("119");
        assertThat(taken.matter().subject().fields()).containsEntry("urgency", "紧急");
        assertThat(ledger.journalOf(cast.coordinator(), taken.matter().id())).extracting(line -> line.entry())
                .filteredOn(Entry.Noted.class::isInstance).singleElement().asString().contains("着火", "119");
        assertThat(db.queryForList("select person from directory.telling where tenant = ? and urgent and words = 'intake.tell.emergency'", Long.class,
                cast.tenant().value())).containsExactly(cast.coordinator().person().value());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            楼 下 着 火,                 119
            河里有孩子溺水,               119 110 120
            他说不想活了,                110
            厨房煤气味很大,               119 120
            There is a FIRE next door,  119
            He wants to kill myself off, 110 120
            The firefighters' museum,   ''
            路灯不亮,                    ''
            """)
    void words_of_an_emergency_are_heard_in_both_languages(String text, String numbers) {
        assertThat(String.join(" ", Emergency.in(text).stream().map(Emergency::number).toList())).isEqualTo(numbers);
    }

    @Test
    void what_cannot_be_taken_down_says_at_which_field_and_raises_nothing() {
        var good = said("路灯不亮", null);
        assertThat(take("", good, false, new Then.ToTheOffice())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchChannel("channel")));
        assertThat(take("hotline", good, false, new Then.Answered(" "))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("answer")));
        assertThat(take("hotline", good, false, new Then.Redirected(null, "为何", "何处")))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("redirection")));
        assertThat(take("hotline", good, false, new Then.Redirected(Redirection.REPEATED, "", "何处")))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("reason")));
        assertThat(take("hotline", said("张守一说路灯不亮", Identity.of("张守一", null)), false, new Then.ToTheOffice()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.WordsNameReporter("text")));
        assertThat(take("hotline", said("请打 138 1234 5678", Identity.of(null, "13812345678")), false, new Then.ToTheOffice()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.WordsNameReporter("text")));
        assertThat(db.queryForObject("select count(*) from ledger.matter where tenant = ?", Long.class, cast.tenant().value())).isZero();
    }

    @Test
    void a_channel_is_added_and_changed_by_who_keeps_them_and_each_change_is_in_the_audit_trail() {
        var own = new Channel("grid", "网格员", "Grid worker", true, "problem", Route.OURS, "", "", 55);
        done(channels.put(cast.coordinator(), keeper(), own));
        done(channels.put(cast.coordinator(), keeper(), own));
        var closed = new Channel("web", "网站", "Website", false, "hotline", Route.OURS, "", "", 20);
        done(channels.put(cast.coordinator(), keeper(), closed));

        assertThat(channels.find(cast.tenant(), "grid")).contains(own);
        assertThat(channels.atDesk(cast.tenant())).extracting(Channel::code).contains("grid", "hotline").doesNotContain("web");
        assertThat(channels.find(town.layOut().tenant(), "grid")).as("of another tenant").isEmpty();
        assertThat(take("web", said("路灯不亮", null), false, new Then.ToTheOffice())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchChannel("channel")));
        assertThat(db.queryForList("select act from directory.audit where tenant = ? and act = ?", String.class, cast.tenant().value(),
                AuditAct.CHANNEL_CHANGED.name())).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            Grid,  网格, Grid, problem, OURS,     '',   '',   10,   NotAChannelCode, code
            g,     网格, Grid, problem, OURS,     '',   '',   10,   NotAChannelCode, code
            grid,  '',   Grid, problem, OURS,     '',   '',   10,   Missing,         zh
            grid,  网格, '',   problem, OURS,     '',   '',   10,   Missing,         en
            grid,  来信, Grid, problem, OURS,     '',   '',   10,   NameTaken,       zh
            grid,  网格, letter, problem, OURS,   '',   '',   10,   NameTaken,       en
            grid,  网格, Grid, nothing, OURS,     '',   '',   10,   NoSuchRegister,  register
            grid,  网格, Grid, problem, OURS,     '',   '',   -1,   NotAPlace,       place
            grid,  网格, Grid, problem, REPORT,   '',   'go', 10,   Missing,         wayZh
            grid,  网格, Grid, problem, PETITION, '去', '',   10,   Missing,         wayEn
            """)
    void a_channel_that_could_not_be_used_is_refused_at_its_field(String code, String zh, String en, String register, Route route, String wayZh,
            String wayEn, int place, String why, String field) {
        var asked = new Channel(code, zh, en, true, register, route, wayZh, wayEn, place);
        assertThat(channels.put(cast.coordinator(), keeper(), asked)).isInstanceOfSatisfying(VoiceAnswer.Refused.class, refused -> {
            assertThat(refused.why().getClass().getSimpleName()).isEqualTo(why);
            assertThat(refused.why().field()).isEqualTo(field);
        });
        assertThat(channels.put(cast.roadsHandler(), keeper(), asked)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYourChannels()));
    }

    private Keeper keeper() {
        return Keeper.of(cast.coordinator(), "");
    }

    private VoiceAnswer<TakenDown> take(String channel, Submission said, boolean urgent, Then then) {
        SignedIn clerk = cast.coordinator();
        return desk.take(clerk, channel, said, urgent, then);
    }

    private static Submission byResident(String text) {
        return new Submission("hotline", new Subject("来件", text, null, null, "网络", null, null, null, null, Map.of()), null, true, false, "zh", List.of(),
                UUID.randomUUID());
    }

    private static Submission said(String text, @Nullable Identity identity) {
        var subject = new Subject("来件", text, null, null, null, null, null, null, null, Map.of());
        return new Submission("hotline", subject, identity, false, false, "zh", List.of(), UUID.randomUUID());
    }
}
