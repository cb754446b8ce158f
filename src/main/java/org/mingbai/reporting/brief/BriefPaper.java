package org.mingbai.reporting.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.mingbai.shell.Words;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/// A report in the form of GB/T 9704-2012: A4, 22 lines of 28 characters, headings in their three kinds of type, head and foot as set. Each figure
/// is a field of its own that leads back to its cases, and an annex says of each what it is. A draft is marked as one.
final class BriefPaper {

    /// Every figure stands in a content control with such a tag.
    static final String TAG = "mingbai-figure-";
    /// Which report it is stands in a property of the file: `tenant/id`.
    static final String PROPERTY = "mingbai-brief";

    private static final Words WORDS = Words.in(Locale.CHINESE);
    /// What stands above one that is not issued.
    static final String DRAFT = WORDS.of("reporting.brief.paper.draft");
    /// Page, grid, page numbers and the body's type.
    private static final String SHEET = "/papers/slip.docx";
    private static final String BODY = "仿宋_GB2312";
    private static final String SONG = "方正小标宋简体";
    private static final String HEI = "黑体";
    private static final String KAI = "楷体_GB2312";
    private static final int POINTS = 16;
    private static final int SMALL = 14;
    private static final int DIGEST_SHOWN = 16;
    private static final int TWO_CHARACTERS = 640;
    private static final int LINE = 579;
    private static final String RED = "FF0000";

    private final XWPFDocument document;
    private final Brief brief;
    private final Told told;
    private final String base;

    private BriefPaper(XWPFDocument document, Brief brief, Told told, String base) {
        this.document = document;
        this.brief = brief;
        this.told = told;
        this.base = base;
    }

    /// @param base the address links begin with
    static byte[] of(int tenant, Brief brief, Told told, String base) {
        try (var in = Objects.requireNonNull(BriefPaper.class.getResourceAsStream(SHEET)); var document = new XWPFDocument(in);
                var out = new ByteArrayOutputStream()) {
            while (!document.getBodyElements().isEmpty()) {
                document.removeBodyElement(0);
            }
            document.getProperties().getCustomProperties().addProperty(PROPERTY, tenant + "/" + brief.id());
            new BriefPaper(document, brief, told, base).write();
            document.write(out);
            return out.toByteArray();
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    private void write() throws IOException, InvalidFormatException {
        head();
        for (var line : told.lines()) {
            switch (line) {
                case Told.Line.Heading(int level, var parts) -> paragraph(parts, level == 1 ? HEI : level == 2 ? KAI : BODY, level == 3);
                case Told.Line.Paragraph(var parts) -> paragraph(parts, BODY, false);
                case Told.Line.Table table -> table(table);
            }
        }
        foot();
        annex();
    }

    private void head() {
        var head = brief.body().head();
        if (brief.state() != Brief.State.ISSUED) {
            run(plain(ParagraphAlignment.LEFT), DRAFT, HEI, POINTS, false);
        }
        if (!head.issuer().isBlank()) {
            var issuer = plain(ParagraphAlignment.CENTER);
            issuer.setSpacingBetween(48, LineSpacingRule.EXACT);
            run(issuer, head.issuer(), SONG, 32, false).setColor(RED);
        }
        var number = plain(ParagraphAlignment.CENTER);
        run(number, brief.number() == null ? WORDS.of("reporting.brief.paper.unnumbered") : brief.number(), BODY, POINTS, false);
        var rule = number.getCTP().getPPr().addNewPBdr().addNewBottom();
        rule.setVal(STBorder.SINGLE);
        rule.setSz(BigInteger.valueOf(18));
        rule.setSpace(BigInteger.valueOf(11));
        rule.setColor(RED);
        plain(ParagraphAlignment.LEFT);
        run(plain(ParagraphAlignment.CENTER), brief.body().title(), SONG, 22, false);
        plain(ParagraphAlignment.LEFT);
        if (!head.to().isBlank()) {
            run(plain(ParagraphAlignment.LEFT), head.to() + "：", BODY, POINTS, false);
        }
    }

    private void foot() {
        var head = brief.body().head();
        plain(ParagraphAlignment.LEFT);
        var day = brief.issuedOn() == null ? brief.body().asOf() : brief.issuedOn();
        if (!head.issuer().isBlank()) {
            signed(head.issuer());
        }
        signed(day(day));
        if (!head.copies().isBlank() || !head.printer().isBlank()) {
            plain(ParagraphAlignment.LEFT);
            ruled(head.copies().isBlank() ? "" : WORDS.of("reporting.brief.paper.copies", head.copies()));
            ruled(head.printer() + "　　" + WORDS.of("reporting.brief.paper.printed", day(day)));
        }
    }

    private void signed(String text) {
        var line = plain(ParagraphAlignment.RIGHT);
        line.setIndentationRight(2 * TWO_CHARACTERS);
        run(line, text, BODY, POINTS, false);
    }

    private void ruled(String text) {
        if (!text.isBlank()) {
            var line = plain(ParagraphAlignment.LEFT);
            line.setIndentationLeft(TWO_CHARACTERS / 2);
            line.setBorderTop(Borders.SINGLE);
            line.setBorderBottom(Borders.SINGLE);
            run(line, text, BODY, SMALL, false);
        }
    }

    private XWPFParagraph plain(ParagraphAlignment alignment) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        exact(paragraph);
        return paragraph;
    }

    private static void exact(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr();
        var spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
        spacing.setLine(BigInteger.valueOf(LINE));
        spacing.setLineRule(STLineSpacingRule.EXACT);
    }

    private void paragraph(List<Told.Part> parts, String type, boolean bold) throws InvalidFormatException {
        var paragraph = plain(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(TWO_CHARACTERS);
        write(paragraph, parts, type, POINTS, bold);
    }

    private void write(XWPFParagraph paragraph, List<Told.Part> parts, String type, int points, boolean bold) throws InvalidFormatException {
        for (var part : parts) {
            switch (part) {
                case Told.Part.Said(var words) -> run(paragraph, words, type, points, bold);
                case Told.Part.Number(var figure) -> figure(paragraph, figure, type, points);
            }
        }
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String type, int points, boolean bold) {
        var run = paragraph.createRun();
        run.setText(text);
        typed(run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr(), type, points);
        run.setBold(bold);
        return run;
    }

    private static void typed(CTRPr properties, String type, int points) {
        var fonts = properties.addNewRFonts();
        fonts.setAscii(type);
        fonts.setHAnsi(type);
        fonts.setEastAsia(type);
        properties.addNewSz().setVal(BigInteger.valueOf(2L * points));
        properties.addNewSzCs().setVal(BigInteger.valueOf(2L * points));
    }

    /// A content control around a link.
    private void figure(XWPFParagraph paragraph, Told.Stated figure, String type, int points) throws InvalidFormatException {
        var control = paragraph.getCTP().addNewSdt();
        var properties = control.addNewSdtPr();
        properties.addNewAlias().setVal(figure.name());
        properties.addNewTag().setVal(TAG + figure.no());
        var relation = document.getPackagePart().addExternalRelationship(base + "/briefs/" + brief.id() + "/figures/" + figure.no(),
                XWPFRelation.HYPERLINK.getRelation());
        var link = control.addNewSdtContent().addNewHyperlink();
        link.setId(relation.getId());
        CTR run = link.addNewR();
        typed(run.addNewRPr(), type, points);
        run.addNewT().setStringValue(figure.text());
    }

    private void table(Told.Line.Table table) throws IOException, InvalidFormatException {
        run(plain(ParagraphAlignment.CENTER), WORDS.of("reporting.brief.paper.table", table.title(), table.by()), HEI, SMALL, false);
        if (table.chart() && !table.rows().isEmpty()) {
            chart(table);
        }
        var sheet = document.createTable(table.rows().size() + 1, 3);
        sheet.setWidth("100%");
        cell(sheet, 0, 0, table.by(), true);
        cell(sheet, 0, 1, table.title(), true);
        cell(sheet, 0, 2, WORDS.of("reporting.brief.paper.of"), true);
        for (int i = 0; i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            cell(sheet, i + 1, 0, row.name(), false);
            var value = sheet.getRow(i + 1).getCell(1).getParagraphs().getFirst();
            value.setAlignment(ParagraphAlignment.RIGHT);
            figure(value, row.value(), BODY, SMALL);
            cell(sheet, i + 1, 2, Long.toString(row.of()), false);
        }
        plain(ParagraphAlignment.LEFT);
    }

    private static void cell(XWPFTable sheet, int row, int column, String text, boolean head) {
        var paragraph = sheet.getRow(row).getCell(column).getParagraphs().getFirst();
        paragraph.setAlignment(column == 0 || head ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
        run(paragraph, text, head ? HEI : BODY, SMALL, false);
    }

    /// Drawn by the program that opens it, from the numbers kept in it.
    private void chart(Told.Line.Table table) throws IOException, InvalidFormatException {
        var rows = table.rows().stream().limit(30).toList();
        var chart = document.createChart(15 * Units.EMU_PER_CENTIMETER, Math.min(20, 2 + rows.size()) * Units.EMU_PER_CENTIMETER);
        var category = chart.createCategoryAxis(AxisPosition.LEFT);
        var value = chart.createValueAxis(AxisPosition.BOTTOM);
        value.setCrosses(AxisCrosses.AUTO_ZERO);
        value.setCrossBetween(AxisCrossBetween.BETWEEN);
        var names = XDDFDataSourcesFactory.fromArray(rows.reversed().stream().map(Told.Row::name).toArray(String[]::new));
        var numbers = XDDFDataSourcesFactory.fromArray(rows.reversed().stream().map(row -> row.value().amount()).toArray(Double[]::new));
        var data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, category, value);
        data.setBarDirection(BarDirection.BAR);
        var series = data.addSeries(names, numbers);
        series.setTitle(table.title(), null);
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(new byte[] {0x4A, 0x45, 0x3D})));
        data.setGapWidth(60);
        chart.plot(data);
    }

    /// What each figure is: definition, period, cut-off, how many cases and which.
    private void annex() {
        var figures = told.figures();
        if (figures.isEmpty()) {
            return;
        }
        var title = plain(ParagraphAlignment.LEFT);
        title.setPageBreak(true);
        run(title, WORDS.of("reporting.brief.paper.annex"), HEI, POINTS, false);
        run(plain(ParagraphAlignment.CENTER), WORDS.of("reporting.brief.paper.annex.title"), SONG, 22, false);
        var body = brief.body();
        run(plain(ParagraphAlignment.LEFT), WORDS.of("reporting.brief.paper.span", day(body.from()), day(body.to()), day(body.asOf())), BODY, SMALL, false);
        for (var figure : figures) {
            var line = plain(ParagraphAlignment.LEFT);
            run(line, WORDS.of("reporting.brief.paper.figure", figure.no(), figure.name(), figure.text(), figure.means(), span(figure),
                    Long.toString(figure.cases()), figure.version(), figure.digest().substring(0, DIGEST_SHOWN)), BODY, SMALL, false);
            if (!figure.numbers().isEmpty()) {
                run(plain(ParagraphAlignment.LEFT), WORDS.of("reporting.brief.paper.cases", String.join("、", figure.numbers())), BODY, SMALL, false);
            }
        }
    }

    /// Where it is another one than the report's.
    private String span(Told.Stated figure) {
        boolean same = figure.from().equals(brief.body().from()) && figure.to().equals(brief.body().to());
        return same ? "" : WORDS.of("reporting.brief.paper.other-span", day(figure.from()), day(figure.to()));
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
