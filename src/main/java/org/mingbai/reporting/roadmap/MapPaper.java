package org.mingbai.reporting.roadmap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.mingbai.shell.Words;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/// A road map in Word: the picture on an A4 sheet across, and behind it the table it was drawn from.
final class MapPaper {

    private static final String SHEET = "/papers/slip.docx";
    private static final String BODY = "仿宋_GB2312";
    private static final String HEI = "黑体";
    private static final int LONG = 16838;
    private static final int SHORT = 11906;
    private static final int EDGE = 850;
    private static final int PICTURE_MM = 260;
    private static final int POINTS = 11;

    private MapPaper() {}

    /// @param picture nothing where the machine cannot draw one: then the paper says so
    static byte[] of(RoadMap map, Optional<byte[]> picture, Locale locale) {
        var words = Words.in(locale);
        try (var in = Objects.requireNonNull(MapPaper.class.getResourceAsStream(SHEET)); var document = new XWPFDocument(in);
                var out = new ByteArrayOutputStream()) {
            while (!document.getBodyElements().isEmpty()) {
                document.removeBodyElement(0);
            }
            across(document);
            var first = document.createParagraph();
            if (picture.isPresent()) {
                first.setAlignment(ParagraphAlignment.CENTER);
                int wide = PICTURE_MM * Units.EMU_PER_CENTIMETER / 10;
                var drawn = first.createRun().addPicture(new ByteArrayInputStream(picture.get()), PictureType.PNG, "map.png", wide,
                        (int) ((long) wide * MapLayout.HEIGHT / MapLayout.WIDTH));
                drawn.getCTPicture().getNvPicPr().getCNvPr().setDescr(Type.readable(map.title() + " " + map.said()));
            } else {
                run(first, words.of("reporting.map.no-font"), HEI, POINTS);
            }
            var title = document.createParagraph();
            title.setPageBreak(picture.isPresent());
            run(title, map.title(), HEI, POINTS + 5);
            run(document.createParagraph(), map.said(), BODY, POINTS);
            table(document, map, words);
            document.write(out);
            return out.toByteArray();
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static void across(XWPFDocument document) {
        var section = document.getDocument().getBody().isSetSectPr() ? document.getDocument().getBody().getSectPr()
                : document.getDocument().getBody().addNewSectPr();
        var size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(LONG));
        size.setH(BigInteger.valueOf(SHORT));
        size.setOrient(STPageOrientation.LANDSCAPE);
        var margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(EDGE));
        margins.setBottom(BigInteger.valueOf(EDGE));
        margins.setLeft(BigInteger.valueOf(EDGE));
        margins.setRight(BigInteger.valueOf(EDGE));
        if (section.isSetDocGrid()) {
            section.unsetDocGrid();
        }
    }

    private static void table(XWPFDocument document, RoadMap map, Words words) {
        if (map.count() == 0) {
            run(document.createParagraph(), words.of("reporting.map.none"), BODY, POINTS);
            return;
        }
        var sheet = document.createTable(map.count() + 1, 5);
        sheet.setWidth("100%");
        var heads = List.of("reporting.map.owner", "reporting.map.node", "reporting.map.on", "reporting.map.how", "reporting.map.done-on");
        for (int i = 0; i < heads.size(); i++) {
            cell(sheet, 0, i, words.of(heads.get(i)), HEI);
        }
        sheet.getRow(0).setRepeatHeader(true);
        int row = 1;
        for (var lane : map.lanes()) {
            for (var node : lane.nodes()) {
                cell(sheet, row, 0, lane.name(), BODY);
                cell(sheet, row, 1, node.words(), BODY);
                cell(sheet, row, 2, node.on().toString(), BODY);
                cell(sheet, row, 3, node.told(), BODY);
                cell(sheet, row, 4, node.done() == null ? "" : node.done().toString(), BODY);
                row++;
            }
        }
    }

    private static void cell(XWPFTable sheet, int row, int column, String text, String type) {
        run(sheet.getRow(row).getCell(column).getParagraphs().getFirst(), text, type, POINTS);
    }

    private static void run(XWPFParagraph paragraph, String text, String type, int points) {
        var run = paragraph.createRun();
        run.setText(Type.readable(text));
        var properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        var fonts = properties.addNewRFonts();
        fonts.setAscii(type);
        fonts.setHAnsi(type);
        fonts.setEastAsia(type);
        run.setFontSize(points);
    }
}
