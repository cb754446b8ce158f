package org.mingbai.intake.sheet.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes one cell apart into its measures: numbered in any style, on lines of their own, or parted by semicolons.
/// Decimals (1.5万) and dates (2023.10.31) are not numbering.
public final class Measures {

    private enum Style { DOT, COMMA, CLOSED, BRACKETED, CHINESE, CHINESE_BRACKETED, CIRCLED, ONE_IS, LETTER, ROMAN, SPACED, DASHED }

    private record Mark(Style style, int number, int from, int to) {}

    private static final String CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private static final String BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";
    private static final String DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛";
    private static final String CHINESE_RINGS = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩";
    private static final List<String> OTHER_RINGS = List.of("❶❷❸❹❺❻❼❽❾❿", "➀➁➂➃➄➅➆➇➈➉", "➊➋➌➍➎➏➐➑➒➓", "⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾");
    private static final char KEYCAP_SIGN = 0x20E3;
    private static final Pattern KEYCAP = Pattern.compile("([0-9])\\x{FE0F}?\\x{20E3}\\s*");
    /// `Step 1: …`, `措施1：…`, `第1项：…`
    private static final Pattern NAMED = Pattern.compile("(?:step|action|measure|措施|举措|第)\\s*(\\d{1,2})\\s*[项条点]?\\s*[:：.．、)）]\\s*(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_ROMAN = Pattern.compile("(i{1,3}|iv|vi{0,3}|ix|x)[.)]\\s+");
    private static final Pattern IN_TURN = Pattern.compile("^(?:首先|其次|再次|最后)[，,、：:]\\s*");
    /// `1.1 …` and `1-2 …`, numbering in two steps.
    private static final Pattern TWO_STEPS = Pattern.compile("^\\d{1,2}[.．-]\\d{1,2}[.、．]?\\s*(?=[\\p{IsHan}\\p{IsAlphabetic}“《])(?![年月日万亿千百个台名次项期元倍])");
    private static final List<String> ROMANS = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");
    private static final String CHINESE = "一二三四五六七八九十";
    /// Behind a number these count things; the number is no numbering.
    private static final String COUNTED = "年月日号天个项台名次期件条家户人万亿千百倍元";
    private static final Pattern BULLET = Pattern.compile("^\\s*[•·●○◆◇■□▪▶►✓√★☆*➢➤\\-—]+\\s*");
    private static final Pattern LABEL = Pattern.compile("^(?:具体|整改|工作)?(?:措施|举措)(?:如下|包括|为|有)?\\s*[:：]\\s*");

    private Measures() {}

    public static List<String> of(String cell) {
        var text = cell.strip();
        if (text.isEmpty() || Plain.saysNothing(text)) {
            return List.of();
        }
        if (isPlain(text)) {
            return List.of(text);
        }
        text = text.indexOf(KEYCAP_SIGN) < 0 ? text : KEYCAP.matcher(text).replaceAll("($1)");
        text = LABEL.matcher(text).replaceFirst("");
        var first = first(text);
        return first == null ? unnumbered(text) : numbered(text, first);
    }

    /// Most measures are one short sentence: no line break, no numbering, no semicolon.
    private static boolean isPlain(String text) {
        var c = text.charAt(0);
        if (c < 0x4E00 || c > 0x9FFF || "一二三四五六七八九十第措举其".indexOf(c) >= 0) {
            return false;
        }
        for (var i = 1; i < text.length(); i++) {
            var d = text.charAt(i);
            if (d == '\n' || d == '；' || d == ';' || d == '：' || d == ':' || d == '1' || d == '１' || d == '①' || d == '⑴' || d == '⒈' || d == '㈠'
                    || d == '一' && i + 1 < text.length() && "是、)）.．,，".indexOf(text.charAt(i + 1)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> unnumbered(String text) {
        var parts = new ArrayList<String>();
        var lines = text.split("[\n；;]+");
        boolean inSteps = lines.length > 1 && Arrays.stream(lines).allMatch(line -> TWO_STEPS.matcher(line.strip()).find());
        for (var line : lines) {
            var bare = IN_TURN.matcher(BULLET.matcher(line).replaceFirst("")).replaceFirst("");
            add(parts, inSteps ? TWO_STEPS.matcher(bare.strip()).replaceFirst("") : bare);
        }
        return parts.isEmpty() ? List.of(text) : List.copyOf(parts);
    }

    private static List<String> numbered(String text, Mark first) {
        var parts = new ArrayList<String>();
        var lead = text.substring(0, first.from()).strip();
        if (!lead.isEmpty() && !lead.endsWith("：") && !lead.endsWith(":")) {
            add(parts, lead);
        }
        var mark = first;
        while (mark != null) {
            var next = next(text, mark);
            add(parts, text.substring(mark.to(), next == null ? text.length() : next.from()));
            mark = next;
        }
        if (parts.size() == 1 && first.from() == 0) {
            return unnumbered(parts.getFirst());
        }
        return List.copyOf(parts);
    }

    private static void add(List<String> parts, String part) {
        var text = part.strip();
        while (!text.isEmpty() && "；;。，,、".indexOf(text.charAt(text.length() - 1)) >= 0) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (!text.isEmpty()) {
            parts.add(text);
        }
    }

    /// The first numbering: at the very start with any number, else later with number one where a second follows.
    private static @Nullable Mark first(String text) {
        var at = mark(text, 0);
        if (at != null && (standsAlone(text, at) || next(text, at) != null)) {
            return at;
        }
        for (var i = 1; i < text.length(); i++) {
            if (isBoundary(text, i)) {
                var mark = mark(text, i);
                if (mark != null && mark.number() == 1 && (next(text, mark) != null || text.charAt(i - 1) == '\n')) {
                    return mark;
                }
            }
        }
        return null;
    }

    /// `A. Smith reports` is no numbering until a `B.` follows.
    private static boolean standsAlone(String text, Mark mark) {
        return switch (mark.style()) {
            case SPACED, DASHED, ROMAN -> false;
            case LETTER -> ")）".indexOf(text.charAt(mark.to() - 1)) >= 0;
            case DOT, COMMA, CLOSED, BRACKETED, CHINESE, CHINESE_BRACKETED, CIRCLED, ONE_IS -> true;
        };
    }

    private static @Nullable Mark next(String text, Mark before) {
        for (var i = before.to(); i < text.length(); i++) {
            if (!mayFollow(text, i, before.style())) {
                continue;
            }
            var mark = mark(text, i);
            if (mark != null && (mark.number() == before.number() + 1 || miscounts(text, mark))
                    && (mark.style() == before.style() || isLineStart(text, i) && alike(mark.style(), before.style()))) {
                return mark;
            }
        }
        return null;
    }

    /// A line that begins with numbering is a measure of its own, even where the hand has counted wrong.
    private static boolean miscounts(String text, Mark mark) {
        return isLineStart(text, mark.from()) && switch (mark.style()) {
            case DOT, COMMA, CLOSED, BRACKETED, CIRCLED, CHINESE, CHINESE_BRACKETED -> true;
            case ONE_IS, LETTER, ROMAN, SPACED, DASHED -> false;
        };
    }

    /// Hands that type `1.` and then `2、` mean one list.
    private static boolean alike(Style one, Style other) {
        return one.ordinal() <= Style.CLOSED.ordinal() && other.ordinal() <= Style.CLOSED.ordinal();
    }

    private static boolean mayFollow(String text, int at, Style style) {
        return switch (style) {
            case CIRCLED, BRACKETED, CHINESE_BRACKETED -> true;
            case DOT, CLOSED -> !Character.isDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.' && text.charAt(at - 1) != '第'
                    && text.charAt(at - 1) != '-';
            case COMMA -> isBoundary(text, at) || text.charAt(at - 1) >= 0x4E00 && text.charAt(at - 1) <= 0x9FFF && text.charAt(at - 1) != '第';
            case CHINESE, ONE_IS, LETTER, ROMAN -> isBoundary(text, at);
            case SPACED, DASHED -> isLineStart(text, at);
        };
    }

    private static boolean isBoundary(String text, int at) {
        return at == 0 || "\n\t 　。；;，,：:!！?？)）".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean isLineStart(String text, int at) {
        var i = at - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '　' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n';
    }

    private static @Nullable Mark mark(String text, int at) {
        var c = text.charAt(at);
        if ("sSaAmM措举第".indexOf(c) >= 0 && isBoundary(text, at)) {
            var named = NAMED.matcher(text).region(at, Math.min(text.length(), at + 16));
            if (named.lookingAt() && Integer.parseInt(named.group(1)) > 0) {
                return new Mark(Style.CHINESE, Integer.parseInt(named.group(1)), at, named.end());
            }
        }
        if (c >= '❶' && c <= '➓' || c >= '⓵' && c <= '⓾') {
            return otherRing(c, at);
        }
        if ("ivx".indexOf(c) >= 0 && isLineStart(text, at)) {
            var roman = LINE_ROMAN.matcher(text).region(at, text.length());
            if (roman.lookingAt()) {
                return new Mark(Style.ROMAN, ROMANS.indexOf(roman.group(1)) + 1, at, roman.end());
            }
        }
        if (c >= '①' && c <= '⒛' || c >= '㈠' && c <= '㈩') {
            return ringed(c, at);
        }
        if (c >= '0' && c <= '9' || c >= '０' && c <= '９') {
            return digits(text, at);
        }
        if (c == '(' || c == '（' || c == '【' || c == '[') {
            return bracketed(text, at);
        }
        if (c == '第' || c == '其' || c == '措' || c == '举' || CHINESE.indexOf(c) >= 0) {
            return chinese(text, at);
        }
        var letter = Character.toLowerCase(c);
        if (letter >= 'a' && letter <= 'h' && isBoundary(text, at) && at + 1 < text.length() && ").．、".indexOf(text.charAt(at + 1)) >= 0) {
            return new Mark(Style.LETTER, letter - 'a' + 1, at, at + 2);
        }
        return null;
    }

    private static @Nullable Mark ringed(char c, int at) {
        if (CIRCLES.indexOf(c) >= 0) {
            return new Mark(Style.CIRCLED, CIRCLES.indexOf(c) + 1, at, at + 1);
        }
        if (BRACKETED.indexOf(c) >= 0) {
            return new Mark(Style.CIRCLED, BRACKETED.indexOf(c) + 1, at, at + 1);
        }
        if (DOTTED.indexOf(c) >= 0) {
            return new Mark(Style.CIRCLED, DOTTED.indexOf(c) + 1, at, at + 1);
        }
        return CHINESE_RINGS.indexOf(c) >= 0 ? new Mark(Style.CIRCLED, CHINESE_RINGS.indexOf(c) + 1, at, at + 1) : null;
    }

    private static @Nullable Mark otherRing(char c, int at) {
        for (var rings : OTHER_RINGS) {
            if (rings.indexOf(c) >= 0) {
                return new Mark(Style.CIRCLED, rings.indexOf(c) + 1, at, at + 1);
            }
        }
        return null;
    }

    private static @Nullable Mark digits(String text, int at) {
        var i = at;
        var value = 0;
        while (i < text.length() && Character.isDigit(text.charAt(i)) && i - at < 3) {
            value = value * 10 + Character.digit(text.charAt(i), 10);
            i++;
        }
        if (i - at > 2 || value == 0) {
            return null;
        }
        var behind = i;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '　')) {
            i++;
        }
        if (i >= text.length()) {
            return null;
        }
        var c = text.charAt(i);
        boolean glued = i == behind && c >= 0x4E00 && c <= 0x9FFF && COUNTED.indexOf(c) < 0;
        if ((glued || i > behind && Character.isLetter(c)) && isLineStart(text, at)) {
            return new Mark(Style.SPACED, value, at, i);
        }
        if ((c == '-' || c == '—') && isLineStart(text, at) && !followedByDigit(text, i)) {
            return new Mark(Style.DASHED, value, at, i + 1);
        }
        var style = switch (c) {
            case '.', '．' -> Style.DOT;
            case '。', '·', '•' -> isLineStart(text, at) ? Style.DOT : null;
            case '、' -> Style.COMMA;
            case ')', '）', ':', '：', '】' -> Style.CLOSED;
            default -> null;
        };
        if (style == null || style == Style.CLOSED && (c == ':' || c == '：') && followedByDigit(text, i)) {
            return null;
        }
        if (followedByDigit(text, i) && !((isYear(text, i + 1) || isMonth(text, at, i + 1)) && style != Style.CLOSED)) {
            return null;
        }
        if (style == Style.DOT && i + 1 < text.length() && text.charAt(i + 1) == '、') {
            i++;
        }
        return new Mark(style, value, at, i + 1);
    }

    private static boolean followedByDigit(String text, int at) {
        return at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    /// `2.11月底前…` on a line of its own begins with a month.
    private static boolean isMonth(String text, int mark, int at) {
        int end = at;
        while (end < text.length() && end - at < 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return isLineStart(text, mark) && end - at <= 2 && end < text.length() && text.charAt(end) == '月';
    }

    /// `1.2023年底前…` is a numbered measure that starts with a year.
    private static boolean isYear(String text, int at) {
        return at + 4 < text.length() && text.startsWith("20", at) && Character.isDigit(text.charAt(at + 2)) && Character.isDigit(text.charAt(at
                + 3)) && text.charAt(at + 4) == '年';
    }

    private static @Nullable Mark bracketed(String text, int at) {
        var i = at + 1;
        while (i < text.length() && i - at < 5 && ")）】]".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        if (i >= text.length() || i - at >= 5 || i == at + 1) {
            return null;
        }
        var inner = Plain.narrow(text.substring(at + 1, i));
        if (inner.matches("\\d{1,2}")) {
            return new Mark(Style.BRACKETED, Integer.parseInt(inner), at, i + 1);
        }
        if (inner.matches("[a-hA-H]")) {
            return new Mark(Style.LETTER, Character.toLowerCase(inner.charAt(0)) - 'a' + 1, at, i + 1);
        }
        var roman = ROMANS.indexOf(inner);
        if (roman >= 0) {
            return new Mark(Style.ROMAN, roman + 1, at, i + 1);
        }
        var number = Plain.chineseNumber(inner);
        return number > 0 ? new Mark(Style.CHINESE_BRACKETED, number, at, i + 1) : null;
    }

    private static @Nullable Mark chinese(String text, int at) {
        var from = text.startsWith("措施", at) || text.startsWith("举措", at) ? at + 2 : text.charAt(at) == '第' || text.charAt(at) == '其' ? at + 1 : at;
        var i = from;
        while (i < text.length() && CHINESE.indexOf(text.charAt(i)) >= 0 && i - from < 3) {
            i++;
        }
        if (i == from || i >= text.length()) {
            return null;
        }
        var number = Plain.chineseNumber(text.substring(from, i));
        var c = text.charAt(i);
        if (number <= 0) {
            return null;
        }
        if (c == '是' || c == '要') {
            return new Mark(Style.ONE_IS, number, at, i + 1);
        }
        if (c == '、' || c == '.' || c == '．') {
            return new Mark(Style.CHINESE, number, at, i + 1);
        }
        return from > at && (c == '，' || c == ',' || c == '：' || c == ':') ? new Mark(Style.CHINESE, number, at, i + 1) : null;
    }
}
