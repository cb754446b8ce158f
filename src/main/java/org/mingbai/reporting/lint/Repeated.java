package org.mingbai.reporting.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingbai.reporting.Doubt;
import org.mingbai.reporting.Doubt.Rule;

/// The same thing counted twice in one text, with two results.
public final class Repeated {

    private static final Pattern SCOPE = Pattern.compile("年|月|季度|周|第一批|第二批|较|同比|每|各|上半|下半|分别|其中|平均|本轮|上轮|首批|首次|人均");
    private static final Pattern FILLING = Pattern.compile("截至目前|目前|截止|截至|累计|共计|总计|总共|先后|已经|共|已|了|约|达到|达|全市|全县|全区|全镇|全省|近|超过|超");
    private static final int KEY_MIN = 6;
    private static final int KEY_MAX = 24;

    /// What a report on work done counts. Of what an economy makes, one year's figure stands beside another's and beside the plan.
    private static final Pattern WORK = Pattern.compile("问题|措施|举措|建议|意见|制度|清单|线索|隐患|诉求|信访|工单|事项|课题|座谈|督办|督查|通知单|反馈|案例|整改|走访|征求");
    private static final Set<String> COUNTED = Set.of("个", "项", "件", "条", "份", "张", "起", "次", "场", "篇", "期", "人次", "名", "人", "家", "户", "处");
    private static final String VERBS = "(查摆|检视|排查|梳理|发现|查找|征集|收集|制定|列出|受理|交办)";
    private static final String THINGS = "(问题|措施|隐患|线索|诉求|意见建议|建议|意见|事项)";
    private static final Pattern THING_BEFORE = Pattern.compile(VERBS + "([\\p{IsHan}]{0,8}?)" + THINGS + "$");
    private static final Pattern VERB_BEFORE = Pattern.compile(VERBS + "(?:出来|出|的|了|出的|到|共)*$");
    private static final Pattern THING_BEHIND = Pattern.compile("^([\\p{IsHan}]{0,6}?)" + THINGS);
    private static final Pattern DONE = Pattern.compile("已|完成|办结|解决|正在|尚未");
    private static final Pattern PLAN = Pattern.compile("力争|目标|预期|计划|拟|将|要|再|左右|以上|不少于|不低于");

    private Repeated() {}

    public static List<Doubt> doubts(String text, List<Figure> figures) {
        var doubts = new ArrayList<Doubt>();
        var seen = new HashMap<String, Figure>();
        int next = 0;
        var begins = Texts.begins(text);
        for (var one : figures) {
            while (next < begins.size() && begins.get(next) <= one.begin()) {
                seen.clear();
                next++;
            }
            if (!one.about()) {
                Stream.of(key(text, one), done(text, one)).filter(key -> !key.isEmpty()).flatMap(key -> other(text, seen, key, one).stream())
                        .findFirst().ifPresent(doubts::add);
            }
        }
        return doubts;
    }

    private static Optional<Doubt> other(String text, Map<String, Figure> seen, String key, Figure one) {
        var before = seen.putIfAbsent(key, one);
        return before == null || before.value().compareTo(one.value()) == 0 ? Optional.empty()
                : Optional.of(new Doubt(Rule.TOLD_TWICE, one.begin(), one.end(),
                        List.of(key.substring(0, key.indexOf('|')), before.words(text), one.words(text))));
    }

    /// 查摆问题50个 and 查摆出的50个问题 are one key: the verb, what qualifies the thing, and the thing.
    private static String done(String text, Figure one) {
        var before = one.before(text);
        var after = one.after(text);
        if (!COUNTED.contains(one.unit()) || SCOPE.matcher(before).find() || PLAN.matcher(before).find() || PLAN.matcher(after).find()
                || DONE.matcher(before).find() || before.indexOf('、') >= 0) {
            return "";
        }
        var thing = THING_BEFORE.matcher(before);
        if (thing.find()) {
            return thing.group(1) + quality(thing.group(2)) + thing.group(3) + "|" + one.unit();
        }
        var verb = VERB_BEFORE.matcher(before);
        var behind = THING_BEHIND.matcher(after);
        return verb.find() && behind.find() ? verb.group(1) + quality(behind.group(1)) + behind.group(2) + "|" + one.unit() : "";
    }

    private static String quality(String words) {
        return words.replaceAll("出来|出|的|了|各类|突出|具体|共|到", "");
    }

    /// What is counted and what was done to it; empty where that says too little, or for what time or part it is.
    private static String key(String text, Figure one) {
        var before = one.before(text);
        var after = one.after(text);
        if (!COUNTED.contains(one.unit()) || SCOPE.matcher(before).find() || PLAN.matcher(before).find() || PLAN.matcher(after).find()) {
            return "";
        }
        var words = FILLING.matcher(before.substring(before.lastIndexOf('、') + 1)).replaceAll("").replaceAll("[^\\p{IsHan}]", "");
        boolean says = words.length() >= KEY_MIN && words.length() <= KEY_MAX && WORK.matcher(words + noun(after)).find();
        return says ? words + "|" + one.unit() + "|" + noun(after) : "";
    }

    private static String noun(String after) {
        return after.replaceAll("[^\\p{IsHan}].*$", "");
    }
}
