package org.mingbai.supervision;

import java.util.List;

/// In what a limit is counted. A property of each rule: 行政处罚法 Art. 85 means working days where 信访工作条例 means calendar days.
public enum LimitUnit {
    /// By the clock, nights and holidays included.
    MINUTES("分钟", "分", "minutes", "minute", "min"),
    /// By the clock, nights and holidays included.
    HOURS("小时", "个小时", "时", "hours", "hour", "h"),
    /// Calendar days: 民法典 Art. 201 and 203.
    DAYS("日", "天", "自然日", "个自然日", "days", "day", "d"),
    /// Days on which public bodies work, the shifted ones included.
    WORKING_DAYS("工作日", "个工作日", "working days", "working day", "wd"),
    /// To the corresponding day, or the month's last: 民法典 Art. 202.
    MONTHS("个月", "月", "months", "month", "m"),
    /// To the corresponding day, or the month's last: 民法典 Art. 202.
    YEARS("年", "years", "year", "y");

    private final List<String> words;

    LimitUnit(String... words) {
        this.words = List.of(words);
    }

    /// As rules write it.
    public String word() {
        return words.getFirst();
    }

    /// All the ways it is written.
    List<String> words() {
        return words;
    }

    /// Whether it runs by the clock and not by the calendar.
    public boolean byTheClock() {
        return this == MINUTES || this == HOURS;
    }
}
