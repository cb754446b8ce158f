package org.mingbai.intake.sheet.workbook;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.AutoFilterInfoRecord;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.PaletteRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/// An .xls of Excel 97 to 2003 or WPS: records in a compound file. At most 65,536 rows a sheet, so one sheet at a time is held.
final class XlsBook implements Book {

    private static final Set<String> MACROS = Set.of("_VBA_PROJECT_CUR", "Macros", "VBA");

    private final POIFSFileSystem files;
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final List<FontRecord> fonts = new ArrayList<>();
    private final List<ExtendedFormatRecord> formats = new ArrayList<>();
    private final Map<Integer, NumberShape> shapes = new HashMap<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Tail> tails = new ArrayList<>();
    private final List<Set<Integer>> hiddenRows = new ArrayList<>();
    private PaletteRecord palette = new PaletteRecord();
    private @Nullable SSTRecord texts;
    private boolean since1904;

    private XlsBook(POIFSFileSystem files) throws IOException {
        this.files = files;
        refuseOthers();
        try {
            survey();
        } catch (EncryptedDocumentException e) {
            throw new Unreadable(new FileRefusal.Encrypted());
        } catch (RuntimeException e) {
            throw Unreadable.broken("Workbook");
        }
    }

    static XlsBook open(Path file, Limits limits) throws IOException {
        POIFSFileSystem files;
        try {
            files = new POIFSFileSystem(new File(file.toString()), true);
        } catch (IOException | RuntimeException e) {
            throw Unreadable.broken("OLE2");
        }
        try {
            return new XlsBook(files);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private void refuseOthers() throws Unreadable {
        var root = files.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new Unreadable(new FileRefusal.Encrypted());
        }
        for (var name : MACROS) {
            if (root.hasEntryCaseInsensitive(name)) {
                throw new Unreadable(new FileRefusal.Macros());
            }
        }
        if (!root.hasEntryCaseInsensitive("Workbook")) {
            var found = root.hasEntryCaseInsensitive("WordDocument") ? ".doc"
                    : root.hasEntryCaseInsensitive("PowerPoint Document") ? ".ppt"
                    : root.hasEntryCaseInsensitive("Book") ? ".xls (Excel 5/95)" : "OLE2";
            throw new Unreadable(new FileRefusal.WrongType(found));
        }
    }

    private RecordFactoryInputStream records() throws IOException {
        return new RecordFactoryInputStream(files.createDocumentInputStream("Workbook"), false);
    }

    /// Looks, texts and sheet names of the whole book, and of each sheet what stands behind its cells.
    private void survey() throws IOException {
        var records = records();
        var depth = 0;
        List<Merges.Range> merges = new ArrayList<>();
        Set<Integer> hidden = new HashSet<>();
        var globals = true;
        for (Record record; (record = records.nextRecord()) != null; ) {
            switch (record) {
                case BOFRecord bof -> depth++;
                case EOFRecord eof -> {
                    if (--depth == 0) {
                        if (!globals) {
                            tails.add(new Tail(new Merges(merges), false));
                            hiddenRows.add(hidden);
                            merges = new ArrayList<>();
                            hidden = new HashSet<>();
                        }
                        globals = false;
                    }
                }
                case BoundSheetRecord sheet -> bound.add(sheet);
                case FontRecord font -> fonts.add(font);
                case ExtendedFormatRecord format -> formats.add(format);
                case FormatRecord format -> shapes.put(format.getIndexCode(), NumberShape.of(format.getFormatString()));
                case PaletteRecord colours -> palette = colours;
                case SSTRecord shared -> texts = shared;
                case DateWindow1904Record window -> since1904 = window.getWindowing() == 1;
                case MergeCellsRecord merged -> {
                    for (var i = 0; i < merged.getNumAreas(); i++) {
                        var area = merged.getAreaAt(i);
                        Merges.add(merges, new Merges.Range(area.getFirstRow() + 1, area.getFirstColumn(), area.getLastRow() + 1, area.getLastColumn()));
                    }
                }
                case RowRecord row when row.getZeroHeight() -> hidden.add(row.getRowNumber());
                case AutoFilterInfoRecord filter -> { }
                default -> { }
            }
        }
        bound.sort(java.util.Comparator.comparingInt(BoundSheetRecord::getPositionOfBof));
        for (var format : formats) {
            looks.add(look(format));
        }
        if (bound.isEmpty() || tails.size() < bound.size()) {
            throw Unreadable.broken("Workbook");
        }
    }

    private Look look(ExtendedFormatRecord format) {
        var fill = format.getAdtlFillPattern() == 0 ? Look.NONE : colour(format.getFillForeground());
        var font = font(format.getFontIndex());
        var shape = shapes.getOrDefault((int) format.getFormatIndex(), NumberShape.builtIn(format.getFormatIndex()));
        return new Look(fill, font == null ? Look.NONE : colour(font.getColorPaletteIndex()), font != null && font.isStruckout(), shape);
    }

    /// Font number 4 is left out of the file, by old habit.
    private @Nullable FontRecord font(int index) {
        var place = index > 4 ? index - 1 : index;
        return place >= 0 && place < fonts.size() ? fonts.get(place) : null;
    }

    private int colour(int index) {
        var bytes = index < 8 ? palette.getColor((short) (index + 8)) : index < 64 ? palette.getColor((short) index) : null;
        return bytes == null ? Look.NONE : (bytes[0] & 0xFF) << 16 | (bytes[1] & 0xFF) << 8 | bytes[2] & 0xFF;
    }

    @Override
    public List<Sheet> sheets() {
        return bound.stream().map(sheet -> new Sheet(sheet.getSheetname(), sheet.isHidden() || sheet.isVeryHidden())).toList();
    }

    @Override
    public Tail tailOf(int sheet) {
        return tails.get(sheet);
    }

    @Override
    public void rows(int sheet, RowSink sink) throws IOException {
        TreeMap<Integer, TreeMap<Integer, Cell>> rows;
        try {
            rows = collect(sheet);
        } catch (RuntimeException e) {
            throw Unreadable.broken("Workbook");
        }
        for (var row : rows.entrySet()) {
            var cells = row.getValue().values().toArray(Cell[]::new);
            if (!sink.row(new Row(row.getKey() + 1, hiddenRows.get(sheet).contains(row.getKey()), cells))) {
                return;
            }
        }
    }

    private TreeMap<Integer, TreeMap<Integer, Cell>> collect(int sheet) throws IOException {
        var rows = new TreeMap<Integer, TreeMap<Integer, Cell>>();
        var records = records();
        var depth = 0;
        var substream = -1;
        FormulaRecord waiting = null;
        for (Record record; (record = records.nextRecord()) != null; ) {
            if (record instanceof BOFRecord) {
                substream += depth++ == 0 ? 1 : 0;
            } else if (record instanceof EOFRecord && --depth == 0 && substream == sheet + 1) {
                return rows;
            }
            if (substream != sheet + 1 || depth != 1) {
                continue;
            }
            if (record instanceof StringRecord result && waiting != null) {
                put(rows, waiting, text(waiting.getColumn(), result.getString(), look(waiting), Cell.Strike.NONE, false));
                waiting = null;
            } else if (record instanceof FormulaRecord formula && formula.hasCachedResultString()) {
                waiting = formula;
            } else if (record instanceof CellRecord cell) {
                put(rows, cell, cellOf(cell));
            } else if (record instanceof BlankRecord blank && look(blank.getXFIndex()).fill() != Look.NONE) {
                rows.computeIfAbsent(blank.getRow(), n -> new TreeMap<>()).put((int) blank.getColumn(),
                        new Cell(blank.getColumn(), Cell.Kind.BLANK, "", 0, look(blank.getXFIndex()), Cell.Strike.NONE));
            } else if (record instanceof LabelRecord label) {
                rows.computeIfAbsent(label.getRow(), n -> new TreeMap<>()).put((int) label.getColumn(),
                        text(label.getColumn(), label.getValue(), look(label.getXFIndex()), Cell.Strike.NONE, false));
            }
        }
        return rows;
    }

    private static void put(TreeMap<Integer, TreeMap<Integer, Cell>> rows, CellRecord at, @Nullable Cell cell) {
        if (cell != null && cell.column() < Limits.COLUMNS_MAX) {
            rows.computeIfAbsent(at.getRow(), n -> new TreeMap<>()).put(cell.column(), cell);
        }
    }

    private Look look(CellRecord cell) {
        return look(cell.getXFIndex());
    }

    private Look look(int index) {
        return index >= 0 && index < looks.size() ? looks.get(index) : Look.PLAIN;
    }

    private @Nullable Cell cellOf(CellRecord cell) {
        return switch (cell) {
            case LabelSSTRecord label when texts != null -> rich(label, texts.getString(label.getSSTIndex()));
            case NumberRecord number -> number(cell, number.getValue());
            case BoolErrRecord told when told.isBoolean() -> text(cell.getColumn(), told.getBooleanValue() ? "TRUE" : "FALSE", look(cell),
                    Cell.Strike.NONE, false);
            case BoolErrRecord told -> error(cell, told.getErrorValue());
            case FormulaRecord formula -> switch (formula.getCachedResultTypeEnum()) {
                case NUMERIC -> number(cell, formula.getValue());
                case BOOLEAN -> text(cell.getColumn(), formula.getCachedBooleanValue() ? "TRUE" : "FALSE", look(cell), Cell.Strike.NONE, false);
                case ERROR -> error(cell, formula.getCachedErrorValue());
                default -> null;
            };
            default -> null;
        };
    }

    private Cell number(CellRecord cell, double value) {
        var look = look(cell);
        return Cell.number(cell.getColumn(), since1904 && look.shape().isDate() ? value + 1462 : value, look);
    }

    private Cell error(CellRecord cell, int code) {
        var name = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR!";
        return new Cell(cell.getColumn(), Cell.Kind.ERROR, name, 0, look(cell), Cell.Strike.NONE);
    }

    private @Nullable Cell rich(LabelSSTRecord label, UnicodeString shared) {
        var text = shared.getString();
        var look = look(label);
        if (shared.getFormatRunCount() == 0) {
            return text(label.getColumn(), text, look, Cell.Strike.NONE, false);
        }
        var rich = new RichText();
        rich.start();
        var from = 0;
        var struck = look.struck();
        for (var i = 0; i <= shared.getFormatRunCount(); i++) {
            var run = i < shared.getFormatRunCount() ? shared.getFormatRun(i) : null;
            var to = run == null ? text.length() : Math.min(run.getCharacterPos(), text.length());
            rich.add(text.substring(from, Math.max(from, to)), struck);
            from = Math.max(from, to);
            if (run != null) {
                var font = font(run.getFontIndex());
                struck = font != null && font.isStruckout();
            }
        }
        return text(label.getColumn(), rich.text(), look, rich.strike(), true);
    }

    private static @Nullable Cell text(int column, String raw, Look look, Cell.Strike strike, boolean ownFonts) {
        var text = RichText.unescaped(raw);
        if (text.isBlank()) {
            return look.fill() == Look.NONE ? null : new Cell(column, Cell.Kind.BLANK, "", 0, look, Cell.Strike.NONE);
        }
        return new Cell(column, Cell.Kind.TEXT, text, 0, look, look.struck() && !ownFonts ? Cell.Strike.ALL : strike);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
