package org.mingbai.intake.sheet.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// How a number format shows a number: as it is, with fixed decimals, as a share, or as a date (of which a day, month or year may be left out).
public final class NumberShape {

    private enum Kind { GENERAL, FIXED, PERCENT, DATE, TIME }

    public static final NumberShape GENERAL = new NumberShape(Kind.GENERAL, 0, 0, "", "", true);
    private static final NumberShape DAY = new NumberShape(Kind.DATE, 0, 0, "", "", true);
    private static final NumberShape MONTH = new NumberShape(Kind.DATE, 0, 0, "", "", false);
    private static final NumberShape TIME = new NumberShape(Kind.TIME, 0, 0, "", "", true);

    private final Kind kind;
    private final int decimals;
    private final int digits;
    private final String before;
    private final String after;
    private final boolean day;

    private NumberShape(Kind kind, int decimals, int digits, String before, String after, boolean day) {
        this.kind = kind;
        this.decimals = decimals;
        this.digits = digits;
        this.before = before;
        this.after = after;
        this.day = day;
    }

    /// The formats that have a number and no text in the file (those of Chinese Excel included).
    static NumberShape builtIn(int id) {
        return switch (id) {
            case 1, 3, 37, 38 -> new NumberShape(Kind.FIXED, 0, 1, "", "", true);
            case 2, 4, 39, 40 -> new NumberShape(Kind.FIXED, 2, 1, "", "", true);
            case 9 -> new NumberShape(Kind.PERCENT, 0, 1, "", "", true);
            case 10 -> new NumberShape(Kind.PERCENT, 2, 1, "", "", true);
            case 14, 15, 16, 22, 28, 29, 30, 31, 36, 50, 51, 53, 54, 58 -> DAY;
            case 17, 27, 52, 55, 56, 57 -> MONTH.dayWhere(id);
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47 -> TIME;
            default -> GENERAL;
        };
    }

    private NumberShape dayWhere(int id) {
        return id == 56 ? DAY : this;
    }

    static NumberShape of(String format) {
        var first = firstSection(format);
        var bare = first.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        if (bare.contains("general") || bare.contains("@") || bare.isEmpty()) {
            return GENERAL;
        }
        if (bare.matches(".*[yde].*") && !bare.contains("0") || bare.matches(".*m.*") && !bare.matches(".*[hs0#].*")) {
            return bare.contains("d") || !bare.contains("m") ? DAY : bare.contains("y") || bare.contains("e") ? MONTH : DAY;
        }
        if (bare.matches(".*[hs].*")) {
            return TIME;
        }
        return bare.matches(".*[0#?].*") ? numeric(first) : GENERAL;
    }

    private static NumberShape numeric(String format) {
        var plain = format.replaceAll("\\[[^\\]]*\\]|_.|\\*.", "").replace("\\", "");
        var start = indexOfDigit(plain, 0);
        var end = start;
        while (end < plain.length() && "0#?,.".indexOf(plain.charAt(end)) >= 0) {
            end++;
        }
        var core = plain.substring(start, end);
        var dot = core.indexOf('.');
        var decimals = dot < 0 ? 0 : core.length() - dot - 1;
        var whole = (dot < 0 ? core : core.substring(0, dot)).replace(",", "");
        var digits = (int) whole.chars().filter(c -> c == '0').count();
        var after = plain.substring(end).replace("\"", "");
        if (after.startsWith("%")) {
            return new NumberShape(Kind.PERCENT, decimals, digits, "", after.substring(1), true);
        }
        return new NumberShape(Kind.FIXED, decimals, digits, plain.substring(0, start).replace("\"", ""), after, true);
    }

    private static int indexOfDigit(String format, int from) {
        var quoted = false;
        for (var i = from; i < format.length(); i++) {
            var c = format.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '0' || c == '#' || c == '?')) {
                return i;
            }
        }
        return format.length();
    }

    private static String firstSection(String format) {
        var quoted = false;
        for (var i = 0; i < format.length(); i++) {
            var c = format.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return format.substring(0, i);
            }
        }
        return format;
    }

    public boolean isDate() {
        return kind == Kind.DATE;
    }

    String show(double number) {
        return switch (kind) {
            case GENERAL -> plain(number);
            case PERCENT -> decimal(number * 100, decimals) + "%" + after;
            case FIXED -> before + padded(decimal(number, decimals)) + after;
            case DATE -> shownDate(number);
            case TIME -> shownTime(number);
        };
    }

    /// The shortest form, as a cell without format shows it.
    static String plain(double number) {
        var whole = (long) number;
        if (whole == number && Math.abs(whole) < 1_000_000_000_000_000L) {
            return Long.toString(whole);
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "";
        }
        return new BigDecimal(number).round(new java.math.MathContext(12)).stripTrailingZeros().toPlainString();
    }

    private static String decimal(double number, int decimals) {
        return new BigDecimal(Double.toString(number)).setScale(Math.min(decimals, 15), RoundingMode.HALF_UP).toPlainString();
    }

    private String padded(String shown) {
        var dot = shown.indexOf('.');
        var missing = digits - (dot < 0 ? shown.length() : dot);
        return missing > 0 && !shown.startsWith("-") ? "0".repeat(Math.min(missing, 20)) + shown : shown;
    }

    private String shownDate(double number) {
        if (number < 1 || number >= 2_958_466) {
            return plain(number);
        }
        var date = Cell.dayOf(number);
        return day ? date.toString() : date.getYear() + "年" + date.getMonthValue() + "月";
    }

    private static String shownTime(double number) {
        var minutes = Math.round((number - Math.floor(number)) * 24 * 60);
        var clock = String.format(Locale.ROOT, "%02d:%02d", minutes / 60 % 24, minutes % 60);
        return number >= 1 && number < 2_958_466 ? Cell.dayOf(number) + " " + clock : clock;
    }
}
