package org.mingbai.intake.sheet.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads when something is due, in every form offices write it. A span means its end, a month its last day, "before" includes the day named.
public final class Deadlines {

    /// `deadline` is null where the cell says nothing, or nothing that is understood; then a remark says so.
    public record Read(@Nullable Deadline deadline, List<Remark> remarks) {
        static final Read NOTHING = new Read(null, List.of());
    }

    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String SAID_YEAR = "(本年度?|今年|当年|明年|次年|来年|翌年|去年)?";
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(?:"
            + YEAR + "\\s*[-./年]\\s*(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})(?!\\d)[日号]?"                  // 1-3
            + "|" + YEAR + "(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)"                                // 4-6
            + "|" + YEAR + "[-./年](\\d{1,2})(?![\\d.季])月?份?(底|末|上旬|中旬|下旬|初|中)?"                 // 7-9
            + "|" + YEAR + "年?(?:第?([1-4])季度?|[qQ]([1-4]))"                                          // 10-12
            + "|" + YEAR + "年?(上|下)半年"                                                              // 13-14
            + "|" + YEAR + "(?!\\d|年?(?:春节|中秋|端午|清明|暑|寒|开学|汛))(?=年|底|末|$|[,，;；、)）前内-])(?:年度?)?(初)?(?:年底|底|末|终|内)?"  // 15-16
            + "|(2\\d|3[0-5])([./-])(\\d{1,2})\\18(\\d{1,2})(?!\\d)"                                     // 17-20
            + "|" + SAID_YEAR + "(\\d{1,2})月(\\d{1,2})[日号]?"                                          // 21-23
            + "|" + SAID_YEAR + "(\\d{1,2})月份?(底|末|上旬|中旬|下旬|初|中)?"                              // 24-26
            + "|" + SAID_YEAR + "(?:第?([1-4])季度|[qQ]([1-4])(?!\\d))"                                  // 27-29
            + "|" + SAID_YEAR + "(上|下)半年"                                                            // 30-31
            + "|(本年度?|今年|当年|明年|次年|来年|翌年|年)(?:度内|底|末|终|内)"                               // 32
            + "|(本月|当月|下月|下个月|月)(?:底|末|内)"                                                   // 33
            + "|(\\d{1,2})[./](\\d{1,2})(?![\\d./%])"                                                   // 34-35
            + "|(\\d{1,2})[日号](?!内)"                                                                  // 36
            + "|(\\d{1,3})(个月|个工作日|工作日|天|日|周)(?:之?内|以内)"                                   // 37-38
            + ")");
    private static final Pattern MONTHS = Pattern.compile("(?<!\\d)" + YEAR + "[年.](\\d{1,2})月?[-—–~至到]+(\\d{1,2})月?(?![\\d./月日号-])");
    private static final Pattern YEAR_MONTH = Pattern.compile("(?<!\\d)" + YEAR + "(0[1-9]|1[0-2])(?!\\d)");
    private static final Pattern CHINESE = Pattern.compile("[〇零○一二三四五六七八九十廿两]+(?=年|月|日|号|季度|个月|个工作日|天|周)");
    /// Hands that part the numbers of a date by other signs: `2023、10、31`, `2023。10。31`.
    private static final Pattern PARTED = Pattern.compile("(?<!\\d)" + YEAR + "[、，,。](\\d{1,2})(?:[、，,。](\\d{1,2}))?(?![\\d月])");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("^(1[0-2]|0?[1-9])-(3[01]|[12]\\d|0?[1-9])([日号]?前?)$");
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<!\\d)(2\\d|3[0-5])年(?=\\d{1,2}月|底|末|第?[1-4]季度|[上下]半年)");
    private static final Pattern STOP_BEHIND = Pattern.compile("(?<=\\d)[.。](?=\\D|$)");
    private static final Pattern TIME = Pattern.compile("(?<=\\d)(?:\\s+|T)\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?");
    private static final Pattern RECURRING = Pattern.compile("每(年|月|季|周|半年|日|天)|按月|按季|逐月|定期");
    private static final Pattern FOR_GOOD = Pattern.compile("长期|持续|常态|坚持|经常|长效|常抓|久久为功|一以贯之|不间断|on-?going|continuous|long-?term|permanent|rolling",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_ONCE = Pattern.compile("立行|立整|立改|立知|即知|即改|即行|立即|马上|当即|即时|即日|即刻|随时|随发现|边查边改|边学边改|当场|immediate|asap|at once|urgent",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPAN = Pattern.compile("[-—–~至到]");

    private Deadlines() {}

    public static Read of(String text, Reference reference, @Nullable LocalDate start) {
        if (text.isEmpty() || Plain.saysNothing(text)) {
            return Read.NOTHING;
        }
        var narrow = arabic(TIME.matcher(Plain.narrow(text)).replaceAll(""));
        var tight = usual(narrow.replaceAll("\\s+", ""));
        if (tight.matches("[3-7]\\d{4}")) {
            return new Read(Deadline.by(LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(tight))), List.of(Remark.of("deadline.serial", text)));
        }
        var remarks = new ArrayList<Remark>();
        var longTerm = FOR_GOOD.matcher(tight).find();
        if (RECURRING.matcher(tight).find()) {
            return new Read(Deadline.FOR_GOOD, List.of());
        }
        var date = EnglishDates.find(narrow, reference, remarks);
        if (date == null) {
            date = last(tight, reference, start, remarks);
        }
        if (date != null) {
            if (longTerm) {
                remarks.add(Remark.of("deadline.alsoLongTerm", text));
            }
            if (date.getYear() < 1990 || date.getYear() > 2099) {
                remarks.add(Remark.of("deadline.unlikely", date.toString()));
            }
            return new Read(Deadline.by(date), List.copyOf(remarks));
        }
        if (longTerm) {
            return new Read(Deadline.FOR_GOOD, List.of());
        }
        if (AT_ONCE.matcher(tight).find()) {
            return new Read(Deadline.AT_ONCE, List.of());
        }
        remarks.add(Remark.of("deadline.unreadable", text));
        return new Read(null, List.copyOf(remarks));
    }

    /// A date in a column that tells when something happened; the day a month ends when only the month is told.
    public static @Nullable LocalDate dateOf(String text, Reference reference) {
        var read = of(text, reference, null);
        return read.deadline() == null ? null : read.deadline().date();
    }

    /// Signs and feast days that stand for what the pattern knows.
    private static String usual(String tight) {
        var parted = PARTED.matcher(tight).replaceAll(found -> found.group(1) + "." + found.group(2) + (found.group(3) == null ? "" : "." + found.group(3)));
        var stopped = STOP_BEHIND.matcher(MONTH_AND_DAY.matcher(parted).replaceFirst("$1月$2日")).replaceAll("");
        return SHORT_YEAR.matcher(stopped).replaceAll("20$1年").replaceAll("国庆节?前", "9月30日").replaceAll("(?:五一"
            + "|劳动)节?前", "4月30日").replaceAll("(?<!年)元旦节?前", "12月31日")
                .replaceAll("(?<!年)(?:贯穿)?全年", "年底");
    }

    private static String arabic(String text) {
        return CHINESE.matcher(text).replaceAll(found -> {
            var value = Plain.chineseNumber(found.group().replace("廿", "二十").replace('○', '〇'));
            return value < 0 ? found.group() : Integer.toString(value);
        });
    }

    private static @Nullable LocalDate last(String text, Reference reference, @Nullable LocalDate start, List<Remark> remarks) {
        var spread = MONTHS.matcher(YEAR_MONTH.matcher(text).replaceAll("$1年$2月")).replaceAll("$1年$2月至$1年$3月");
        var found = DATE.matcher(spread);
        LocalDate best = null;
        LocalDate previous = null;
        var count = 0;
        while (found.find()) {
            LocalDate date;
            try {
                date = date(found, reference, start, previous, remarks);
            } catch (DateTimeException e) {
                continue;
            }
            if (date == null) {
                continue;
            }
            if (previous != null && date.isBefore(previous) && !tellsYear(found) && SPAN.matcher(spread).find()) {
                date = date.plusYears(1);
            }
            previous = date;
            best = best == null || date.isAfter(best) ? date : best;
            count++;
        }
        if (count > 1 && !SPAN.matcher(spread).find()) {
            remarks.add(Remark.of("deadline.several", text));
        }
        return best;
    }

    private static boolean tellsYear(Matcher found) {
        for (var group : new int[] {1, 4, 7, 10, 13, 15, 17, 21, 24, 27, 30, 32}) {
            if (found.group(group) != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable LocalDate date(Matcher f, Reference reference, @Nullable LocalDate start, @Nullable LocalDate previous, List<Remark> remarks) {
        if (f.group(1) != null) {
            return day(number(f, 1), number(f, 2), number(f, 3), remarks);
        }
        if (f.group(4) != null) {
            return day(number(f, 4), number(f, 5), number(f, 6), remarks);
        }
        if (f.group(7) != null) {
            return part(number(f, 7), number(f, 8), f.group(9));
        }
        if (f.group(10) != null) {
            return quarter(number(f, 10), f.group(11) != null ? number(f, 11) : number(f, 12));
        }
        if (f.group(13) != null) {
            return half(number(f, 13), f.group(14));
        }
        if (f.group(15) != null) {
            return f.group(16) != null ? LocalDate.of(number(f, 15), 1, 31) : LocalDate.of(number(f, 15), 12, 31);
        }
        if (f.group(17) != null) {
            return day(2000 + number(f, 17), number(f, 19), number(f, 20), remarks);
        }
        if (f.group(22) != null) {
            return day(year(f.group(21), number(f, 22), reference, start, previous, remarks), number(f, 22), number(f, 23), remarks);
        }
        if (f.group(25) != null) {
            return part(year(f.group(24), number(f, 25), reference, start, previous, remarks), number(f, 25), f.group(26));
        }
        if (f.group(28) != null || f.group(29) != null) {
            var quarter = f.group(28) != null ? number(f, 28) : number(f, 29);
            return quarter(year(f.group(27), quarter * 3, reference, start, previous, remarks), quarter);
        }
        if (f.group(31) != null) {
            return half(year(f.group(30), f.group(31).equals("上") ? 6 : 12, reference, start, previous, remarks), f.group(31));
        }
        if (f.group(32) != null) {
            return LocalDate.of(year(f.group(32).equals("年") ? null : f.group(32), 12, reference, start, previous, remarks), 12, 31);
        }
        if (f.group(33) != null) {
            remarks.add(Remark.of("deadline.yearSupplied", reference.day().toString()));
            return YearMonth.from(reference.day()).plusMonths(f.group(33).startsWith("下") ? 1 : 0).atEndOfMonth();
        }
        if (f.group(34) != null) {
            return day(year(null, number(f, 34), reference, start, previous, remarks), number(f, 34), number(f, 35), remarks);
        }
        if (f.group(36) != null) {
            var base = previous != null ? previous : reference.day();
            if (previous == null) {
                remarks.add(Remark.of("deadline.yearSupplied", YearMonth.from(base).toString()));
            }
            return day(base.getYear(), base.getMonthValue(), number(f, 36), remarks);
        }
        return within(number(f, 37), f.group(38), start, remarks);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /// A day that the month does not have is taken as its last one, and said so.
    private static LocalDate day(int year, int month, int day, List<Remark> remarks) {
        var last = YearMonth.of(year, month).lengthOfMonth();
        if (day == 0 || day > 31) {
            throw new DateTimeException("no day");
        }
        if (day > last) {
            remarks.add(Remark.of("deadline.noSuchDay", year + "-" + month + "-" + day));
        }
        return LocalDate.of(year, month, Math.min(day, last));
    }

    private static LocalDate part(int year, int month, @Nullable String part) {
        return switch (part == null ? "" : part) {
            case "上旬", "初" -> LocalDate.of(year, month, 10);
            case "中旬", "中" -> LocalDate.of(year, month, 20);
            default -> YearMonth.of(year, month).atEndOfMonth();
        };
    }

    private static LocalDate quarter(int year, int quarter) {
        return YearMonth.of(year, quarter * 3).atEndOfMonth();
    }

    private static LocalDate half(int year, String which) {
        return which.equals("上") ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
    }

    private static int year(@Nullable String said, int month, Reference reference, @Nullable LocalDate start, @Nullable LocalDate previous,
            List<Remark> remarks) {
        if (said != null) {
            var base = previous != null ? previous.getYear() : reference.thisYear();
            return said.startsWith("明") || said.startsWith("次") || said.startsWith("来") || said.startsWith("翌") ? base + 1 : said.startsWith("去")
                    ? base - 1 : base;
        }
        if (previous != null) {
            return previous.getYear();
        }
        var year = start != null ? start.getYear() + (month < start.getMonthValue() ? 1 : 0) : reference.yearOf(month);
        remarks.add(Remark.of("deadline.yearSupplied", Integer.toString(year)));
        return year;
    }

    private static @Nullable LocalDate within(int amount, String unit, @Nullable LocalDate start, List<Remark> remarks) {
        if (start == null) {
            return null;
        }
        remarks.add(Remark.of("deadline.counted", start.toString()));
        return switch (unit) {
            case "个月" -> start.plusMonths(amount);
            case "周" -> start.plusWeeks(amount);
            case "天", "日" -> start.plusDays(amount);
            default -> start.plusDays(amount + amount / 5 * 2L);
        };
    }
}
