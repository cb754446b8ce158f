package org.mingbai.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearCopiesTest {

    private static final String LETTER = "我们是望江小区的住户，小区南门外的工地每天夜里十一点以后还在打桩，老人和孩子无法入睡，多次拨打电话无人处理，请尽快制止夜间施工。";

    @Test
    void a_letter_sent_again_with_a_few_words_changed_is_a_copy() {
        assertThat(ids(new Voice("1", "夜间施工扰民", LETTER), new Voice("2", "食堂", "学校食堂的菜又涨价了，家长没有收到任何通知，想知道依据是什么。"),
                new Voice("3", "再次反映夜间施工扰民", LETTER.replace("多次拨打电话无人处理", "打过很多次电话都没有人管")))).containsExactly(List.of("1", "3"));
    }

    @Test
    void signs_widths_and_case_do_not_matter() {
        assertThat(ids(new Voice("1", "KTV 噪音", LETTER), new Voice("2", "ｋｔｖ噪音！", LETTER.replace("，", " , ").replace("。", "!!!\n"))))
                .containsExactly(List.of("1", "2"));
    }

    @Test
    void another_story_about_the_same_place_is_no_copy() {
        assertThat(ids(new Voice("1", "夜间施工扰民", LETTER),
                new Voice("2", "望江小区停水", "我们是望江小区的住户，这个星期已经停水三次，每次都没有提前通知，请说明原因并告知何时恢复。"))).isEmpty();
    }

    @Test
    void who_copies_a_copy_is_of_the_group() {
        var second = LETTER.replace("我们是望江小区的住户", "本人住在望江小区");
        var third = second.replace("请尽快制止夜间施工", "希望有关部门出面管一管").replace("多次拨打", "打了");
        assertThat(Shingles.likeness(Shingles.of("施工", LETTER), Shingles.of("施工", third))).as("no copy of the first").isLessThan(Shingles.COPY_FROM);
        assertThat(ids(new Voice("1", "施工", LETTER), new Voice("2", "施工", second), new Voice("3", "施工", third))).containsExactly(List.of("1", "2", "3"));
    }

    @Test
    void texts_without_letters_are_copies_of_nothing() {
        assertThat(ids(new Voice("1", "", ""), new Voice("2", "", ""), new Voice("3", "……", "！"))).isEmpty();
    }

    @Test
    void very_short_texts_are_copies_when_they_are_the_same() {
        assertThat(ids(new Voice("1", "停水", ""), new Voice("2", "停水！", ""), new Voice("3", "停电", ""))).containsExactly(List.of("1", "2"));
    }

    @Test
    void no_pair_that_is_alike_enough_is_missed_by_looking_up_only_rare_runs() {
        var voices = new ArrayList<Voice>();
        var random = new java.util.Random(5);
        for (int at = 0; at < 120; at++) {
            var said = new StringBuilder(voices.isEmpty() || random.nextInt(3) == 0 ? LETTER : voices.get(random.nextInt(voices.size())).body());
            for (int change = random.nextInt(12); change > 0; change--) {
                said.setCharAt(random.nextInt(said.length()), (char) ('一' + random.nextInt(60)));
            }
            voices.add(new Voice("" + at, "", said.toString()));
        }
        var groups = NearCopies.among(voices);
        for (var one : voices) {
            for (var other : voices) {
                double likeness = Shingles.likeness(Shingles.of("", one.body()), Shingles.of("", other.body()));
                if (one != other && likeness >= Shingles.COPY_FROM) {
                    assertThat(groups).as("%s and %s", one.id(), other.id()).anyMatch(group -> group.contains(one) && group.contains(other));
                }
            }
        }
    }

    private static List<List<String>> ids(Voice... voices) {
        return NearCopies.among(List.of(voices)).stream().map(group -> group.stream().map(Voice::id).toList()).toList();
    }
}
