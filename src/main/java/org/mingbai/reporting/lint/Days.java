package org.mingbai.reporting.lint;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingbai.reporting.Doubt;
import org.mingbai.reporting.Doubt.Rule;

/// Days there are not, such as 2月30日 or 13月5日.
public final class Days {

    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})年)?(?<!\\d)(\\d{1,2})月(\\d{1,2})日");
    private static final int LEAP = 2024;

    private Days() {}

    public static List<Doubt> doubts(String text) {
        var doubts = new ArrayList<Doubt>();
        for (var at = DAY.matcher(text); at.find();) {
            int month = Integer.parseInt(at.group(2));
            int day = Integer.parseInt(at.group(3));
            int year = at.group(1) == null ? LEAP : Integer.parseInt(at.group(1));
            if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
                doubts.add(new Doubt(Rule.NO_SUCH_DAY, at.start(), at.end(), List.of(at.group())));
            }
        }
        return doubts;
    }
}
