package org.mingbai.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {

    private static final List<String> STREETS = List.of("青禾路", "桥东街", "南门巷", "柳荫道", "河沿路", "钟楼街", "石桥巷", "文昌路", "北关街", "新塘路",
            "杏林巷", "东湖道");

    @Test
    void a_text_is_guessed_to_be_of_the_category_whose_words_it_uses() {
        var classifier = learned(examples());
        assertThat(classifier.guess("望江路路灯又坏了", "晚上一片漆黑，路灯三天不亮，老人出门看不见路。").category()).isEqualTo("照明");
        assertThat(classifier.guess("垃圾没人清运", "楼下垃圾桶满了，垃圾堆成小山，臭味很大。").category()).isEqualTo("环卫");
    }

    @Test
    void the_words_that_told_stand_in_the_text() {
        var text = "望江路的路灯坏了，晚上漆黑一片。";
        var guess = learned(examples()).guess("路灯不亮", text);
        assertThat(guess.why()).isNotEmpty().allSatisfy(word -> assertThat("路灯不亮 " + text.replaceAll("[，。]", " ")).contains(word));
        assertThat(guess.why()).anySatisfy(word -> assertThat(word).contains("路灯"));
    }

    @Test
    void confidences_are_shares_of_one_and_the_guess_has_the_largest() {
        var guess = learned(examples()).guess("路灯不亮", "路灯坏了");
        assertThat(guess.confidence()).isBetween(0.5, 1.0);
        assertThat(guess.others()).allSatisfy(other -> assertThat(other.confidence()).isBetween(0.0, guess.confidence()));
        assertThat(guess.others()).extracting(Guess.Other::category).doesNotContain(guess.category()).hasSize(2);
    }

    @Test
    void the_same_examples_always_teach_the_same() {
        var one = learned(examples());
        var other = learned(examples());
        assertThat(one.guess("路口积水", "下雨就积水，垃圾漂在上面")).isEqualTo(other.guess("路口积水", "下雨就积水，垃圾漂在上面"));
        assertThat(one.categories()).isEqualTo(other.categories());
    }

    @Test
    void what_was_kept_apart_while_learning_tells_how_far_guesses_hold() {
        var many = new ArrayList<>(examples());
        many.addAll(examples());
        assertThat(learned(many).held()).isGreaterThan(0.9);
        assertThat(learned(examples().subList(0, 26)).held()).as("too few to keep any apart").isNaN();
    }

    @Test
    void a_text_without_a_known_word_is_of_the_commonest_category_with_no_more_confidence_than_its_share() {
        var examples = new ArrayList<>(examples());
        examples.addAll(examples.stream().filter(it -> it.category().equals("环卫")).toList());
        var guess = learned(examples).guess("", "zzz");
        assertThat(guess.category()).isEqualTo("环卫");
        assertThat(guess.confidence()).isBetween(0.49, 0.51);
        assertThat(guess.why()).isEmpty();
    }

    @Test
    void one_category_is_nothing_to_tell_apart_and_an_example_without_one_is_passed_over() {
        assertThat(Classifier.train(List.of(new Example("路灯", "坏了", "照明"), new Example("垃圾", "没人清", " "))))
                .isEqualTo(new Training.NothingToTellApart(1, 1));
        assertThat(Classifier.train(List.of())).isEqualTo(new Training.NothingToTellApart(0, 0));
    }

    @Test
    void examples_without_any_words_do_no_harm() {
        var examples = new ArrayList<>(examples());
        examples.add(new Example("", "", "照明"));
        examples.add(new Example("，。！", "　", "环卫"));
        assertThat(learned(examples).guess("路灯不亮", "路灯坏了").category()).isEqualTo("照明");
    }

    @Test
    void a_few_examples_are_enough_to_learn_from_though_nothing_leads_from_one_to_another() {
        var classifier = learned(List.of(new Example("路灯", "坏了", "照明"), new Example("路灯又坏", "坏了", "照明"), new Example("垃圾", "没人清", "环卫"),
                new Example("垃圾成堆", "没人清", "环卫")));
        assertThat(classifier.guess("路灯坏了", "").category()).isEqualTo("照明");
        assertThat(classifier.guess("垃圾没人清", "").category()).isEqualTo("环卫");
    }

    private static Classifier learned(List<Example> examples) {
        return ((Training.Learned) Classifier.train(examples)).classifier();
    }

    private static List<Example> examples() {
        var examples = new ArrayList<Example>();
        for (var street : STREETS) {
            examples.add(new Example(street + "路灯不亮", street + "的路灯坏了好几天，晚上漆黑，没有人来修。", "照明"));
            examples.add(new Example(street + "垃圾无人清运", street + "垃圾桶满了，垃圾堆在路边发臭，请派人清运。", "环卫"));
            examples.add(new Example(street + "下雨积水", street + "一下雨就积水，下水道堵塞，水漫过脚踝。", "排水"));
        }
        return examples;
    }
}
