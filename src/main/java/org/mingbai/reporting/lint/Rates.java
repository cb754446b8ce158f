package org.mingbai.reporting.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingbai.reporting.Doubt;
import org.mingbai.reporting.Doubt.Rule;

/// Percentages: shares beyond all, lists of shares, and what is said to rise or fall.
public final class Rates {

    private static final int NEAR = 16;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal ROUNDING = new BigDecimal("0.5");

    /// Shares that come to so much are no shares of one whole.
    private static final BigDecimal WHOLES = BigDecimal.valueOf(150);
    private static final Pattern SHARE = Pattern.compile("率|占|比例|比重|满意度|知晓度|安全感|获得感|进度|覆盖");
    private static final Pattern GROWTH = Pattern.compile("增长|增幅|增速|增加|上升|提高|提升|上涨|翻|超额|同比|环比|拨备|负债|杠杆|回报|贡献|偿付|增值|目标任务|计划|"
            + "任务的|目标的|序时|倍率|周转|利润率|换手|流动比|速动比|平衡率|抽检率");
    /// 提高到 names where a rate stands, not by how much it grew.
    private static final Pattern LEVEL = Pattern.compile("(?:增长|上升|提高|提升|增加|上涨|下降|降低|提|增|升|降)(?:到|至|为)");
    private static final Pattern FALL = Pattern.compile("下降|减少|压减|下调|降低|压缩|缩短|缩减|降幅|精简");
    private static final Pattern RISE = Pattern.compile("增长|增加|上升|提高|提升|上涨|增幅");
    private static final Pattern SOME_OF = Pattern.compile("^的(?!增|速|涨|关税|年均|高速|税|利|目标|任务|投资|资金|幅度|水平)");

    /// What is planned may be done more than wholly.
    private static final Pattern PLANNED = Pattern.compile("(?:投资|任务|计划|目标|年度|预算|收入|进度|产量|产值|指标)[^，。；]{0,4}完成率");
    private static final Pattern UP = Pattern.compile("(?:增加|上升|提高|提升|增长|扩大|拓展|上涨|增|升)(?:到|至|为)\\D{0,3}$");
    private static final Pattern DOWN = Pattern.compile("(?:减少|下降|降低|压减|缩短|压缩|缩减|下调|降|减)(?:到|至|为)\\D{0,3}$");
    private static final Pattern FROM = Pattern.compile("(?:由|从)[^，。；]{0,14}$");
    private static final Pattern SHARES = Pattern.compile("分别占|占比分别为|比例分别为|比重分别为");

    private Rates() {}

    public static List<Doubt> doubts(String text, List<Figure> figures) {
        var doubts = new ArrayList<Doubt>();
        for (int at = 0; at < figures.size(); at++) {
            var one = figures.get(at);
            if (one.isRate() && one.value().compareTo(ALL) > 0 && isShare(text, one)) {
                doubts.add(new Doubt(Rule.RATE_OUT_OF_RANGE, one.begin(), one.end(), List.of(one.words(text))));
            }
            if (at + 1 < figures.size()) {
                wrongWay(text, one, figures.get(at + 1), doubts);
            }
        }
        shares(text, figures, doubts);
        return doubts;
    }

    /// A share of a whole, a part of some people or things, or a fall: none of these goes beyond all.
    private static boolean isShare(String text, Figure one) {
        var before = level(one.before(text));
        var near = before.substring(Math.max(0, before.length() - NEAR));
        if (FALL.matcher(near).find() && !RISE.matcher(near).find()) {
            return true;
        }
        boolean share = SHARE.matcher(near).find() || SOME_OF.matcher(one.after(text)).find();
        return share && Stream.of(GROWTH, PLANNED).noneMatch(other -> other.matcher(before).find()) && !GROWTH.matcher(level(one.after(text))).find();
    }

    private static String level(String words) {
        return LEVEL.matcher(words).replaceAll("").replace("增加值", "");
    }

    private static void wrongWay(String text, Figure one, Figure next, List<Doubt> doubts) {
        if (one.clause() != next.clause() || !one.unit().isEmpty() && !next.unit().isEmpty() && !one.unit().equals(next.unit())
                || !FROM.matcher(one.before(text)).find()) {
            return;
        }
        var between = text.substring(one.end(), next.begin());
        int way = one.value().compareTo(next.value());
        if (way > 0 && UP.matcher(between).find() || way < 0 && DOWN.matcher(between).find()) {
            doubts.add(new Doubt(Rule.WRONG_WAY, one.begin(), next.end(), List.of(text.substring(one.begin(), next.end()))));
        }
    }

    private static void shares(String text, List<Figure> figures, List<Doubt> doubts) {
        for (var at = SHARES.matcher(text); at.find();) {
            int from = at.end();
            var listed = figures.stream().filter(one -> one.isRate() && one.begin() >= from).toList();
            if (listed.isEmpty()) {
                continue;
            }
            int end = listed.getFirst().sentenceEnd();
            var shares = listed.stream().filter(one -> one.end() <= end).toList();
            var sum = shares.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (shares.size() > 1 && listed.getFirst().begin() - from < 12 && sum.compareTo(ALL.add(ROUNDING)) > 0
                    && sum.compareTo(WHOLES) < 0) {
                doubts.add(new Doubt(Rule.SHARES_OVER_ALL, shares.getFirst().begin(), shares.getLast().end(), List.of(sum.toPlainString() + "%")));
            }
        }
    }
}
