package org.mingbai.intake.sheet.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows of all tables of a web page, one under the other. Forgiving, as the writers of such pages were.
final class WebTables {

    private static final Pattern RULE = Pattern.compile("\\.([\\w-]+)\\s*\\{([^}]*)}");
    private static final Pattern FILL = Pattern.compile("(?i)background(?:-color)?\\s*:\\s*(#[0-9a-f]{6}|[a-z]+)");
    private static final Map<String, String> NAMED = Map.of("red", "FF0000", "yellow", "FFFF00", "green", "008000", "lime", "00FF00", "orange", "FFA500");

    private final String page;
    private final Limits limits;
    private final Map<String, String> rules = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Merges.Range> merges = new ArrayList<>();
    private final Set<Long> covered = new HashSet<>();
    private final List<Cell> cells = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int column;
    private boolean rowHidden;
    private boolean inCell;
    private int tables;
    private int struck;
    private boolean struckCell;
    private int fill = Look.NONE;

    WebTables(String page, Limits limits) {
        this.page = page;
        this.limits = limits;
    }

    List<Row> rows() {
        return rows;
    }

    List<Merges.Range> merges() {
        return merges;
    }

    void read() throws IOException {
        var at = 0;
        while (at < page.length()) {
            var open = page.indexOf('<', at);
            words(page.substring(at, open < 0 ? page.length() : open));
            if (open < 0) {
                break;
            }
            if (page.startsWith("<!--", open) && !page.startsWith("<!--[if", open)) {
                at = past("-->", open);
                continue;
            }
            var close = page.indexOf('>', open);
            if (close < 0) {
                break;
            }
            at = close + 1;
            var tag = page.substring(open + 1, close);
            var name = name(tag);
            if (name.equals("style") || name.equals("script")) {
                at = past("</" + name, close);
                if (name.equals("style")) {
                    style(page.substring(close, Math.max(close, at)));
                }
            } else {
                tag(name, tag);
            }
        }
        endRow();
    }

    private int past(String mark, int from) {
        var found = page.toLowerCase(Locale.ROOT).indexOf(mark, from);
        return found < 0 ? page.length() : found + mark.length();
    }

    private static String name(String tag) {
        var to = 0;
        while (to < tag.length() && (Character.isLetterOrDigit(tag.charAt(to)) || to == 0 && tag.charAt(to) == '/')) {
            to++;
        }
        return tag.substring(0, to).toLowerCase(Locale.ROOT);
    }

    private void style(String sheet) {
        var rule = RULE.matcher(sheet);
        while (rule.find()) {
            rules.merge(rule.group(1), rule.group(2), (a, b) -> a + ";" + b);
        }
    }

    private void tag(String name, String tag) throws IOException {
        switch (name) {
            case "table" -> tables++;
            case "/table" -> {
                tables--;
                if (tables <= 0) {
                    endRow();
                }
            }
            case "tr" -> {
                if (tables <= 1) {
                    endRow();
                    row++;
                    if (row > limits.rowsMax()) {
                        throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.ROWS, limits.rowsMax()));
                    }
                    rowHidden = looks(tag).contains("display:none");
                }
            }
            case "/tr" -> {
                if (tables <= 1) {
                    endRow();
                }
            }
            case "td", "th" -> {
                if (tables <= 1) {
                    startCell(tag);
                }
            }
            case "/td", "/th" -> {
                if (tables <= 1) {
                    endCell();
                }
            }
            case "br", "/p", "/div", "/li" -> text.append(inCell ? "\n" : "");
            case "s", "strike", "del" -> struck++;
            case "/s", "/strike", "/del" -> struck = Math.max(0, struck - 1);
            default -> { }
        }
    }

    private String looks(String tag) {
        var own = attribute(tag, "style");
        var named = attribute(tag, "class");
        var all = (named == null ? "" : rules.getOrDefault(named.strip(), "")) + ";" + (own == null ? "" : own);
        return all.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static @Nullable String attribute(String tag, String name) {
        var found = Pattern.compile("(?is)\\b" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))").matcher(tag);
        return !found.find() ? null : found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
    }

    private void startCell(String tag) throws IOException {
        endCell();
        row = Math.max(row, 1);
        while (covered.remove(key(row, column))) {
            column++;
        }
        var across = span(attribute(tag, "colspan"), Limits.COLUMNS_MAX);
        var down = span(attribute(tag, "rowspan"), 65_000);
        if (across > 1 || down > 1) {
            Merges.add(merges, new Merges.Range(row, column, row + down - 1, column + across - 1));
            for (var r = row; r < row + down; r++) {
                for (var c = column; c < column + across; c++) {
                    if (r > row || c > column) {
                        covered.add(key(r, c));
                    }
                }
            }
        }
        var looks = looks(tag);
        struckCell = looks.contains("line-through");
        var paint = FILL.matcher(looks);
        var colour = paint.find() ? paint.group(1) : attribute(tag, "bgcolor");
        fill = colour == null ? Look.NONE : Palette.parse(NAMED.getOrDefault(colour.toLowerCase(Locale.ROOT), colour));
        inCell = true;
        text.setLength(0);
    }

    private static long key(int row, int column) {
        return (long) row << 20 | column;
    }

    private static int span(@Nullable String told, int max) {
        try {
            return told == null ? 1 : Math.max(1, Math.min(max, Integer.parseInt(told.strip())));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private void words(String words) throws Unreadable {
        if (inCell && (struck == 0 || struckCell)) {
            if (text.length() + words.length() > limits.cellCharsMax()) {
                throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.CELL, limits.cellCharsMax()));
            }
            text.append(words.replaceAll("\\s+", " "));
        }
    }

    private void endCell() {
        if (!inCell) {
            return;
        }
        inCell = false;
        var shown = RichText.unescaped(entities(text.toString())).strip();
        if (!shown.isEmpty() || fill != Look.NONE) {
            var look = new Look(fill, Look.NONE, struckCell, NumberShape.GENERAL);
            cells.add(new Cell(column, shown.isEmpty() ? Cell.Kind.BLANK : Cell.Kind.TEXT, shown, 0, look, struckCell ? Cell.Strike.ALL : Cell.Strike.NONE));
        }
        column++;
    }

    private void endRow() {
        endCell();
        if (!cells.isEmpty()) {
            rows.add(new Row(row, rowHidden, cells.toArray(Cell[]::new)));
            cells.clear();
        }
        column = 0;
    }

    private static String entities(String text) {
        if (text.indexOf('&') < 0) {
            return text.replace('\u00a0', ' ');
        }
        var plain = text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;",
                "'").replace("&middot;", "·");
        var numbered = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});").matcher(plain).replaceAll(found -> {
            var point = Integer.parseInt(found.group(2), found.group(1).isEmpty() ? 10 : 16);
            return Character.isValidCodePoint(point) ? java.util.regex.Matcher.quoteReplacement(Character.toString(point)) : "";
        });
        return numbered.replace("&amp;", "&").replace('\u00a0', ' ');
    }
}
