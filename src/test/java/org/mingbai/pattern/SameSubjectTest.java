package org.mingbai.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameSubjectTest {

    @Test
    void texts_that_share_a_place_and_what_is_wrong_there_are_one_subject_though_told_differently() {
        var subjects = SameSubject.among(voices());
        assertThat(subjects).anySatisfy(subject -> {
            assertThat(subject.voices()).extracting(Voice::id).containsExactly("a1", "a2", "a3");
            assertThat(subject.places()).anySatisfy(place -> assertThat(place).contains("清泉花园"));
        });
    }

    @Test
    void a_text_that_shares_no_rare_string_with_any_other_is_of_no_subject() {
        assertThat(SameSubject.among(voices())).noneSatisfy(subject -> assertThat(subject.voices()).extracting(Voice::id).contains("lone"));
    }

    @Test
    void nothing_said_is_no_subject() {
        assertThat(SameSubject.among(List.of())).isEmpty();
        assertThat(SameSubject.among(List.of(new Voice("1", "", ""), new Voice("2", "", "")))).isEmpty();
    }

    private static List<Voice> voices() {
        var voices = new ArrayList<Voice>();
        voices.add(new Voice("a1", "清泉花园楼下烧烤店油烟太大", "住在三楼，窗户不敢开，每晚都是油烟味。"));
        voices.add(new Voice("a2", "投诉烧烤店", "清泉花园一楼的烧烤店把烟直接排到楼道里，衣服上全是油烟味，找了物业没有用。"));
        voices.add(new Voice("a3", "清泉花园底商餐馆扰民", "餐馆没有烟道，油烟直排，请环保部门来看看。"));
        voices.add(new Voice("b1", "七路公交车间隔太长", "早高峰等了四十分钟才来一趟七路公交车，上班总迟到。"));
        voices.add(new Voice("b2", "建议增加七路公交车班次", "孩子上学坐七路公交车，经常挤不上去。"));
        voices.add(new Voice("lone", "咨询居住证", "外地户籍如何申领，需要哪些材料？"));
        for (int at = 0; at < 20; at++) {
            voices.add(new Voice("x" + at, "说说第" + (char) ('甲' + at) + "件", "" + (char) ('一' + at * 7) + (char) ('乘' + at * 5) + (char) ('众' + at * 3)));
        }
        return voices;
    }
}
