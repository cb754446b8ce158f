package org.mingbai.intake.sheet.words;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether words say that something is done. Done in part, nearly done, done to 80 % and about to be done are not done.
public final class States {

    private static final Pattern SHARE = Pattern.compile("(?:完成|进度|整改|推进|销号|办结|进展|达|实现|落实)[^，。；,;\\n]{0,10}?(\\d+(?:\\.\\d+)?)\\s*[%％]|^\\D{0,"
            + "4}(\\d+(?:\\.\\d+)?)\\s*[%％]$");
    private static final Pattern FRACTION = Pattern.compile("(\\d+)\\s*[/／]\\s*(\\d+)|(\\d+)[项个条件家].{0,10}?(?:已|现)?(?:完成|整改|销号|办结|落实)(?:整改|了|"
            + "其中)?(\\d+)[项个条件家]|(?:共|计)(\\d+)[项个条件家].{0,12}?(?:完成|整改|销号|办结)(\\d+)|(?:完成|整改|销号|办结)(\\d+)[项个条件家][^。；;]{0,3}(?:总共|共|共计|合计|总计)(\\d+)");
    private static final Pattern LEFT = Pattern.compile("剩余|其余|余下|还有|尚有|仍有|还剩|尚余|未完|另有");
    private static final Pattern NOT = Pattern.compile("未|尚|没有|没完|不到位|不彻底|不同意|不予|不通过|退回|不合格|接近|临近|正在|正按|正由|正积极|推进中|进行中|整改中|办理中|处理中|处置中|落实中|实施中|施工中|"
            + "建设中|销号中|无法|不能|难以|未能|暂停|停工|受阻|确保|时序|快要?完成|正完成|除.{1,10}外|(?:申请|上报|提请|报请|报送).{0,4}销号|基本|部分|初步|阶段性|大部|大体|即将|拟|待|预计|计划|力争|争取|逾期"
            + "|超期|延期|滞后|挂账|暂缓|有序|按时序|序时|稳步|加快|着手|筹备|启动|部署|制定方案|正常推进|持续推进|长期推进|推进$|跟踪|督促");
    /// Words that hold one of those above and say nothing of the kind: 接待, 未成年人, 基本公共卫生.
    private static final Pattern INNOCENT = Pattern.compile("接待|等待|招待|待遇|期待|善待|对待|看待|待产|待诊|待检|模拟|虚拟|未成年人?|未来|时尚|高尚|崇尚|计划生育|基本(?=公共|医疗|药物|养老|农田|生活|功|情况|"
            + "信息|建设|制度|条件|保障|民生)|不能(?=及时|按时|有效)|部分(?=医院|科室|单位|群众|村|干部)");
    /// A bracket that only tells when, or where the proof is.
    private static final Pattern ASIDE = Pattern.compile("[(（][^()（）]*?(?:\\d{1,2}[日号月]|\\d{4}[年./-]|附件|详见|见)[^()（）%％]*[)）]");
    private static final Pattern NUMBERED = Pattern.compile("^(?:(?:第?[一二三四五六七八九十]+|\\d{1,2})[、.．)）](?!\\d)|[(（](?:[一二三四五六七八九十]+"
            + "|\\d{1,2})[)）]|[①-⑳⑴-⒇]|[一二三四五六七八九十]是|"
            + "(?:措施|问题|第)[一二三四五六七八九十\\d]+[项条个]?[:：]?(?=已|均|全))+");
    private static final Pattern CLAUSES = Pattern.compile("[，。；,;！!\\n]+|(?=[①-⑳⑴-⒇])");
    /// `12月底前完成` is a promise, `10月底前已完成` a report.
    private static final Pattern PROMISE = Pattern.compile("前(?:全面|全部|可|能|按期|如期)?(?:完成|办结|销号|整改|解决|落实)");
    private static final Pattern LATER = Pattern.compile("持续|继续|长期|下一步|下步|今后|将|进一步|巩固|坚持|常态");
    private static final Pattern ENGLISH_COUNT = Pattern.compile("(\\d+)\\s*(?:out of|of|/)\\s*(\\d+)");
    private static final Pattern FOR_GOOD = Pattern.compile("^(?:长期|持续|继续|常态)");
    private static final Pattern DONE = Pattern.compile("^(?:目前|现|现已|截至.{0,12}|截止.{0,12}|经.{0,8}|该|此|本|上述|所有|全部|各项|相关|问题|隐患|整改|工作|任务|措施|事项|项目|均|都|已|己|"
            + "全面|全|按期|按时|如期|提前|于|\\d{1,4}年|\\d{1,2}月|\\d{1,2}日|月?底|前|[\\d.\\-/]{3,10})*(?:完成|完毕|办结|销号|到位|解决|结案|归档|完结|清零|闭环|完工|竣工|整改|落实|办理完毕|处理完毕|修复|"
            + "消除|验收)(?:整改|销号|任务|工作|验收|整治|落实|办理|处理|到位|完毕|完成|全部|了|并|及|和|通过|公示|归档|达标|目标|问题|100%|\\d+[项个条件处]全部|措施|清零|闭环|事项|、)*$");
    private static final Pattern DONE_OBJECT = Pattern.compile("^(?:目前|现|现已|截至.{0,12}|截止.{0,12}|全部|均|都|已|己|\\d{1,4}年|\\d{1,2}月|\\d{1,2}日|前|"
            + "[\\d.\\-/]{3,10})*已?完成了?(.+)$");
    private static final Pattern TELLING_DONE = Pattern.compile("(?:已|均|全部|全面)[^，。；,;未没正]{0,12}?(?:整改到位|整改完成|整改完毕|完成整改|销号|办结|解决到位|落实到位|全部完成"
            + "|整改落实到位|通过验收|验收合格|立行立改|"
            + "得到[^，。；,;未没正]{0,4}解决|完成销号|结案|闭环|清零)");
    private static final Pattern PREPARING = Pattern.compile("情况|一半|过半|半数|多数|方案|制定|招标|设计|前期|初稿|摸底|排查|调研|选址|立项|征求|论证|采购|部署|动员|第[一二三1-9]|阶段|[一二1-3]期|部分|主体|"
            + "基础|申报|审批|勘察|可研|测绘|预算|启动|筹备|培训|\\d");

    /// `Done, monitoring continues`
    private static final Pattern WATCHED = Pattern.compile("[,;.]\\s*(?:and\\s+)?(?:(?:monitoring|maintenance|supervision) (?:continues"
            + "|is ongoing|ongoing)|continu\\w* (?:to )?(?:monitor\\w*|maintenance)|"
            + "under monitoring)\\.?$");
    private static final Pattern TICKED = Pattern.compile("[√✓✔☑✅](?!.*否)|是[，,(。；;]");
    private static final Pattern CROSSED = Pattern.compile("否[，,(。；;]|[×✗✘✕✖☒❌╳]|0?\\.\\d+$");
    private static final Pattern CLOSING = Pattern.compile("[。.；;，,]+$");

    private States() {}

    /// What a cell says that has only to tell whether it is done: 是/否, √/×, 已销号/未销号, Open/Closed. Null where it says nothing known.
    public static @Nullable State ofWord(String cell) {
        var word = CLOSING.matcher(Plain.tight(cell)).replaceFirst("");
        if (word.isEmpty()) {
            return null;
        }
        switch (word) {
            case "是", "√", "✓", "✔", "☑", "✅", "v", "y", "yes", "true", "t", "1", "已", "是√", "√是", "有", "对", "对号", "●", "☑是", "是☑", "■是", "☑是□否", "√是□否",
                    "完成", "已完成", "销号", "已销号", "已销", "办结", "已办结", "结案", "已结案", "归档", "已归档", "完结", "已完结", "已整改", "已解决", "已落实", "整改完成", "整改到位", "已整改到位",
                    "已闭环", "闭环", "已验收", "全部完成", "已全部完成", "已完成整改", "完成整改", "达标", "已达标", "解决", "已办理", "已关闭", "关闭", "已竣工", "已完工", "完工", "竣工", "已清零",
                    "完成销号", "已完成销号", "同意销号", "同意", "准予销号", "整改完毕", "已整改完毕", "完成整改销号", "完成整改并通过验收", "已整改销号", "100%", "100",
                    "closed", "done", "complete", "completed", "resolved", "finished", "implemented", "fixed", "fullyimplemented",
                            "closed-implemented", "closed(verified)", "verifiedclosed", "verified" -> {
                return State.CLOSED;
            }
            case "否", "×", "✗", "✘", "☒", "❌", "x", "╳", "n", "no", "false", "f", "0", "未", "○", "□", "不是", "没有", "□是☑否", "□是√否", "☑否", "■否",
                    "未完成", "未销号", "未办结", "未整改", "未落实", "未解决", "整改中", "正在整改", "推进中", "进行中", "办理中", "处理中", "处置中", "在办", "待办", "持续推进", "持续整改", "正在推进",
                            "未启动", "未开始",
                    "申请销号", "拟销号", "待销号", "待审核", "待验收", "审核中", "公示中", "基本完成", "部分完成", "阶段性完成", "长期坚持", "挂账", "挂账督办", "已列账", "待核实", "初审中", "已受理",
                            "已派单", "已签收", "待签收", "待回访",
                    "已回访", "已答复", "已处置", "待结案", "待处置", "待受理", "待派遣", "已登记", "已派遣", "已退回", "申请延期", "反弹", "按时序整改", "按时序推进", "立行立改、长期坚持", "超期", "逾期",
                            "超期未完成", "逾期未完成",
                    "open", "inprogress", "in-progress", "ongoing", "pending", "notstarted", "overdue", "onhold", "partiallycomplete", "partial",
                            "partiallyimplemented", "new", "wip", "started", "delayed", "nearlycomplete", "assigned", "reopened", "late" -> {
                return State.OPEN;
            }
            default -> {
                return TICKED.matcher(word).lookingAt() ? State.CLOSED : CROSSED.matcher(word).lookingAt() ? State.OPEN : ofProgress(cell);
            }
        }
    }

    /// What a report of progress says; null where it tells neither.
    public static @Nullable State ofProgress(String cell) {
        var text = Plain.tight(cell);
        if (text.isEmpty()) {
            return null;
        }
        if (text.chars().allMatch(c -> c < 128)) {
            return english(Plain.narrow(cell).toLowerCase(java.util.Locale.ROOT));
        }
        var counted = counted(text);
        if (counted != null) {
            return counted;
        }
        State state = null;
        for (var part : CLAUSES.split(ASIDE.matcher(text).replaceAll(""))) {
            var clause = NUMBERED.matcher(part).replaceFirst("");
            var said = ofClause(clause);
            if (said == State.OPEN) {
                state = state == State.CLOSED && LATER.matcher(clause).find() ? State.CLOSED : State.OPEN;
            } else if (said == State.CLOSED && (state != State.OPEN || isWhole(clause))) {
                state = State.CLOSED;
            }
        }
        if (state == null && TELLING_DONE.matcher(text).find() && !isNot(text)) {
            return State.CLOSED;
        }
        return state == null && FOR_GOOD.matcher(text).find() ? State.OPEN : state;
    }

    private static boolean isNot(String text) {
        return NOT.matcher(INNOCENT.matcher(text).replaceAll("")).find();
    }

    private static boolean isWhole(String clause) {
        return clause.contains("全部") || clause.contains("到位") || clause.contains("均") || clause.contains("销号") || clause.contains("现已")
                || clause.contains("办结");
    }

    private static @Nullable State counted(String text) {
        var share = SHARE.matcher(text);
        var whole = false;
        while (share.find()) {
            var told = share.group(1) != null ? share.group(1) : share.group(2);
            if (isOfTheWork(text, share.start(), share.group())) {
                if (Double.parseDouble(told) < 100) {
                    return State.OPEN;
                }
                whole = true;
            }
        }
        var fraction = FRACTION.matcher(text);
        while (fraction.find()) {
            var groups = fraction.group(1) != null ? new int[] {1, 2} : fraction.group(3) != null ? new int[] {4, 3}
                    : fraction.group(5) != null ? new int[] {6, 5} : new int[] {7, 8};
            var done = number(fraction.group(groups[0]));
            var all = number(fraction.group(groups[1]));
            if (all > 0 && done < all && !(groups[0] == 1 && done > 12)) {
                return State.OPEN;
            }
            whole |= groups[0] != 1 && done == all;
        }
        if (LEFT.matcher(text).find()) {
            return State.OPEN;
        }
        return whole && !isNot(text) ? State.CLOSED : null;
    }

    /// `满意度达到92%` counts people, not work.
    private static boolean isOfTheWork(String text, int at, String found) {
        var before = text.substring(Math.max(0, at - 8), at) + found;
        return !before.matches(".*(满意|覆盖|合格|达标|知晓|参与|入户|核实|占比|好评|核查|公开|及格|优良|通过|签约|随访|建档|使用|正确|准确|及时)[^，。；]*");
    }

    private static long number(String digits) {
        return digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static @Nullable State ofClause(String clause) {
        if (clause.isEmpty()) {
            return null;
        }
        if (PROMISE.matcher(clause).find() && !clause.contains("已") && !clause.contains("均")) {
            return State.OPEN;
        }
        if (DONE.matcher(clause).matches() && !clause.matches("^(整改|落实|问题|措施|工作|任务|销号|验收|消除|解决).{0,2}$")
                || clause.matches("销号完成|办理完毕|整改完毕|整改结束|(?:逾期|超期|延期)后?已?(?:完成|办结|销号|整改).{0,2}|整改完成|问题解决|任务完成|销号|落实到位|整改到位|完成整改")) {
            return isNot(clause) && !clause.matches("(?:逾期|超期|延期)后?已?(?:完成|办结|销号|整改).{0,2}") ? State.OPEN : State.CLOSED;
        }
        if (TELLING_DONE.matcher(clause).find() && !isNot(clause)) {
            return State.CLOSED;
        }
        var object = DONE_OBJECT.matcher(clause);
        if (object.matches()) {
            return isNot(clause) || PREPARING.matcher(object.group(1)).find() ? State.OPEN : State.CLOSED;
        }
        if (isNot(clause)) {
            return State.OPEN;
        }
        return null;
    }

    private static @Nullable State english(String text) {
        text = WATCHED.matcher(text).replaceFirst("");
        if (text.matches(".*\\b(not|un(?:resolved|finished|closed|done)|incomplete|partial(ly)?|partly|nearly|almost|in progress|ongoing|pending|"
                + "awaiting|started|will|plan(ned)?|to be|remaining|outstanding|overdue|delayed|open|draft(ed)?|under way|underway|continu\\w*)\\b.*")) {
            return State.OPEN;
        }
        var counted = ENGLISH_COUNT.matcher(text);
        if (counted.find() && number(counted.group(1)) < number(counted.group(2))) {
            return State.OPEN;
        }
        var share = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%").matcher(text);
        if (share.find()) {
            return Double.parseDouble(share.group(1)) >= 100 ? State.CLOSED : State.OPEN;
        }
        return text.matches(".*\\b(complete|completed|closed|done|resolved|finished|fixed|implemented|installed|repaired|replaced)\\b.*") ? State.CLOSED : null;
    }
}
