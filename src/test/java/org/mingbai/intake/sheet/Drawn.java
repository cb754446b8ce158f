package org.mingbai.intake.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook drawn as text: a line is a row, `|` parts its cells, `⏎` breaks a line within one, whole numbers are numbers.
/// Dressing (merges, fills, strikes) is told by cell names and goes to the sheet drawn last.
final class Drawn {

    private record Page(String name, String picture, List<Consumer<Sheet>> dressing) {}

    private final List<Page> pages = new ArrayList<>();
    private LocalDate asOf = LocalDate.of(2023, 11, 20);
    private ColumnMapping mapping = ColumnMapping.NONE;

    static Drawn sheet(String picture) {
        return sheet("整改台账", picture);
    }

    static Drawn sheet(String name, String picture) {
        return new Drawn().and(name, picture);
    }

    Drawn and(String name, String picture) {
        pages.add(new Page(name, picture, new ArrayList<>()));
        return this;
    }

    Drawn asOf(String day) {
        asOf = LocalDate.parse(day);
        return this;
    }

    Drawn mapped(ColumnMapping said) {
        mapping = said;
        return this;
    }

    Drawn merged(String... ranges) {
        return dressed(sheet -> List.of(ranges).forEach(range -> sheet.addMergedRegion(CellRangeAddress.valueOf(range))));
    }

    Drawn hiddenRows(int... rows) {
        return dressed(sheet -> {
            for (var row : rows) {
                sheet.getRow(row - 1).setZeroHeight(true);
            }
        });
    }

    Drawn hiddenSheet() {
        return dressed(sheet -> sheet.getWorkbook().setSheetHidden(sheet.getWorkbook().getSheetIndex(sheet), true));
    }

    Drawn dated(String cell, String day, String format) {
        return dressed(sheet -> {
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
            cell(sheet, cell).setCellStyle(style);
            cell(sheet, cell).setCellValue(LocalDate.parse(day));
        });
    }

    Drawn number(String cell, double value, String format) {
        return dressed(sheet -> {
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
            cell(sheet, cell).setCellStyle(style);
            cell(sheet, cell).setCellValue(value);
        });
    }

    Drawn formula(String cell, String formula) {
        return dressed(sheet -> {
            cell(sheet, cell).setCellFormula(formula);
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell(sheet, cell));
        });
    }

    /// `range` is one cell or several, `A3:J3`.
    Drawn filled(String range, int rgb) {
        return styled(range, style -> {
            style.setFillForegroundColor(new XSSFColor(bytes(rgb), null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        });
    }

    Drawn filledTheme(String cell, int theme, double tint) {
        return styled(cell, style -> {
            var colour = new XSSFColor();
            colour.setTheme(theme);
            colour.setTint(tint);
            style.setFillForegroundColor(colour);
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        });
    }

    Drawn filledIndexed(String range, IndexedColors colour) {
        return dressed(sheet -> {
            for (var at : CellRangeAddress.valueOf(range)) {
                var style = sheet.getWorkbook().createCellStyle();
                style.setFillForegroundColor(colour.index);
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                cell(sheet, at.formatAsString()).setCellStyle(style);
            }
        });
    }

    Drawn inked(String range, int rgb) {
        return styled(range, style -> style.getFont().setColor(new XSSFColor(bytes(rgb), null)));
    }

    Drawn struck(String range) {
        return dressed(sheet -> {
            for (var at : CellRangeAddress.valueOf(range)) {
                var font = sheet.getWorkbook().createFont();
                font.setStrikeout(true);
                var style = sheet.getWorkbook().createCellStyle();
                style.setFont(font);
                cell(sheet, at.formatAsString()).setCellStyle(style);
            }
        });
    }

    Drawn partlyStruck(String cell, String words) {
        return dressed(sheet -> {
            var font = sheet.getWorkbook().createFont();
            font.setStrikeout(true);
            var text = cell(sheet, cell).getStringCellValue();
            RichTextString rich = sheet.getWorkbook().getCreationHelper().createRichTextString(text);
            rich.applyFont(text.indexOf(words), text.indexOf(words) + words.length(), font);
            cell(sheet, cell).setCellValue(rich);
        });
    }

    private Drawn styled(String range, Consumer<XSSFCellStyle> how) {
        return dressed(sheet -> {
            for (var at : CellRangeAddress.valueOf(range)) {
                var style = (XSSFCellStyle) sheet.getWorkbook().createCellStyle();
                style.setFont((XSSFFont) sheet.getWorkbook().createFont());
                how.accept(style);
                cell(sheet, at.formatAsString()).setCellStyle(style);
            }
        });
    }

    private Drawn dressed(Consumer<Sheet> how) {
        pages.getLast().dressing().add(how);
        return this;
    }

    private static byte[] bytes(int rgb) {
        return new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
    }

    private static Cell cell(Sheet sheet, String name) {
        var at = new CellReference(name);
        var row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        return row.getCell(at.getCol()) == null ? row.createCell(at.getCol()) : row.getCell(at.getCol());
    }

    Told read() {
        return told(XSSFWorkbook::new, ".xlsx");
    }

    Told readAsXls() {
        return told(HSSFWorkbook::new, ".xls");
    }

    private Told told(Supplier<Workbook> empty, String ending) {
        try (var book = empty.get()) {
            for (var page : pages) {
                draw(book.createSheet(page.name()), page);
            }
            return Told.of(ending, ReadingOptions.asOf(asOf).with(mapping), book::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(Sheet sheet, Page page) {
        var lines = page.picture().split("\n", -1);
        for (var r = 0; r < lines.length; r++) {
            var row = sheet.createRow(r);
            var texts = lines[r].split("\\|", -1);
            for (var c = 0; c < texts.length; c++) {
                var text = texts[c].strip().replace('⏎', '\n');
                if (text.matches("[1-9]\\d{0,4}")) {
                    row.createCell(c).setCellValue(Integer.parseInt(text));
                } else if (!text.isEmpty()) {
                    row.createCell(c).setCellValue(text);
                }
            }
        }
        page.dressing().forEach(how -> how.accept(sheet));
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static Path file(String ending, Content content) throws IOException {
        var file = Files.createTempFile("ledger", ending);
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            content.writeTo(out);
        }
        return file;
    }
}
