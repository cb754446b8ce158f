package org.mingbai.intake.sheet;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.workbook.Row;
import org.mingbai.intake.sheet.words.Columns;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.States;

/// Tells the rows that hold a matter from those that sum, sign, explain, head a section, or were struck out.
final class RowKind {

    private static final Pattern TOTAL = Pattern.compile("^(?:本页|总|小|合|累)?(?:合计|小计|总计|累计|共计|总数)(?:[:：].*|\\d.*|[(（].*|数|共.*)?$|^(?:sub-?)?total(?:s|"
            + ":.*)?$|^grandtotal.*|^共(?:计)?\\d+[个项条件].*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TOTAL_OF = Pattern.compile("^.{2,15}(?:小计|合计|总计)[:：]?$");
    private static final Pattern SIGNATURE = Pattern.compile(
            "^(?:填表|填报|制表|审核|审批|审签|签批|批准|复核|经办|报送|校对|单位负责|主要负责|负责|分管领导|主要领导|联系|上报|统计|盖章|签字|签名|制|审)(?:人|单位|部门|日期|时间|意见|人员|领导|负责人|人签字|电话|人及电话|签字|盖章|"
                    + "员)?(?:[(（](?:签字|签名|盖章|公章|章)[)）])?(?:签字|签名|签章|盖章)?\\s*[:：].*"
                    + "|^(?:单位|部门)?[(（](?:盖章|公章|章)[)）].*|^(?:单位|主要|分管)?(?:负责人|领导)(?:签字|签名|签章).*|^(?:prepared|approved|reviewed|signed)by\\b?:?.*|^signature.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile("^(?:备注|附注|注|说明|填表说明|填报说明|注意|备注说明|特别说明|note|notes|remark|remarks)\\s*\\d*\\s*[:：.、].*|"
            + "^[※*＊]\\s*.+|^图例.*|^(?:填表说明|填报说明|注意事项|备注)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("^(?:例|示例|样例|范例|举例|例如|填写示例|填报示例|例子|e\\.?g\\.?|example)(?:[:：\\d].*)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECTION = Pattern.compile("^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]+(?:部分|类|方面|项)|"
            + "section\\b|part\\b|[A-Z][.、]).*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HEADS_OTHERS = Pattern.compile(".*(?:[:：]|方面(?:的?问题)?[:：]?)$");
    private static final int SECTION_LENGTH_MAX = 20;
    private static final int HEADING_LENGTH_MAX = 80;
    /// A row that says only 已完成 or 红色 explains a colour.
    private static final int LEGEND_LENGTH_MAX = 6;

    private final TableShape shape;
    private final @Nullable String[] headings;
    private final @Nullable Column problem;
    private final @Nullable Column number;

    RowKind(TableShape shape, @Nullable Column problem, @Nullable Column number) {
        this.shape = shape;
        this.problem = problem;
        this.number = number;
        this.headings = new String[shape.width()];
        shape.columns().forEach(column -> headings[column.index()] = Plain.tight(column.header()));
    }

    /// Why the row is no matter and no part of one; null when it may be. `span` is how many columns its first text reaches over.
    SkippedRow.@Nullable Why why(Row row, boolean filtered, int span) {
        if (row.hidden()) {
            return filtered ? SkippedRow.Why.FILTERED_OUT : SkippedRow.Why.HIDDEN;
        }
        var cells = shown(row);
        if (cells.isEmpty()) {
            return row.hasText() ? SkippedRow.Why.STRUCK : null;
        }
        if (struck(row)) {
            return SkippedRow.Why.STRUCK;
        }
        var first = Plain.tight(cells.getFirst().text());
        if (cells.size() > 1 && isHeader(cells)) {
            return SkippedRow.Why.HEADER_AGAIN;
        }
        if (cells.size() > 2 && isColumnNumbers(cells)) {
            return SkippedRow.Why.COLUMN_NUMBERS;
        }
        if (TOTAL.matcher(first).matches() || cells.size() > 1 && first.length() <= 4 && TOTAL.matcher(Plain.tight(cells.get(1).text())).matches()) {
            return SkippedRow.Why.TOTAL;
        }
        boolean atSubject = problem != null && cells.getFirst().column() == problem.index() && span <= 1;
        if (!atSubject && first.indexOf('计') > 0 && TOTAL_OF.matcher(first).matches()) {
            return SkippedRow.Why.TOTAL;
        }
        if (EXAMPLE.matcher(first).matches()) {
            return SkippedRow.Why.EXAMPLE;
        }
        boolean inNumbers = number != null && cells.getFirst().column() == number.index();
        if (cells.size() == 1 && !inNumbers && first.length() <= LEGEND_LENGTH_MAX && (States.ofWord(first) != null || Light.ofWord(first) != null)) {
            return SkippedRow.Why.NOTE;
        }
        if (SIGNATURE.matcher(first).matches() && (cells.size() <= 4 || cells.getFirst().column() <= 1 && !hasNumber(row))) {
            return SkippedRow.Why.SIGNATURE;
        }
        if (NOTE.matcher(first).matches() && cells.size() <= 2 && (!atSubject || cells.size() == 1 && number != null)) {
            return SkippedRow.Why.NOTE;
        }
        if (cells.size() == 1 && !atSubject) {
            var text = cells.getFirst().text().strip();
            if (SECTION.matcher(text).matches() && text.length() <= 60) {
                return SkippedRow.Why.SECTION;
            }
            if (span > Math.max(2, shape.columns().size() / 2)) {
                return text.length() <= 30 ? SkippedRow.Why.SECTION : SkippedRow.Why.NOTE;
            }
        }
        if (headsOthers(cells)) {
            return SkippedRow.Why.SECTION;
        }
        if (cells.size() == 1 && atSubject && SECTION.matcher(cells.getFirst().text().strip()).matches() && cells.getFirst().text().length() <= 30) {
            return SkippedRow.Why.SECTION;
        }
        return null;
    }

    /// What a row is that stands between forms or below them.
    static SkippedRow.Why besideForms(Row row) {
        var cells = shown(row);
        if (row.hidden() || cells.isEmpty()) {
            return row.hidden() ? SkippedRow.Why.HIDDEN : SkippedRow.Why.STRUCK;
        }
        var first = Plain.tight(cells.getFirst().text());
        return SIGNATURE.matcher(first).matches() ? SkippedRow.Why.SIGNATURE : NOTE.matcher(first).matches() ? SkippedRow.Why.NOTE
                : SkippedRow.Why.BESIDE_FORMS;
    }

    /// `1 | 服务方面：` names what the rows below have in common.
    private boolean headsOthers(List<Cell> cells) {
        var last = cells.getLast();
        return problem != null && number != null && shape.columns().size() > 3 && cells.size() == 2
                && cells.getFirst().column() == number.index() && last.column() == problem.index()
                && last.text().length() <= SECTION_LENGTH_MAX && HEADS_OTHERS.matcher(last.text().strip()).matches();
    }

    private boolean hasNumber(Row row) {
        for (var cell : row.cells()) {
            if (number != null && cell.column() == number.index() && !cell.blank() && cell.text().strip().matches("\\d+")) {
                return true;
            }
        }
        return false;
    }

    /// What counts as struck is the subject; where the row has none of its own, everything it shows.
    private boolean struck(Row row) {
        boolean any = false;
        for (var cell : row.cells()) {
            if (!cell.blank() && cell.strike() == Cell.Strike.ALL && problem != null && cell.column() == problem.index()) {
                return true;
            }
            any |= !cell.blank() && cell.strike() != Cell.Strike.ALL && (number == null || cell.column() != number.index());
        }
        return !any && row.textCells() > 1 && hasStruck(row);
    }

    private static boolean hasStruck(Row row) {
        for (var cell : row.cells()) {
            if (cell.strike() == Cell.Strike.ALL) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeader(List<Cell> cells) {
        int same = 0;
        int other = 0;
        for (var cell : cells) {
            var head = cell.column() < headings.length && cell.text().length() <= HEADING_LENGTH_MAX ? headings[cell.column()] : null;
            if (head != null && heads(head, Plain.tight(cell.text()))) {
                same++;
            } else {
                other++;
            }
            if (other * 10 > cells.size() * 3) {
                return false;
            }
        }
        return same >= 2;
    }

    /// The whole heading, or its group's or its own part of one.
    private static boolean heads(String heading, String text) {
        return heading.equals(text) || !text.isEmpty() && (heading.endsWith("/" + text) || heading.startsWith(text + "/"));
    }

    private static boolean isColumnNumbers(List<Cell> cells) {
        int expected = -1;
        for (var cell : cells) {
            var text = Plain.narrow(cell.text()).strip().replaceAll("[()（）]", "");
            int value = text.matches("\\d{1,2}") ? Integer.parseInt(text) : text.matches("[甲乙丙丁]") ? 0 : Plain.chineseNumber(text);
            if (value < 0 || text.isEmpty() || expected >= 0 && value != expected) {
                return false;
            }
            expected = value + 1;
        }
        return true;
    }

    private static List<Cell> shown(Row row) {
        return java.util.Arrays.stream(row.cells()).filter(cell -> !cell.text().isBlank() && cell.strike() != Cell.Strike.ALL).toList();
    }

    /// Whether a text is a heading some ledger uses; a matter's problem is not.
    static boolean isLabel(String text) {
        var meaning = text.length() > 24 ? null : Columns.usual().of(text.replaceAll("[:：]\\s*$", ""));
        return meaning != null && meaning.confidence() > 0.9 && meaning.field() != Field.OTHER;
    }
}
