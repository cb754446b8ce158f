package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class ChannelFactTest {

    @Autowired ClerkDesk desk;
    @Autowired Channels channels;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test
    void the_matter_keeps_what_the_channel_asked_under_its_name() {
        var walked = Map.of("走的事项", "办理老年卡", "卡在哪一步", "取号机只认身份证");
        var matter = done(take("walk-through", said(walked, null))).matter();

        assertThat(matter.subject().channel()).isEqualTo("走流程");
        assertThat(matter.subject().fields()).containsAllEntriesOf(walked).doesNotContainKey("由谁走");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            walk-through, 走的事项,    '',          Missing,          fact-walked
            walk-through, 走的事项,    老\u200b年卡, HiddenCharacters, fact-walked
            walk-through, 卡在哪一步,  '',          Missing,          fact-stuck
            meeting,      开会日期,    昨天,        NotADay,          fact-met
            inspection,   检查日期,    2026-02-30,  NotADay,          fact-inspected
            inspection,   检查机关,    '',          Missing,          fact-inspector
            not-done,     在哪里没办成, '',         Missing,          fact-refused
            """)
    void an_answer_that_is_missing_or_is_none_is_refused_at_its_field(String channel, String name, String answer, String why, String field) {
        var facts = answers(channel);
        facts.put(name, answer);

        assertThat(take(channel, said(facts, null))).isInstanceOfSatisfying(VoiceAnswer.Refused.class, refused -> {
            assertThat(refused.why().getClass().getSimpleName()).isEqualTo(why);
            assertThat(refused.why().field()).isEqualTo(field);
        });
        facts.put(name, answers(channel).get(name));
        done(take(channel, said(facts, null)));
    }

    @Test
    void what_may_be_left_open_is_left_open_but_not_longer_than_a_line_and_does_not_name_who_said_it() {
        var facts = answers("not-done");
        facts.put("缺哪份材料", "材".repeat(201));
        assertThat(take("not-done", said(facts, null))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.TooLong("fact-document", 200)));
        facts.put("缺哪份材料", "鲁文娟的户口本");
        assertThat(take("not-done", said(facts, Identity.of("鲁文娟", "13800000002"))))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.WordsNameReporter("fact-document")));
        facts.remove("缺哪份材料");
        done(take("not-done", said(facts, Identity.of("鲁文娟", "13800000002"))));
    }

    @Test
    void each_is_asked_by_a_channel_there_is_under_a_name_and_a_code_of_its_own() {
        var asked = channels.of(cast.tenant()).stream().flatMap(channel -> ChannelFact.of(channel.code()).stream()).toList();

        assertThat(asked).extracting(ChannelFact::channel).containsOnly("walk-through", "meeting", "inspection", "not-done");
        assertThat(asked).extracting(ChannelFact::field).doesNotHaveDuplicates();
        assertThat(asked).extracting(fact -> fact.channel() + fact.zh()).doesNotHaveDuplicates();
        assertThat(ChannelFact.of("hotline")).isEmpty();
    }

    private static Map<String, String> answers(String channel) {
        var answers = new HashMap<String, String>();
        ChannelFact.of(channel).stream().filter(ChannelFact::required)
                .forEach(fact -> answers.put(fact.zh(), fact.kind() == ChannelFact.Kind.DAY ? "2026-03-01" : "镇便民中心"));
        return answers;
    }

    private VoiceAnswer<TakenDown> take(String channel, Submission said) {
        return desk.take(cast.coordinator(), channel, said, false, new Then.ToTheOffice());
    }

    private static Submission said(Map<String, String> facts, @Nullable Identity identity) {
        var subject = new Subject("没有办成", "跑了两趟没有办成。", null, null, null, null, null, null, null, facts);
        return new Submission("problem", subject, identity, false, false, "zh", List.of(), UUID.randomUUID());
    }
}
