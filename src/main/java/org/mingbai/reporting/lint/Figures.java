package org.mingbai.reporting.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the numbers of a report: Arabic in either width, with 万 and 亿, percentages, and Chinese ones before a word of counting. What only looks like
/// one (a year, a day, the number of a paper, 第三, a telephone) is passed over.
public final class Figures {

    private static final String UNITS = "个百分点|百分点|万元|亿元|元|万亩|亩|公里|平方公里|平方米|万人次|人次|户次|家次|万人|人|名|万户|户|家|个|项|件|条|次|份|起|场|期|篇|处|批|类"
            + "|小时|分钟|位|辆|台|套|吨|张|封|本|册|部|所|座|支|轮|届|倍|只|门|节|例|宗|笔|款|村|卷|幅|块|盏|周|天";
    private static final Pattern ARABIC = Pattern.compile("(?<![0-9A-Za-z.第〔\\[+])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(万|亿|千|百)?(余|多)?(%|‰|" + UNITS + ")?");
    private static final Pattern CHINESE = Pattern.compile("(?<![一二两三四五六七八九十百千万亿零〇第几数])([一二两三四五六七八九十百千万零〇]+)(余|多)?"
            + "(个|项|件|条|次|份|人|名|家|起|场|期|篇|处|户|张)");
    private static final Pattern PERCENT = Pattern.compile("百分之([一二两三四五六七八九十百零〇点]+|\\d+(?:\\.\\d+)?)");
    private static final Pattern NOT_A_COUNT = Pattern.compile("年|月|日|号|时|点|路|楼|栋|室|岁|：|:|-|—|~|～|/|\\+|级|〕|\\]|世纪|线|届|大|化");
    private static final String CLAUSE_ENDS = "，。；！？\n\t,;";
    private static final String SENTENCE_ENDS = "。！？\n";
    private static final Map<Character, Integer> DIGITS = Map.ofEntries(Map.entry('零', 0), Map.entry('〇', 0), Map.entry('一', 1), Map.entry('二', 2),
            Map.entry('两', 2), Map.entry('三', 3), Map.entry('四', 4), Map.entry('五', 5), Map.entry('六', 6), Map.entry('七', 7), Map.entry('八', 8),
            Map.entry('九', 9));

    private Figures() {}

    /// In the order in which they stand.
    public static List<Figure> in(String text) {
        var narrow = narrow(text);
        var found = new ArrayList<Figure>();
        for (var at = ARABIC.matcher(narrow); at.find();) {
            arabic(narrow, at, found);
        }
        for (var at = PERCENT.matcher(narrow); at.find();) {
            var said = at.group(1);
            found.add(figure(narrow, at.start(), at.end(), Character.isDigit(said.charAt(0)) ? new BigDecimal(said) : chinese(said), "%", false));
        }
        for (var at = CHINESE.matcher(narrow); at.find();) {
            var value = chinese(at.group(1));
            // One of something is hardly ever a count.
            if (value.compareTo(BigDecimal.ONE) > 0) {
                found.add(figure(narrow, at.start(), at.end(), value, at.group(3), at.group(2) != null));
            }
        }
        found.sort(Comparator.comparingInt(Figure::begin));
        return List.copyOf(found);
    }

    private static void arabic(String text, Matcher at, List<Figure> found) {
        var unit = at.group(5) == null ? "" : at.group(5);
        boolean percentWord = at.start() >= 3 && text.startsWith("百分之", at.start() - 3);
        if (percentWord || unit.isEmpty() && NOT_A_COUNT.matcher(text).region(at.end(), text.length()).lookingAt() || at.group(1).length() > 12) {
            return;
        }
        var whole = at.group(1).replace(",", "") + (at.group(2) == null ? "" : at.group(2));
        var value = new BigDecimal(whole).multiply(times(at.group(3)));
        if (unit.equals("‰")) {
            value = value.movePointLeft(1);
            unit = "%";
        } else if (unit.startsWith("万") || unit.startsWith("亿")) {
            value = value.multiply(times(unit.substring(0, 1)));
            unit = unit.substring(1);
        }
        found.add(figure(text, at.start(), at.end(), value, unit, at.group(4) != null));
    }

    static BigDecimal times(@Nullable String word) {
        return switch (word) {
            case "百" -> BigDecimal.valueOf(100);
            case "千" -> BigDecimal.valueOf(1_000);
            case "万" -> BigDecimal.valueOf(10_000);
            case "亿" -> BigDecimal.valueOf(100_000_000);
            case null, default -> BigDecimal.ONE;
        };
    }

    private static Figure figure(String text, int begin, int end, BigDecimal value, String unit, boolean about) {
        return new Figure(begin, end, value, unit, about, back(text, begin, CLAUSE_ENDS), on(text, end, CLAUSE_ENDS),
                back(text, begin, SENTENCE_ENDS), on(text, end, SENTENCE_ENDS));
    }

    private static int back(String text, int from, String ends) {
        int at = from;
        while (at > 0 && ends.indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    private static int on(String text, int from, String ends) {
        int at = from;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /// Letter by letter, so that every place stays where it was.
    static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            narrow.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c == '％' ? '%' : c == '．' ? '.' : c);
        }
        return narrow.toString();
    }

    /// 一百二十, 二十五, 九十八点五.
    static BigDecimal chinese(String said) {
        int point = said.indexOf('点');
        var whole = BigDecimal.valueOf(whole(point < 0 ? said : said.substring(0, point)));
        if (point < 0) {
            return whole;
        }
        var digits = new StringBuilder("0.");
        said.substring(point + 1).chars().forEach(c -> digits.append(DIGITS.getOrDefault((char) c, 0)));
        return whole.add(new BigDecimal(digits.append('0').toString()));
    }

    private static long whole(String said) {
        long all = 0;
        long part = 0;
        long digit = 0;
        for (char c : said.toCharArray()) {
            switch (c) {
                case '十' -> {
                    part += (digit == 0 ? 1 : digit) * 10;
                    digit = 0;
                }
                case '百' -> {
                    part += digit * 100;
                    digit = 0;
                }
                case '千' -> {
                    part += digit * 1_000;
                    digit = 0;
                }
                case '万' -> {
                    all += (part + digit) * 10_000;
                    part = 0;
                    digit = 0;
                }
                default -> digit = DIGITS.getOrDefault(c, 0);
            }
        }
        return all + part + digit;
    }
}
