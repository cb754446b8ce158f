package org.mingbai.reporting.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.reporting.Doubt;
import org.mingbai.reporting.Doubt.Rule;

/// What was sent out against what came back, and "all done" against what is still open, within a paragraph.
public final class Against {

    private static final Set<String> PAPERS = Set.of("份", "张", "件", "封");
    private static final Pattern OUT = Pattern.compile("发出|发放|下发|印发|制发|发送|寄出|交办通知|通知单");
    private static final Pattern NEEDS_NO_ANSWER = Pattern.compile("提示单|预警单|约谈|宣传|手册|简报|折页|明白纸|倡议书|一封信");
    private static final Pattern BACK = Pattern.compile("收到|收回|回收|反馈单|回函|回复|收集到(?:问卷|调查表|回)");
    private static final Pattern PAPER = Pattern.compile("单|函|问卷|调查表|表|书|卷");
    private static final Pattern ALL_DONE = Pattern.compile("(?:全部|均已|已全部|全面)[^，。；\\n]{0,6}?(?:整改到位|整改完成|完成整改|整改完毕|整改|办结|解决|销号|清零)"
            + "|(?:整改|办结|解决|销号)(?:完成)?率(?:达到?|为|均为|均达)?(?:100%|百分之百)");
    private static final Pattern OPEN = Pattern.compile("(?:正在(?:整改|推进|办理)|尚未|未(?:整改|完成|办结|解决|销号)|仍有|还有|剩余|余下)[^，。；\\n]{0,10}$");
    private static final Pattern THING = Pattern.compile("问题|事项|任务|诉求|线索|隐患|措施|工单|办结|整改|解决|销号");

    private Against() {}

    public static List<Doubt> doubts(String text, List<Figure> figures) {
        var doubts = new ArrayList<Doubt>();
        int begin = 0;
        while (begin <= text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            int from = begin;
            int to = end;
            var own = figures.stream().filter(one -> one.begin() >= from && one.end() <= to).toList();
            back(text, own, doubts);
            open(text, from, to, own, doubts);
            begin = end + 1;
        }
        return doubts;
    }

    private static void back(String text, List<Figure> figures, List<Doubt> doubts) {
        @Nullable Figure first = null;
        var out = BigDecimal.ZERO;
        var unit = "";
        boolean sending = false;
        int sentence = -1;
        for (var one : figures) {
            if (one.sentence() != sentence) {
                sentence = one.sentence();
                first = null;
                out = BigDecimal.ZERO;
                sending = false;
            }
            if (!PAPERS.contains(one.unit())) {
                continue;
            }
            var before = last(one.before(text));
            boolean back = BACK.matcher(before).find() && PAPER.matcher(before + one.after(text)).find();
            if (back && first != null && unit.equals(one.unit()) && one.value().compareTo(out) > 0) {
                doubts.add(new Doubt(Rule.MORE_BACK_THAN_OUT, one.begin(), one.end(), List.of(one.words(text), out.toPlainString() + unit)));
                first = null;
            } else if (!back && (OUT.matcher(one.before(text)).find() || sending && one.clause() == first(first, one).clause())) {
                sending = true;
                first = first(first, one);
                unit = one.unit();
                out = NEEDS_NO_ANSWER.matcher(before).find() ? out : out.add(one.value());
            }
        }
    }

    private static Figure first(@Nullable Figure first, Figure one) {
        return first == null ? one : first;
    }

    /// The last link of a list: 通知单50张、提示单90.
    private static String last(String before) {
        return before.substring(before.lastIndexOf('、') + 1);
    }

    private static void open(String text, int from, int to, List<Figure> figures, List<Doubt> doubts) {
        var all = ALL_DONE.matcher(text).region(from, to);
        if (!all.find()) {
            return;
        }
        figures.stream().filter(one -> one.value().signum() > 0 && !one.isRate() && OPEN.matcher(one.before(text)).find()
                        && THING.matcher(text.substring(one.sentence(), one.sentenceEnd())).find())
                .findFirst().ifPresent(one -> doubts.add(new Doubt(Rule.ALL_DONE_BESIDE_OPEN, one.begin(), one.end(),
                        List.of(text.substring(all.start(), all.end()), one.words(text)))));
    }
}
