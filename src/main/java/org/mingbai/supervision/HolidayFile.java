package org.mingbai.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Visible;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A year's notice as it is passed on: `year`, `papers`, and `days` with `date`, `name` and `isOffDay`.
public sealed interface HolidayFile {

    record Read(Notice notice) implements HolidayFile {}

    /// Nothing of a file with a wrong line is taken: half a notice would be a wrong calendar.
    /// @param place where in the file, such as `days[3].date`, or `2:17` for line and column; empty for the file as a whole
    record Refused(Fault why, String place, String found) implements HolidayFile {}

    /// What is wrong with a file.
    enum Fault { NOT_JSON, YEAR_MISSING, DATE_WRONG, NAME_MISSING, FREE_OR_WORKED_MISSING, OF_ANOTHER_YEAR, LISTED_TWICE }

    JsonMapper JSON = JsonMapper.builder().build();
    int YEAR_MIN = 1949;
    int YEAR_MAX = 2999;
    int NAME_MAX = 40;
    int PAPER_MAX = 500;
    /// How much of what is no JSON is shown.
    int FOUND_MAX = 20;

    /// So that `read` finds the same in it.
    static String write(Notice notice) {
        return JSON.writeValueAsString(Map.of("year", notice.year(), "papers", notice.papers(), "days", notice.days().stream()
                .map(day -> Map.of("date", day.date().toString(), "name", day.name(), "isOffDay", day.free())).toList()));
    }

    static HolidayFile read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            return notJson(text, e.getLocation());
        }
        if (!root.isObject()) {
            return new Refused(Fault.NOT_JSON, "", root.toString());
        }
        var year = root.path("year");
        if (!year.isInt() || year.intValue() < YEAR_MIN || year.intValue() > YEAR_MAX) {
            return new Refused(Fault.YEAR_MISSING, "year", year.toString());
        }
        for (var list : List.of("papers", "days")) {
            if (root.has(list) && !root.path(list).isArray()) {
                return new Refused(Fault.NOT_JSON, list, root.path(list).toString());
            }
        }
        var papers = new ArrayList<String>();
        for (int i = 0; i < root.path("papers").size(); i++) {
            var paper = root.path("papers").path(i);
            if (!isText(paper, PAPER_MAX)) {
                return new Refused(Fault.NOT_JSON, "papers[" + i + "]", paper.toString());
            }
            papers.add(paper.asString());
        }
        var days = new ArrayList<Notice.ListedDay>();
        for (int i = 0; i < root.path("days").size(); i++) {
            var refused = take(root.path("days").path(i), "days[" + i + "]", year.intValue(), days);
            if (refused != null) {
                return refused;
            }
        }
        return new Read(new Notice(year.intValue(), papers, days));
    }

    /// With line and column, and what stands there.
    private static Refused notJson(String text, @Nullable TokenStreamLocation at) {
        if (at == null) {
            return new Refused(Fault.NOT_JSON, "", "");
        }
        int begin = Math.clamp(at.getCharOffset(), 0, text.length());
        return new Refused(Fault.NOT_JSON, at.getLineNr() + ":" + at.getColumnNr(), text.substring(begin, Math.min(text.length(), begin + FOUND_MAX)));
    }

    private static @Nullable Refused take(JsonNode line, String place, int year, List<Notice.ListedDay> days) {
        LocalDate date;
        try {
            date = LocalDate.parse(line.path("date").asString(""));
        } catch (DateTimeException e) {
            return new Refused(Fault.DATE_WRONG, place + ".date", line.path("date").toString());
        }
        if (Math.abs(date.getYear() - year) > 1) {
            return new Refused(Fault.OF_ANOTHER_YEAR, place + ".date", date.toString());
        }
        if (days.stream().anyMatch(day -> day.date().equals(date))) {
            return new Refused(Fault.LISTED_TWICE, place + ".date", date.toString());
        }
        if (!isText(line.path("name"), NAME_MAX)) {
            return new Refused(Fault.NAME_MISSING, place + ".name", line.path("name").toString());
        }
        if (!line.path("isOffDay").isBoolean()) {
            return new Refused(Fault.FREE_OR_WORKED_MISSING, place + ".isOffDay", line.path("isOffDay").toString());
        }
        days.add(new Notice.ListedDay(date, line.path("name").asString(), line.path("isOffDay").booleanValue()));
        return null;
    }

    /// What can be kept and shown: no signs that do nothing but disturb, and no half characters.
    private static boolean isText(JsonNode node, int lengthMax) {
        var text = node.isString() ? node.asString() : "";
        return Visible.says(text) && text.codePointCount(0, text.length()) <= lengthMax
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
