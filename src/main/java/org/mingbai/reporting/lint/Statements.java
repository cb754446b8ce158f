package org.mingbai.reporting.lint;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds what a report says of figures by their names, for a time it tells, of the body that was asked for. Whatever is said in any other way is passed
/// over: a sentence with one word too many may speak of something else.
public final class Statements {

    /// What a number of a figure is counted in.
    private enum Kind {
        COUNT("件|个|项|条|起|宗|"), PAPERS("件|份|张|个|"), PEOPLE("件|个|次|人|"), RATE("%|"), DAYS("天");

        private final Set<String> units;

        Kind(String units) {
            this.units = Set.of(units.split("\\|", -1));
        }
    }

    private record Name(Kind kind, List<String> figures) {}

    private static final Map<String, Name> BEFORE = new LinkedHashMap<>();
    private static final Map<String, Name> BEHIND = new LinkedHashMap<>();

    static {
        name(Kind.COUNT, "受理", "raised", "listed");
        name(Kind.COUNT, "收到|接到|提出", "raised");
        name(Kind.COUNT, "列账|上账|列入清单", "listed");
        name(Kind.COUNT, "当场答复", "answered-at-once");
        name(Kind.COUNT, "办结|销号", "closed");
        name(Kind.COUNT, "解决", "solved");
        name(Kind.COUNT, "部分解决", "partly-solved");
        name(Kind.COUNT, "无法解决已说明|解释说明", "explained");
        name(Kind.COUNT, "回头看", "looked-back");
        name(Kind.COUNT, "在办|正在办理|尚未办结|未办结", "open");
        name(Kind.COUNT, "超期|超期在办|超期未办结|逾期未办结", "late");
        name(Kind.COUNT, "临期", "at-risk");
        name(Kind.COUNT, "挂账", "parked");
        name(Kind.COUNT, "未交办|尚未交办", "unassigned");
        name(Kind.COUNT, "重开|重新办理", "reopened");
        name(Kind.COUNT, "反弹", "relapsed");
        name(Kind.PAPERS, "(?:发出|下发|制发)督办单", "slips-sent");
        name(Kind.PEOPLE, "应回访", "to-ask");
        name(Kind.PEOPLE, "有效回访|回访成功", "reached");
        name(Kind.RATE, "按期办结率|按时办结率", "on-time");
        name(Kind.RATE, "超期率", "late-share");
        name(Kind.RATE, "(?:群众|市民|企业)?满意率", "satisfaction", "satisfaction-after");
        name(Kind.RATE, "(?:问题)?解决率", "solution", "solution-after", "solved-share");
        name(Kind.RATE, "响应率", "response");
        name(Kind.RATE, "有效回访率|回访覆盖率", "coverage");
        name(Kind.RATE, "反弹率", "relapse-share");
        name(Kind.DAYS, "办理(?:天数|时长|时间)中位数", "days-median");
        BEHIND.put("在办|正在办理|尚未办结|未办结", new Name(Kind.COUNT, List.of("open")));
        BEHIND.put("超期|超期未办结|逾期未办结", new Name(Kind.COUNT, List.of("late")));
        BEHIND.put("挂账", new Name(Kind.COUNT, List.of("parked")));
        BEHIND.put("临期", new Name(Kind.COUNT, List.of("at-risk")));
    }

    private static final String THING = "(?:的?(?:群众|市民|企业)?(?:各类)?(?:诉求|事项|问题|来件|工单))?";
    private static final String LEAD = "(?:[（()）：:]|本期|期内|报告期内?|共计?|累计|总共|合计|一共|已经?|现有?|目前|其中)*";
    private static final String FILLER = THING + "(?:总?数|件数|总?量)?(?:共计?|总计|累计|合计|为|是|有|达到?|[：:=])*";
    private static final Pattern SOME = Pattern.compile("其中");
    private static final Set<String> ENDED = Set.of("solved", "partly-solved", "explained");
    private static final Set<String> STANDING = Set.of("late", "at-risk", "parked", "unassigned");
    private static final Pattern BARE_LEAD = Pattern.compile(LEAD + "(?:仍有|还有|尚有|有)?");
    private static final Pattern NOTHING_MORE = Pattern.compile(THING + "(?:[）)、].*)?");
    private static final Pattern COMPARED = Pattern.compile("同比|环比|同期|[比较](?:去年|上年|上月|上个月|上季|上期|年初)|增长|增加|上升|提高|提升|下降|减少|降低|百分点|翻番");
    private static final Pattern WANTED = Pattern.compile("目标|力争|确保|预计|计划|不低于|不少于|不超过|以上|以下|以内|左右|约|近|超过|争取|要求|应当|平均|最");
    private static final List<Pattern> HEADINGS = List.of(Pattern.compile(".{1,40}(?<![。；，：、])"), Pattern.compile("[一二三四五六七八九十]{1,3}、.{0,40}"),
            Pattern.compile("[（(][一二三四五六七八九十]{1,3}[)）].{0,40}"), Pattern.compile("\\d{1,2}[.．、].{0,40}"));
    /// A heading with one of these is of some matters only.
    private static final Pattern NARROWER = Pattern.compile("热线|12345|信访|专项|清单|工单|网格|平台");
    /// Where a heading tells the time, it is not certain from which day these are seen.
    private static final Pattern RELATIVE = Pattern.compile("本月|当月|上个?月|上个?季度");
    private static final int NONE = Integer.MAX_VALUE;
    private static final Pattern TIMES = Pattern.compile("(\\d[\\d,]*)(?:\\.(\\d+))?(万|亿|千|百)?.*");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String text;
    private final LocalDate written;
    private final Pattern own;
    private final Pattern others;
    private final Map<String, Name> named;
    private final List<Statement> found = new ArrayList<>();
    private final List<Optional<Span>> headings = new ArrayList<>(Collections.nCopies(HEADINGS.size(), Optional.empty()));
    /// What the last number in the sentence was that is no part of another.
    private List<String> whole = List.of();
    /// Under a heading of which level another unit is spoken of; 0 is a title.
    private int another = NONE;

    private Statements(String text, LocalDate written, Collection<String> own, Collection<String> others, Map<String, String> catalogue) {
        this.text = Figures.narrow(text);
        this.written = written;
        var called = new HashSet<>(Set.of("本单位", "我单位", "我们"));
        own.stream().filter(it -> !it.isEmpty()).forEach(name -> {
            called.add(name);
            var last = name.substring(name.length() - 1);
            called.addAll(List.of("全" + last, "我" + last, "本" + last));
        });
        this.own = anyOf(called);
        this.others = anyOf(others.stream().filter(name -> name.length() > 1 && !called.contains(name)).toList());
        this.named = new LinkedHashMap<>(BEFORE);
        catalogue.forEach((name, code) -> this.named.put(Pattern.quote(name), new Name(code.endsWith("%") ? Kind.RATE : Kind.COUNT,
                List.of(code.replace("%", "")))));
    }

    private static void name(Kind kind, String words, String... figures) {
        BEFORE.put(words, new Name(kind, List.of(figures)));
    }

    private static Pattern anyOf(Collection<String> words) {
        return Pattern.compile(words.isEmpty() ? "(?!)" : words.stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote)
                .collect(joining("|")));
    }

    /// @param written the day on which the report was written: 今年 and 本月 are of that day, and nothing told is later
    /// @param own what the body is called that was asked for; @param others what other units are called
    /// @param catalogue figures by their names, those that are a share with a `%` behind the code
    public static List<Statement> in(String text, LocalDate written, Collection<String> own, Collection<String> others, Map<String, String> catalogue) {
        return new Statements(text, written, own, others, catalogue).all();
    }

    private List<Statement> all() {
        var figures = Figures.in(text);
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            line(begin, end, figures);
            begin = end + 1;
        }
        return List.copyOf(found);
    }

    /// A paragraph that names another unit may speak of it from there on; a heading that does, until the next heading.
    private void line(int begin, int end, List<Figure> figures) {
        var words = text.substring(begin, end).strip();
        heading(words);
        if (another != NONE) {
            return;
        }
        var before = headed().map(Times::of);
        boolean sameTime = true;
        int from = begin;
        while (from < end) {
            int at = from;
            while (at < end && "。！？；".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (namesAnother(text.substring(begin, at))) {
                return;
            }
            sameTime &= Span.in(text.substring(from, at), written).stream().allMatch(it -> it.told().isPresent() && it.told().equals(headed()));
            var told = sentence(from, at, figures, before);
            before = told.isPresent() || !sameTime ? told : headed().map(Times::of);
            from = at + 1;
        }
    }

    /// A heading holds until the next one that is not below it; a title until one that names the body asked for.
    private void heading(String words) {
        for (int level = HEADINGS.size() - 1; level >= 0; level--) {
            if (HEADINGS.get(level).matcher(words).matches()) {
                timed(level, Span.in(words, written));
                if (namesAnother(words) || NARROWER.matcher(words).find()) {
                    another = Math.min(another, level);
                } else if (level > 0 ? level <= another : own.matcher(words).find()) {
                    another = another == 0 && level > 0 ? 0 : NONE;
                }
                return;
            }
        }
    }

    /// What a heading tells of time holds below it. Two titles that tell two times tell none.
    private void timed(int level, List<Span.Found> times) {
        var told = times.size() == 1 ? times.getFirst().told().filter(it -> it.from() != null) : Optional.<Span>empty();
        if (level > 0) {
            for (int below = level; below < headings.size(); below++) {
                headings.set(below, below == level ? told : Optional.empty());
            }
        } else if (told.isPresent()) {
            headings.set(0, headings.getFirst().isEmpty() || headings.getFirst().equals(told) ? told : Optional.empty());
        }
    }

    private boolean namesAnother(String words) {
        return others.matcher(own.matcher(words).replaceAll("")).find();
    }

    /// @param span what a figure over a time is told for; @param until what one of how things stand is
    private record Times(Optional<Span> span, LocalDate until) {

        static Times of(Span span) {
            return new Times(Optional.of(span), span.to());
        }
    }

    /// @return the time it tells last, where it says something of figures, for the sentence behind it
    private Optional<Times> sentence(int begin, int end, List<Figure> figures, Optional<Times> before) {
        var now = before;
        boolean told = false;
        int spans = 0;
        int size = found.size();
        whole = List.of();
        for (int from = begin; from < end;) {
            int at = from;
            while (at < end && !endsClause(at)) {
                at++;
            }
            var words = text.substring(from, at);
            if (!COMPARED.matcher(words).find()) {
                var times = Span.in(words, written);
                boolean anotherSpan = times.stream().flatMap(it -> it.told().stream()).anyMatch(it -> it.from() != null);
                if (times.stream().anyMatch(it -> it.told().isEmpty()) || headed().isPresent() && RELATIVE.matcher(words).find()
                        || times.isEmpty() && spans > 1) {
                    return Optional.empty();
                }
                if (!times.isEmpty()) {
                    now = combined(told ? now : Optional.empty(), times.stream().flatMap(it -> it.told().stream()).toList());
                    told = true;
                    spans += anotherSpan ? 1 : 0;
                }
                if (!clause(from, at, figures, now)) {
                    return Optional.empty();
                }
            }
            from = at + 1;
        }
        return found.size() > size && spans < 2 ? now : Optional.empty();
    }

    private boolean endsClause(int at) {
        char c = text.charAt(at);
        return c == '，' || c == '\t' || c == ',' && (at + 1 == text.length() || !Character.isDigit(text.charAt(at + 1)));
    }

    /// 今年以来，截至10月31日: a time told until a day; nothing where more than one is told at once.
    private static Optional<Times> combined(Optional<Times> before, List<Span> told) {
        var spans = told.stream().filter(it -> it.from() != null).toList();
        var ends = told.stream().filter(it -> it.from() == null).toList();
        if (spans.size() > 1 || ends.size() > 1) {
            return Optional.empty();
        }
        if (ends.isEmpty()) {
            return Optional.of(Times.of(spans.getFirst()));
        }
        var until = ends.getFirst().to();
        var span = spans.stream().findFirst().or(() -> before.flatMap(Times::span)).filter(it -> it.from() != null && !until.isBefore(it.from()));
        return Optional.of(new Times(span.map(it -> new Span(it.from(), until)), until));
    }

    /// The time told by the nearest heading that tells one.
    private Optional<Span> headed() {
        return headings.reversed().stream().flatMap(Optional::stream).findFirst();
    }

    /// @return whether what follows in the sentence may still be read
    private boolean clause(int begin, int end, List<Figure> figures, Optional<Times> asked) {
        var words = text.substring(begin, end);
        if (WANTED.matcher(words).find()) {
            return false;
        }
        var times = Span.in(words, written);
        var own = figures.stream().filter(it -> it.begin() >= begin && it.end() <= end)
                .filter(it -> times.stream().noneMatch(time -> begin + time.begin() < it.end() && it.begin() < begin + time.end())).toList();
        if (own.isEmpty()) {
            return without(words).isEmpty() || BARE_LEAD.matcher(without(words)).matches();
        }
        if (asked.isEmpty()) {
            return false;
        }
        for (var one : own) {
            int from = Math.max(begin, text.lastIndexOf('、', one.begin()) + 1);
            int to = own.stream().filter(other -> other.begin() > one.begin()).mapToInt(Figure::begin).findFirst().orElse(end);
            if (!stated(without(text.substring(from, one.begin())), text.substring(one.end(), to), one, asked.get())) {
                return false;
            }
        }
        return true;
    }

    /// Without what names the time and the body.
    private String without(String words) {
        var left = new StringBuilder(words);
        Span.in(words, written).stream().filter(it -> it.told().isPresent()).sorted(Comparator.comparingInt(Span.Found::begin).reversed())
                .forEach(it -> left.delete(it.begin(), it.end()));
        return own.matcher(left.toString().replaceAll("\\s", "")).replaceFirst("");
    }

    private boolean stated(String before, String after, Figure one, Times times) {
        if (one.about()) {
            return false;
        }
        for (var name : named.entrySet()) {
            if (Pattern.matches(LEAD + "(?:" + name.getKey() + ")" + FILLER, before) && NOTHING_MORE.matcher(after).matches()) {
                return keep(name.getValue(), before, one, times);
            }
        }
        for (var name : BEHIND.entrySet()) {
            if (BARE_LEAD.matcher(before).matches() && Pattern.matches(THING + "(?:" + name.getKey() + ")(?:[）)、].*)?", after)) {
                return keep(name.getValue(), before, one, times);
            }
        }
        return false;
    }

    private boolean keep(Name name, String before, Figure one, Times times) {
        boolean some = SOME.matcher(before).find();
        if (!name.kind().units.contains(one.unit()) || some && !isSomeOf(whole, name.figures())) {
            return false;
        }
        whole = some ? whole : name.figures();
        boolean share = name.kind() == Kind.RATE && !one.isRate();
        if (share && (one.value().compareTo(BigDecimal.ONE) > 0 || one.value().scale() < 1)) {
            return false;
        }
        found.add(new Statement(one.begin(), one.end(), name.figures(), share ? one.value().multiply(HUNDRED) : one.value(),
                share ? step(one).multiply(HUNDRED) : step(one), times.span().map(Span::from).orElse(null), times.until()));
        return true;
    }

    /// Whether a part of that is the whole of this: all that are late are among those in hand, all that are solved among those closed.
    private static boolean isSomeOf(List<String> whole, List<String> part) {
        return STANDING.containsAll(part) ? whole.isEmpty() || whole.contains("open") : ENDED.containsAll(part) && whole.contains("closed");
    }

    /// What one of its last digit comes to.
    private BigDecimal step(Figure one) {
        var at = TIMES.matcher(text.substring(one.begin(), one.end()));
        if (!at.matches()) {
            return BigDecimal.ONE.movePointLeft(Math.max(0, one.value().scale()));
        }
        var digit = BigDecimal.ONE.movePointLeft(at.group(2) == null ? 0 : at.group(2).length());
        return at.group(3) == null ? digit : digit.multiply(Figures.times(at.group(3)));
    }
}
