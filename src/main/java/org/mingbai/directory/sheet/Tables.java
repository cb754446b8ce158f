package org.mingbai.directory.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/// A file as tables of text: .xlsx, .xls, or CSV in UTF-8 or GB18030. Directories are small; a bigger file is no directory.
final class Tables {

    private static final int BYTES_MAX = 5 << 20;
    private static final int ROWS_MAX = 20_000;
    private static final int COLUMNS_MAX = 100;

    record Table(String name, List<List<String>> rows) {}

    private Tables() {}

    static List<Table> of(byte[] file, String fileName) throws Unreadable {
        if (file.length > BYTES_MAX) {
            throw new Unreadable(Unreadable.Why.TOO_BIG);
        }
        var tables = isWorkbook(file) ? workbook(file) : List.of(csv(file, fileName));
        if (tables.stream().mapToInt(table -> table.rows().size()).sum() > ROWS_MAX) {
            throw new Unreadable(Unreadable.Why.TOO_BIG);
        }
        return tables;
    }

    private static boolean isWorkbook(byte[] file) {
        return file.length > 4 && (file[0] == 'P' && file[1] == 'K' || (file[0] & 0xff) == 0xd0 && (file[1] & 0xff) == 0xcf);
    }

    private static List<Table> workbook(byte[] file) throws Unreadable {
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            var tables = new ArrayList<Table>();
            for (var sheet : book) {
                tables.add(new Table(sheet.getSheetName(), rows(sheet)));
            }
            return tables;
        } catch (EncryptedDocumentException e) {
            throw new Unreadable(Unreadable.Why.LOCKED);
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable(Unreadable.Why.BROKEN);
        }
    }

    private static List<List<String>> rows(Sheet sheet) {
        var formatter = new DataFormatter(Locale.ROOT);
        var rows = new ArrayList<List<String>>();
        for (int number = 0; number <= Math.min(sheet.getLastRowNum(), ROWS_MAX); number++) {
            var cells = new ArrayList<String>();
            var row = sheet.getRow(number);
            for (int column = 0; row != null && column < Math.min(row.getLastCellNum(), COLUMNS_MAX); column++) {
                cells.add(text(row.getCell(column), formatter));
            }
            rows.add(cells);
        }
        return rows;
    }

    /// A formula counts as its last result; a date as its ISO form, whatever it looks like.
    private static String text(org.apache.poi.ss.usermodel.@org.jspecify.annotations.Nullable Cell cell, DataFormatter formatter) {
        if (cell == null) {
            return "";
        }
        var kind = cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (kind) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> DateUtil.isCellDateFormatted(cell)
                    ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                    : formatter.formatRawCellContents(cell.getNumericCellValue(), 0, "0");
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            default -> "";
        };
    }

    private static Table csv(byte[] file, String fileName) throws Unreadable {
        var text = decoded(file);
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable(Unreadable.Why.BROKEN);
        }
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean closes = c == '"' && !(i + 1 < text.length() && text.charAt(i + 1) == '"');
                if (closes) {
                    quoted = false;
                } else {
                    i += c == '"' ? 1 : 0;
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\t') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(List.copyOf(row));
        }
        return new Table(fileName, rows);
    }

    private static String decoded(byte[] file) throws Unreadable {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                var text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file)).toString();
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw new Unreadable(Unreadable.Why.BROKEN);
    }
}
