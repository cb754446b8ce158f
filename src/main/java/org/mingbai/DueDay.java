package org.mingbai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.supervision.Beginning;
import org.mingbai.supervision.Calendars;
import org.mingbai.supervision.CountedDay;
import org.mingbai.supervision.Due;
import org.mingbai.supervision.HolidayFile;
import org.mingbai.supervision.Limit;
import org.mingbai.supervision.Notice;

/// Says by when a limit ends, and why.
final class DueDay implements Verb {

    private static final int YEAR_MIN = 1949;
    private static final int YEAR_MAX = 2999;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    @Override
    public String name() {
        return "due";
    }

    @Override
    public String form() {
        return "--from DATE|DATETIME --limit 15日|5工作日|24小时|1个月 [--explain] [--closes 17:30] [--holidays DIR]";
    }

    @Override
    public String chinese() {
        return "算出时限的最后一天；--explain 逐日说明计入与否及原因";
    }

    @Override
    public String english() {
        return "tell by when a limit ends; --explain says of each day whether it counts and why";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of("--explain"), Set.of("--from", "--limit", "--closes", "--holidays"));
        if (!arguments.plain().isEmpty()) {
            throw new Misuse("多出来的词：" + arguments.plain().getFirst(), "One word too many: " + arguments.plain().getFirst());
        }
        var from = from(arguments.value("--from").orElseThrow(() -> new Misuse("请用 --from 给出起算日。", "Please give the first day with --from.")));
        var limit = limit(arguments.value("--limit").orElseThrow(() -> new Misuse("请用 --limit 给出时限。", "Please give the limit with --limit.")));
        if (limit.unit().byTheClock() && arguments.value("--closes").isPresent()) {
            throw new Misuse("按钟点算的时限昼夜连续，没有下班时间，不用 --closes。",
                    "A limit by the clock runs day and night and knows no office hours: leave --closes out.");
        }
        var notices = notices(arguments, terminal);
        if (notices == null) {
            return 1;
        }
        var calendar = Calendars.shipped(notices.toArray(Notice[]::new));
        var beginning = arguments.value("--closes").map(DueDay::closes).map(closes -> from.inOfficeHours(closes, calendar)).orElse(from);
        tell(calendar.due(beginning, limit), limit, arguments.flags().contains("--explain"), terminal);
        return 0;
    }

    private static Beginning from(String written) {
        try {
            var at = written.contains("T") ? LocalDateTime.parse(written) : LocalDate.parse(written).atStartOfDay();
            if (at.getYear() < YEAR_MIN || at.getYear() > YEAR_MAX) {
                throw new Misuse("--from 要在 " + YEAR_MIN + " 年到 " + YEAR_MAX + " 年之间。", "--from lies between " + YEAR_MIN + " and " + YEAR_MAX + ".");
            }
            return new Beginning(at);
        } catch (DateTimeException e) {
            throw new Misuse("--from 要写成 2025-09-20 或 2025-09-20T18:30。", "--from is written 2025-09-20 or 2025-09-20T18:30.");
        }
    }

    private static Limit limit(String written) {
        return Limit.parse(written).orElseThrow(() -> new Misuse(
                "读不懂时限“" + written + "”。写法：15日、5工作日、24小时、30分钟、1个月、1年，数字从 1 起，不超过一百年。",
                "“" + written + "” is no limit. Write 15日, 5工作日, 24小时, 30分钟, 1个月, 1年, or 15 days, 5 working days; at least 1, at most a hundred years."));
    }

    private static LocalTime closes(String written) {
        try {
            return LocalTime.parse(written);
        } catch (DateTimeException e) {
            throw new Misuse("--closes 要写成 17:30。", "--closes is written 17:30.");
        }
    }

    /// Null when one of the files is refused.
    private static @Nullable List<Notice> notices(Arguments arguments, Terminal terminal) throws IOException {
        var given = arguments.value("--holidays");
        if (given.isEmpty()) {
            return List.of();
        }
        var folder = Path.of(given.get());
        if (!Files.isDirectory(folder)) {
            throw new Misuse("没有这个目录：" + folder, "There is no such directory: " + folder);
        }
        var notices = new ArrayList<Notice>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(".json") && Files.isRegularFile(it)).sorted().toList()) {
                switch (HolidayFile.read(text(file))) {
                    case HolidayFile.Read(var notice) when notices.stream().anyMatch(it -> it.year() == notice.year()) -> {
                        terminal.complain("这个目录里有两份 " + notice.year() + " 年的通知，不知道用哪一份：" + file,
                                "There are two notices for " + notice.year() + " in this directory; which is meant? " + file);
                        return null;
                    }
                    case HolidayFile.Read(var notice) -> notices.add(notice);
                    case HolidayFile.Refused(var why, var place, var found) -> {
                        terminal.complain("节假日文件 " + file + " 有误，未采用：" + place + " " + chinese(why) + "（" + found + "）",
                                "The holiday file " + file + " is wrong and was not used: " + place + " " + english(why) + " (" + found + ")");
                        return null;
                    }
                }
            }
        }
        return notices;
    }

    /// Without the mark some editors put first. What is no UTF-8 is read as far as it goes, and refused as no JSON.
    private static String text(Path file) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String chinese(HolidayFile.Fault fault) {
        return switch (fault) {
            case NOT_JSON -> "不是可读的 JSON";
            case YEAR_MISSING -> "没有年份";
            case DATE_WRONG -> "日期不对";
            case NAME_MISSING -> "没有名称";
            case FREE_OR_WORKED_MISSING -> "没有写明放假还是上班";
            case OF_ANOTHER_YEAR -> "不是这一年或相邻年份的日子";
            case LISTED_TWICE -> "重复";
        };
    }

    private static String english(HolidayFile.Fault fault) {
        return switch (fault) {
            case NOT_JSON -> "is no JSON one can read";
            case YEAR_MISSING -> "is no year";
            case DATE_WRONG -> "is no date";
            case NAME_MISSING -> "is missing";
            case FREE_OR_WORKED_MISSING -> "must be true or false";
            case OF_ANOTHER_YEAR -> "is neither of this year nor of one beside it";
            case LISTED_TWICE -> "is listed twice";
        };
    }

    private static void tell(Due due, Limit limit, boolean explain, Terminal terminal) {
        terminal.out().println(limit.unit().byTheClock() ? due.at().format(MINUTE) : due.at().toLocalDate().toString());
        if (due.provisional()) {
            terminal.say("暂定：所及年份的放假通知尚未载入，通知来了会重算。",
                    "Provisional: the notice for a year it reaches into is not loaded; it will be counted again when it comes.");
        }
        if (explain && limit.unit().byTheClock()) {
            terminal.say("按钟点连续计算，夜间和节假日都计入。", "Counted by the clock, nights and holidays included.");
        }
        if (explain) {
            var english = terminal.language().equals(Locale.ENGLISH);
            due.days().forEach(day -> terminal.out().println(explained(day, english)));
        }
    }

    private static String explained(CountedDay counted, boolean english) {
        var day = counted.day();
        var weekday = day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        var number = counted.number() == 0 ? "-" : Integer.toString(counted.number());
        return "%s %s %5s %s %s".formatted(day.date(), weekday, number, day.known() ? " " : "?", english ? whyEnglish(counted) : whyChinese(counted));
    }

    private static String whyChinese(CountedDay counted) {
        var name = counted.day().name() == null ? "" : counted.day().name();
        var what = switch (counted.day().kind()) {
            case WORKING -> "工作日";
            case SHIFTED -> name + "调休上班";
            case WEEKEND -> "周末";
            case HOLIDAY -> name + "放假";
        };
        return switch (counted.why()) {
            case BEGINNING -> "不计入：开始的当日（民法典第二百零一条）";
            case COUNTED -> "计入：" + what;
            case NOT_WORKED -> "不计入：" + what;
            case PAUSED -> "不计入：暂停";
            case EXTENDED -> "延期内";
            case FREE_LAST_DAY -> "末日逢" + what + "，顺延（民法典第二百零三条）";
            case FREE_AFTER_LAST_DAY -> "顺延：" + what;
            case IN_ITS_PLACE -> "截止：" + what;
        };
    }

    private static String whyEnglish(CountedDay counted) {
        var name = counted.day().name() == null ? "" : " (" + counted.day().name() + ")";
        var what = switch (counted.day().kind()) {
            case WORKING -> "working day";
            case SHIFTED -> "weekend worked in exchange" + name;
            case WEEKEND -> "weekend";
            case HOLIDAY -> "holiday" + name;
        };
        return switch (counted.why()) {
            case BEGINNING -> "not counted: the day it begins (Civil Code, Art. 201)";
            case COUNTED -> "counted: " + what;
            case NOT_WORKED -> "not counted: " + what;
            case PAUSED -> "not counted: paused";
            case EXTENDED -> "within the extension";
            case FREE_LAST_DAY -> "the last day is free, so it rolls on (Civil Code, Art. 203): " + what;
            case FREE_AFTER_LAST_DAY -> "rolls on: " + what;
            case IN_ITS_PLACE -> "due: " + what;
        };
    }
}
