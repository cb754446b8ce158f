package org.mingbai.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;

/// What a clerk is shown while writing down what somebody says.
@MingbaiTest
class LikenessesTest {

    private static final String LETTER = "我们是望江小区的住户，小区南门外的工地每天夜里十一点以后还在打桩，老人和孩子无法入睡，多次拨打电话无人处理。";

    @Autowired Likenesses likenesses;
    @Autowired Ledger ledger;
    @Autowired SmallTown town;

    @Autowired LikenessPanel panel;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town() {
        cast = town.layOut();
    }

    @Test
    void a_letter_sent_again_is_a_copy_and_says_how_much_is_the_same() {
        var first = raised("望江小区夜间施工扰民", LETTER, null);
        raised("学校食堂涨价", "食堂的菜又涨价了，家长没有收到通知。", null);
        assertThat(likenesses.of(cast.tenant(), "再次反映望江小区夜间施工扰民", LETTER.replace("多次拨打电话", "打了很多次电话"), "", 5))
                .first().satisfies(likeness -> {
                    assertThat(likeness.matter()).isEqualTo(first);
                    assertThat(likeness.kind()).isEqualTo(Likeness.Kind.COPY);
                    assertThat(likeness.share()).isBetween(0.5, 1.0);
                });
    }

    @Test
    void while_only_the_title_is_written_matters_of_the_same_place_and_thing_are_found_with_the_words_they_share() {
        var first = raised("清泉花园烧烤店油烟扰民", "窗户不敢开，每晚都是油烟味。", "清泉花园");
        raised("路灯不亮", "晚上一片漆黑。", "青禾路");
        assertThat(likenesses.of(cast.tenant(), "烧烤店油烟", "", "清泉花园", 5)).singleElement().satisfies(likeness -> {
            assertThat(likeness.matter()).isEqualTo(first);
            assertThat(likeness.kind()).isEqualTo(Likeness.Kind.SUBJECT);
            assertThat(likeness.words()).contains("清泉花园", "烧烤店油烟");
        });
    }

    @Test
    void what_nobody_has_said_is_like_nothing() {
        raised("望江小区夜间施工扰民", LETTER, null);
        assertThat(likenesses.of(cast.tenant(), "咨询居住证如何申领", "外地户籍需要哪些材料？", "", 5)).isEmpty();
        assertThat(likenesses.of(cast.tenant(), "", "", "", 5)).isEmpty();
    }

    @Test
    void another_account_is_never_looked_into() {
        raised("望江小区夜间施工扰民", LETTER, null);
        var other = town.layOut();
        assertThat(likenesses.of(other.tenant(), "望江小区夜间施工扰民", LETTER, "", 5)).isEmpty();
    }

    @Test
    void a_corrected_text_is_found_by_what_it_says_now() {
        var matter = raised("路灯坏了", "晚上一片漆黑，走路要打手电。", null);
        assertThat(ledger.act(cast.coordinator(), matter, new Act.Correct(1, Subject.Item.TEXT, LETTER, "来电人更正"), UUID.randomUUID(), null))
                .isInstanceOf(Answer.Done.class);
        index();
        assertThat(likenesses.of(cast.tenant(), "路灯坏了", LETTER, "", 5)).first()
                .satisfies(it -> assertThat(it.share()).isEqualTo(1.0)).extracting(Likeness::matter).isEqualTo(matter);
    }

    @Test
    void the_list_is_no_longer_than_asked() {
        for (int at = 0; at < 4; at++) {
            raised("望江小区夜间施工扰民", LETTER, null);
        }
        assertThat(likenesses.of(cast.tenant(), "望江小区夜间施工扰民", LETTER, "", 3)).hasSize(3);
    }

    @Test
    void whoever_lists_sees_beside_a_matter_what_it_may_repeat_and_nobody_sees_what_is_kept_from_them() {
        var first = raised("望江小区夜间施工扰民", LETTER, null);
        var again = raised("再次反映望江小区夜间施工扰民", LETTER, null);
        var secret = ((Answer.Done) ledger.raise(cast.roadsHandler(), "rectification", Subject.of("望江小区夜间施工扰民", LETTER).about(List.of(cast.office())),
                UUID.randomUUID())).matter().id();
        index();
        assertThat(panel(cast.coordinator(), again)).singleElement().satisfies(row -> {
            assertThat(row.href()).isEqualTo("/matters/" + first.value());
            assertThat(row.copy()).isTrue();
            assertThat(row.percent()).isBetween(50, 100);
        });
        assertThat(panel(cast.coordinator(), first)).extracting(LikenessesTold.Row::href).doesNotContain("/matters/" + secret.value());
        assertThat(panel(cast.checker(), again)).isEmpty();
    }

    @Test
    void joining_is_offered_only_where_one_of_them_could_take_it_in() {
        var first = raised("望江小区夜间施工扰民", LETTER, null);
        var again = raised("再次反映望江小区夜间施工扰民", LETTER, null);
        assertThat(told(again).mergeHref()).contains("/matters/" + again.value() + "/acts/merger");
        assertThat(ledger.act(cast.coordinator(), first, new Act.Decline("不属本镇", "请向区里反映"), UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
        assertThat(told(again).rows()).hasSize(1);
        assertThat(told(again).mergeHref()).isEmpty();
    }

    @Test
    void what_was_joined_to_a_matter_is_not_offered_beside_it_again() {
        var first = raised("望江小区夜间施工扰民", LETTER, null);
        var again = raised("再次反映望江小区夜间施工扰民", LETTER, null);
        assertThat(ledger.act(cast.coordinator(), again, new Act.Merge(first, "同一工地"), UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
        assertThat(panel(cast.coordinator(), first)).isEmpty();
    }

    private LikenessesTold told(MatterId id) {
        return (LikenessesTold) panel.of(cast.coordinator(), ledger.matter(cast.coordinator(), id).orElseThrow()).orElseThrow().page();
    }

    private List<LikenessesTold.Row> panel(SignedIn who, MatterId id) {
        return panel.of(who, ledger.matter(who, id).orElseThrow()).map(content -> ((LikenessesTold) content.page()).rows()).orElse(List.of());
    }

    private MatterId raised(String title, String text, @org.jspecify.annotations.Nullable String place) {
        var answer = ledger.raise(cast.coordinator(), "rectification", new Subject(title, text, null, null, null, null, place, null, null, Map.of()),
                UUID.randomUUID());
        index();
        return ((Answer.Done) answer).matter().id();
    }

    private void index() {
        while (likenesses.catchUp() > 0) {
            Thread.onSpinWait();
        }
    }
}
