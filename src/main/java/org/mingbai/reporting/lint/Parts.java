package org.mingbai.reporting.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingbai.reporting.Doubt;
import org.mingbai.reporting.Doubt.Rule;

/// Wholes and their parts within a sentence: what is found, done and open, and the rate that is given for it.
public final class Parts {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final Pattern FOUND = Pattern.compile("发现|查摆|检视|梳理|排查|查找|列出|列入|收集|征集|受理|交办|接收|认领|转办|接到|确定|建账|摸排|查出|共有|共计|共|总计|累计");
    private static final Pattern DONE = Pattern.compile("已|完成|办结|整改到位|解决|销号|化解|落实|整改了|办理完毕");
    private static final Pattern OPEN = Pattern.compile("正在|推进中|整改中|办理中|未整改|未完成|未办结|未解决|未销号|尚未|剩余|其余|余下|还有|仍有|持续推进|长期");
    private static final Pattern DONE_BEHIND = Pattern.compile("^[^，、（]{0,6}(?:已|得到|整改到位|完成|办结|解决|销号)");
    private static final Pattern OPEN_BEHIND = Pattern.compile("^[^，、（]{0,6}(?:正在|尚未|未|推进中|整改中)");
    private static final Pattern RATE = Pattern.compile("(?:整改|完成|办结|解决|销号|化解|落实|办理)率");
    private static final Pattern ROUGHLY = Pattern.compile("约|近|超|以上|左右|基本|不低于|大于");
    private static final Pattern CHANGE = Pattern.compile("比|较|增加|减少|增长|下降|提高|降低");
    /// Things one by one; of money and land a list goes on to other things.
    static final Set<String> COUNTED = Set.of("个", "项", "件", "条", "份", "张", "起", "人", "名", "户", "家", "次", "篇", "场");
    private static final Pattern AMONG = Pattern.compile("其中");

    private Parts() {}

    public static List<Doubt> doubts(String text, List<Figure> figures) {
        var doubts = new ArrayList<Doubt>();
        int at = 0;
        while (at < figures.size()) {
            int end = at;
            while (end < figures.size() && figures.get(end).sentence() == figures.get(at).sentence()) {
                end++;
            }
            sentence(text, figures.subList(at, end), doubts);
            at = end;
        }
        return doubts;
    }

    private static void sentence(String text, List<Figure> figures, List<Doubt> doubts) {
        among(text, figures, doubts);
        for (int at = 0; at < figures.size(); at++) {
            var whole = figures.get(at);
            if (!whole.isRate() && !whole.about() && isFound(text, whole)) {
                held(text, whole, figures.subList(at + 1, figures.size()), doubts);
            }
        }
    }

    private static boolean isFound(String text, Figure one) {
        var before = one.before(text).substring(one.before(text).lastIndexOf('：') + 1);
        return FOUND.matcher(before).find() && !DONE.matcher(before.replace("已发现", "").replace("已受理", "")).find() && !OPEN.matcher(before).find();
    }

    /// What is done and open of it, up to the next whole that is counted alike.
    private static void held(String text, Figure whole, List<Figure> later, List<Doubt> doubts) {
        Optional<Figure> done = Optional.empty();
        Optional<Figure> open = Optional.empty();
        Optional<Figure> rate = Optional.empty();
        for (var one : later) {
            if (one.goesWith(whole) && isFound(text, one)) {
                break;
            }
            if (one.isRate() && rate.isEmpty() && RATE.matcher(one.before(text)).find()) {
                rate = Optional.of(one);
            } else if (one.goesWith(whole) && open.isEmpty() && isOpen(text, one)) {
                open = Optional.of(one);
            } else if (one.goesWith(whole) && done.isEmpty() && isDone(text, one)) {
                done = Optional.of(one);
            }
        }
        if (done.isPresent() && done.get().value().compareTo(whole.value()) > 0) {
            doubts.add(doubt(Rule.DONE_MORE_THAN_FOUND, text, done.get(), whole.words(text), done.get().words(text)));
            return;
        }
        if (done.isPresent() && open.isPresent() && !done.get().about() && !open.get().about()
                && done.get().value().add(open.get().value()).compareTo(whole.value()) != 0) {
            doubts.add(doubt(Rule.PARTS_DO_NOT_ADD_UP, text, whole, whole.words(text), done.get().words(text), open.get().words(text)));
        }
        if (done.isPresent() && rate.isPresent() && whole.value().signum() > 0 && isOther(text, rate.get(), done.get().value(), whole.value())) {
            var given = done.get().value().multiply(ALL).divide(whole.value(), 1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "%";
            doubts.add(doubt(Rule.RATE_DIFFERS, text, rate.get(), rate.get().words(text), done.get().words(text), whole.words(text), given));
        }
    }

    private static boolean isDone(String text, Figure one) {
        return DONE.matcher(one.before(text)).find() || DONE_BEHIND.matcher(one.after(text)).find();
    }

    private static boolean isOpen(String text, Figure one) {
        return OPEN.matcher(one.before(text)).find() || OPEN_BEHIND.matcher(one.after(text)).find();
    }

    private static boolean isOther(String text, Figure rate, BigDecimal done, BigDecimal whole) {
        if (ROUGHLY.matcher(rate.before(text)).find() || ROUGHLY.matcher(rate.after(text)).find()) {
            return false;
        }
        var given = done.multiply(ALL).divide(whole, 6, RoundingMode.HALF_UP);
        var last = BigDecimal.ONE.movePointLeft(Math.max(0, rate.value().scale()));
        return given.subtract(rate.value()).abs().compareTo(last) > 0;
    }

    /// 其中: no part is larger than what it is of.
    private static void among(String text, List<Figure> figures, List<Doubt> doubts) {
        if (figures.isEmpty()) {
            return;
        }
        int last = figures.getFirst().sentenceEnd();
        for (var at = AMONG.matcher(text).region(figures.getFirst().sentence(), last); at.find();) {
            int place = at.start();
            int end = endOfParts(text, at.end(), last);
            var whole = figures.stream().filter(one -> one.end() <= place && !one.isRate()).reduce((_, later) -> later)
                    .filter(one -> !one.about() && !CHANGE.matcher(one.before(text)).find());
            figures.stream().filter(one -> one.begin() > place && one.end() <= end && whole.filter(one::goesWith).isPresent())
                    .filter(one -> COUNTED.contains(one.unit()) || text.substring(place, one.begin()).indexOf('，') < 0)
                    .filter(one -> one.value().compareTo(whole.get().value()) > 0).findFirst()
                    .ifPresent(one -> doubts.add(doubt(Rule.PART_LARGER, text, one, one.words(text), whole.get().words(text))));
        }
    }

    private static int endOfParts(String text, int from, int last) {
        int next = text.indexOf("其中", from);
        int half = text.indexOf('；', from);
        return Math.min(last, Math.min(next < 0 ? last : next, half < 0 ? last : half));
    }

    private static Doubt doubt(Rule rule, String text, Figure one, String... args) {
        return new Doubt(rule, one.begin(), one.end(), List.of(args));
    }
}
