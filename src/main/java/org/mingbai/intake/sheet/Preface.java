package org.mingbai.intake.sheet;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Columns;
import org.mingbai.intake.sheet.words.Deadlines;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.Reference;
import org.mingbai.intake.sheet.words.Units;

/// What the title and the form rows above a table tell about all of its rows: the year, the day it was filled in, the unit, the source.
final class Preface {

    private static final Pattern FILLED_ON = Pattern.compile("(?:截至|截止|填报时间|填报日期|填表时间|填表日期|报送时间|报送日期|更新时间|更新日期|日期|时间|as of|date)[:：至到日期时间]*\\s*((?:19|"
            + "20)\\d\\d\\s*[-年./]\\s*\\d{1,2}(?:\\s*[-月./]\\s*\\d{1,2})?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)\\s*(?:年度|年(?!\\s*\\d{1,2}\\s*月))");
    private static final Pattern PAIR = Pattern.compile("^\\s*([^:：]{2,16}?)\\s*[:：]\\s*(\\S.*?)\\s*$", Pattern.DOTALL);
    private static final Pattern REPORTING_UNIT = Pattern.compile("^(?:填报|报送|上报|填表|制表)?(?:单位|部门|科室|处室)(?:名称|\\(盖章\\)|\\(公章\\)|\\(章\\))?$");

    private final Map<Field, String> told = new EnumMap<>(Field.class);
    private @Nullable String reportingUnit;
    private @Nullable Integer year;
    private @Nullable LocalDate filledOn;

    static Preface of(Grid grid, int rows) {
        var preface = new Preface();
        for (var r = 0; r < rows; r++) {
            for (var c : grid.filled(r)) {
                var text = grid.own(r, c);
                var right = grid.lastColumn(r, c) + 1;
                var beside = right < grid.width() ? grid.own(r, right) : "";
                preface.take(text, beside);
            }
        }
        return preface;
    }

    private void take(String text, String beside) {
        var narrow = Plain.narrow(text);
        var day = FILLED_ON.matcher(narrow);
        if (day.find()) {
            filledOn = Deadlines.dateOf(day.group(1), Reference.of(LocalDate.of(2000, 1, 1)));
        }
        var stated = YEAR.matcher(narrow);
        if (year == null && stated.find()) {
            year = Integer.valueOf(stated.group(1));
        }
        for (var piece : narrow.split("\\s{2,}|\\n")) {
            var pair = PAIR.matcher(piece);
            if (pair.matches()) {
                pair(pair.group(1), pair.group(2));
            } else if (piece.strip().matches(".{2,16}[:：]") && !beside.isBlank()) {
                pair(piece.strip().replaceAll("[:：]$", ""), beside.strip());
            }
        }
    }

    private void pair(String label, String value) {
        var tight = Plain.tight(label);
        if (REPORTING_UNIT.matcher(tight).matches()) {
            reportingUnit = value;
            return;
        }
        var meaning = Columns.usual().of(label);
        if (meaning != null && meaning.confidence() > 0.9) {
            switch (meaning.field()) {
                case LEAD_UNIT, SOURCE, LEADER, CATEGORY, DEADLINE, CO_UNITS -> told.putIfAbsent(meaning.field(), value);
                default -> { }
            }
        }
    }

    @Nullable String told(Field field) {
        return told.get(field);
    }

    @Nullable String reportingUnit() {
        return reportingUnit != null && Units.looksLikeUnit(reportingUnit) ? reportingUnit : null;
    }

    /// A day on the sheet stands for today; a year in the title only where it is another than today's.
    Reference reference(LocalDate asOf, boolean dayFirst) {
        var day = filledOn != null && filledOn.isBefore(asOf.plusYears(1)) && filledOn.isAfter(asOf.minusYears(15)) ? filledOn : asOf;
        if (filledOn != null && day == filledOn && day.getYear() == asOf.getYear() && day.getMonth() == asOf.getMonth()) {
            day = asOf;
        }
        return new Reference(day, year != null && filledOn == null ? year : null, dayFirst);
    }
}
