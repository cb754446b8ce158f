package org.mingbai.reporting.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingbai.reporting.Doubt;
import org.mingbai.reporting.Doubt.Rule;

/// A whole with all its parts told beside it: behind a colon or in brackets, after 分别 or 包括, or before 共计. After 其中 only some need be told, so
/// there they may come to less.
public final class Sums {

    private static final int PARTS_LEAST = 2;

    /// A link of a list says no more than that before its number, in characters.
    private static final int LINK_MAX = 24;
    private static final Pattern ALL_TOLD = Pattern.compile("^[\\p{IsHan}]{0,12}(?:：|（|，分别(?:为|是)|，包括|，即)");
    private static final Pattern SOME_TOLD = Pattern.compile("^[\\p{IsHan}]{0,12}，?(?:其中)");
    private static final Pattern TOTAL = Pattern.compile("^(?:共计|合计|总计|一共|累计共)[\\p{IsHan}]{0,4}$");
    private static final Pattern DONE = Pattern.compile("已|完成|办结|解决|正在|尚未|整改|占");
    private static final Pattern CHANGE = Pattern.compile("比|较|增加|减少|增长|下降|提高|降低");

    private Sums() {}

    public static List<Doubt> doubts(String text, List<Figure> figures) {
        var doubts = new ArrayList<Doubt>();
        for (int at = 0; at < figures.size(); at++) {
            var one = figures.get(at);
            if (one.unit().isEmpty() || one.isRate() || one.about() || CHANGE.matcher(one.before(text)).find()) {
                continue;
            }
            if (TOTAL.matcher(one.before(text)).find()) {
                before(text, figures, at).ifPresent(doubts::add);
            } else {
                behind(text, figures, at).ifPresent(doubts::add);
            }
        }
        return doubts;
    }

    private static Optional<Doubt> behind(String text, List<Figure> figures, int at) {
        var whole = figures.get(at);
        var rest = text.substring(whole.end(), whole.sentenceEnd());
        var all = ALL_TOLD.matcher(rest);
        var some = SOME_TOLD.matcher(rest);
        boolean every = all.find();
        if (!every && (!Parts.COUNTED.contains(whole.unit()) || !some.find())) {
            return Optional.empty();
        }
        int from = whole.end() + (every ? all.end() : some.end());
        int to = end(text, from, whole.sentenceEnd(), every && text.charAt(from - 1) == '（');
        var parts = parts(text, figures.subList(at + 1, figures.size()), whole, from, to);
        var sum = sum(parts);
        boolean wrong = every ? sum.compareTo(whole.value()) != 0 : sum.compareTo(whole.value()) > 0;
        return parts.size() >= PARTS_LEAST && wrong ? Optional.of(doubt(text, whole, sum)) : Optional.empty();
    }

    private static int end(String text, int from, int last, boolean inBrackets) {
        int close = inBrackets ? text.indexOf('）', from) : text.indexOf('；', from);
        return close < 0 ? last : Math.min(last, close);
    }

    /// One after the other, each in its own link of the list; what is told of a part in brackets is none.
    private static List<Figure> parts(String text, List<Figure> later, Figure whole, int from, int to) {
        var parts = new ArrayList<Figure>();
        int depth = 0;
        int seen = from;
        for (var one : later) {
            if (one.end() > to) {
                break;
            }
            for (; seen < one.begin(); seen++) {
                depth += text.charAt(seen) == '（' ? 1 : text.charAt(seen) == '）' ? -1 : 0;
            }
            if (depth > 0) {
                continue;
            }
            boolean told = one.goesWith(whole) && !one.about() && one.before(text).length() < LINK_MAX
                    && !DONE.matcher(one.before(text)).find();
            if (!told) {
                break;
            }
            parts.add(one);
        }
        return parts;
    }

    /// The list right before 共计.
    private static Optional<Doubt> before(String text, List<Figure> figures, int at) {
        var total = figures.get(at);
        var parts = new ArrayList<Figure>();
        for (int back = at - 1; back >= 0; back--) {
            var one = figures.get(back);
            if (one.sentence() != total.sentence() || !one.goesWith(total) || one.about() || text.substring(one.end(), total.begin()).indexOf('；') >= 0) {
                break;
            }
            parts.add(one);
        }
        var sum = sum(parts);
        return parts.size() >= PARTS_LEAST && sum.compareTo(total.value()) != 0 ? Optional.of(doubt(text, total, sum)) : Optional.empty();
    }

    private static BigDecimal sum(List<Figure> parts) {
        return parts.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Doubt doubt(String text, Figure whole, BigDecimal sum) {
        return new Doubt(Rule.SUM_DIFFERS, whole.begin(), whole.end(), List.of(whole.words(text), sum.stripTrailingZeros().toPlainString() + whole.unit()));
    }
}
