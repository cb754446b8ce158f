package org.mingbai.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The words a text is found by: two characters each in Chinese, whole words in other scripts. Width and case do not matter.
final class AnswerWords {

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]{2,40}");
    /// What every question says, so that it tells none from another.
    private static final Set<String> EVERYWHERE = Set.of("请问", "怎么", "什么", "我们", "你们", "一个", "一下", "可以", "这个", "那个", "没有", "还有", "还是",
            "时候", "哪里", "如何", "现在", "已经", "么办", "我想", "想问", "问一", "the", "is", "of", "to", "in", "and", "how", "what", "where", "when", "can", "do");

    private AnswerWords() {}

    static Set<String> of(String text) {
        var words = new TreeSet<String>();
        var runs = RUN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (runs.find()) {
            var run = runs.group();
            if (Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN) {
                int[] signs = run.codePoints().toArray();
                for (int at = 0; at + 1 < signs.length; at++) {
                    words.add(new String(signs, at, 2));
                }
            } else {
                words.add(run);
            }
        }
        words.removeAll(EVERYWHERE);
        return words;
    }
}
