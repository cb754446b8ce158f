package org.mingbai.ledger.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Files as people attach them, and as nobody should: each made here.
final class Papers {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Charset GBK = Charset.forName("GBK");

    private Papers() {}

    static byte[] word(String... paragraphs) {
        return written(out -> {
            try (var paper = new XWPFDocument()) {
                for (var text : paragraphs) {
                    var paragraph = paper.createParagraph();
                    // As Word writes it: one word in two pieces.
                    paragraph.createRun().setText(text.substring(0, text.length() / 2));
                    paragraph.createRun().setText(text.substring(text.length() / 2));
                }
                paper.write(out);
            }
        });
    }

    static byte[] workbook(String... cells) {
        return written(out -> {
            try (var book = new XSSFWorkbook()) {
                var row = book.createSheet("明细").createRow(0);
                for (int i = 0; i < cells.length; i++) {
                    row.createCell(i).setCellValue(cells[i]);
                }
                book.write(out);
            }
        });
    }

    /// With a font of its own inside, whose letters the file says the meaning of, as Word and WPS write it.
    static byte[] pdf(String text) {
        return written(out -> {
            try (var pdf = drawn(text)) {
                pdf.save(out);
            }
        });
    }

    static byte[] lockedPdf(String text) {
        return written(out -> {
            try (var pdf = drawn(text)) {
                pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
                pdf.save(out);
            }
        });
    }

    /// A page without letters, as a scanner makes it.
    static byte[] scannedPdf() {
        return written(out -> {
            try (var pdf = new PDDocument()) {
                pdf.addPage(new PDPage());
                pdf.save(out);
            }
        });
    }

    private static PDDocument drawn(String text) throws IOException {
        var pdf = new PDDocument();
        var page = new PDPage();
        pdf.addPage(page);
        var font = PDType0Font.load(pdf, Papers.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"), false);
        var letters = LETTERS.substring(0, text.length());
        try (var content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(50, 700);
            content.showText(letters);
            content.endText();
        }
        var meant = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
                + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + text.length() + " beginbfchar\n");
        for (int i = 0; i < text.length(); i++) {
            meant.append('<').append(HexFormat.of().formatHex(font.encode(letters.substring(i, i + 1)))).append("> <%04X>\n".formatted((int) text.charAt(i)));
        }
        meant.append("endbfchar endcmap end end");
        var stream = pdf.getDocument().createCOSStream();
        try (var to = stream.createOutputStream()) {
            to.write(meant.toString().getBytes(StandardCharsets.US_ASCII));
        }
        font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
        return pdf;
    }

    /// With a font that is not in it, and letters in GBK, as many offices send it.
    static byte[] pdfInGbk(String text) {
        return pdfOf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                stream("", ("BT /F 12 Tf 50 700 Td <" + HexFormat.of().formatHex(text.getBytes(GBK)) + "> Tj ET").getBytes(StandardCharsets.US_ASCII)),
                "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>",
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>",
                "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>");
    }

    /// Forty forms, each of which draws the next one twice.
    static byte[] pdfThatTakesForEver() {
        var forms = IntStream.range(0, 40).mapToObj(i -> stream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X " + (6 + i) + " 0 R>>>>",
                "/X Do /X Do".getBytes(StandardCharsets.US_ASCII))).collect(Collectors.toList());
        forms.add(0, stream("", "/X Do".getBytes(StandardCharsets.US_ASCII)));
        forms.add(0, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>");
        forms.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]", "q Q".getBytes(StandardCharsets.US_ASCII)));
        return pdfOf(forms.toArray(String[]::new));
    }

    /// A few kilobytes that unpack to 600 MB and are packed twice.
    static byte[] pdfBomb() {
        var once = deflated(out -> {
            var blank = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 600; i++) {
                out.write(blank);
            }
        });
        return pdfOf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
                stream("/Filter[/FlateDecode/FlateDecode]", deflated(out -> out.write(once))));
    }

    static byte[] deepPdf() {
        return pdfOf("<</Type/Page/Parent 2 0 R/X " + "[".repeat(1_000_000) + ">>", "null");
    }

    private static String stream(String dictionary, byte[] content) {
        return "<<" + dictionary + "/Length " + content.length + ">>\nstream\n" + new String(content, StandardCharsets.ISO_8859_1) + "\nendstream";
    }

    private static byte[] pdfOf(String... fromTheThird) {
        var text = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        var objects = new ArrayList<>(List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"));
        objects.addAll(List.of(fromTheThird));
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(text.length()));
            text.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int at = text.length();
        int size = objects.size() + 1;
        text.append("xref\n0 ").append(size).append('\n').append(table).append("trailer\n<</Size ").append(size).append("/Root 1 0 R>>\nstartxref\n").append(at)
                .append("\n%%EOF");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// One attribute of 300 MB in a document of 300 KB.
    static byte[] wordBomb() {
        return zip("word/document.xml", out -> {
            out.write("<w:document xmlns:w=\"w\" a=\"".getBytes(StandardCharsets.US_ASCII));
            many(out, " ", 300L << 20);
            out.write("\"/>".getBytes(StandardCharsets.US_ASCII));
        });
    }

    static byte[] wordThatDeclares() {
        return zip("word/document.xml", out -> out.write("<!DOCTYPE d [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><d><p><t>&f;</t></p></d>"
                .getBytes(StandardCharsets.US_ASCII)));
    }

    static byte[] workbookOfEmptyStrings() {
        return written(out -> {
            var zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst><si>".getBytes(StandardCharsets.US_ASCII));
            many(zip, "<t></t>", 120L << 20);
            zip.write("</si></sst>".getBytes(StandardCharsets.US_ASCII));
            zip.close();
        });
    }

    private static void many(OutputStream out, String part, long bytes) throws IOException {
        var some = part.repeat((1 << 20) / part.length()).getBytes(StandardCharsets.US_ASCII);
        for (long written = 0; written < bytes; written += some.length) {
            out.write(some);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] zip(String name, Writing content) {
        return written(out -> {
            var zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry(name));
            content.to(zip);
            zip.close();
        });
    }

    private static byte[] deflated(Writing content) {
        return written(out -> {
            var packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION));
            content.to(packed);
            packed.finish();
        });
    }

    private static byte[] written(Writing content) {
        var out = new ByteArrayOutputStream();
        try {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
