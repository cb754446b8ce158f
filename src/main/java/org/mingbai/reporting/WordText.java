package org.mingbai.reporting;

import java.io.IOException;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/// The words of a Word file, a line for each paragraph and each row of a table. What was struck out by a change, and what stands in boxes and lists of
/// contents, is left out.
final class WordText {

    static final String MAIN = "word/document.xml";

    /// How paragraphs look, what was taken out, and what is said once more for older programs.
    private static final Set<String> LEFT_OUT = Set.of("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "del", "moveFrom", "txbxContent", "Fallback", "rt");
    private static final int IN_BODY = 3;

    private final OfficePart part;
    private final ReportText text = new ReportText();
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder row = new StringBuilder();
    private boolean inTable;
    private boolean inCell;
    private boolean inWords;

    private WordText(OfficePart part) {
        this.part = part;
    }

    static String of(ZipFile zip) throws IOException, XMLStreamException, OfficePart.TooMuch {
        var it = new WordText(OfficePart.of(zip, MAIN));
        while (it.part.next()) {
            it.step();
        }
        return it.text.toString();
    }

    private void step() throws XMLStreamException, OfficePart.TooMuch {
        if (part.begins()) {
            begin(part.name());
        } else if (part.ends()) {
            end(part.name());
        } else if (inWords) {
            paragraph.append(part.words());
        }
    }

    private void begin(String name) throws XMLStreamException, OfficePart.TooMuch {
        if (LEFT_OUT.contains(name) || name.equals("sdt") && part.depth() == IN_BODY || name.equals("tbl") && inTable || isForeign()) {
            part.skip();
            return;
        }
        switch (name) {
            case "tbl" -> inTable = true;
            case "tc" -> {
                row.append(row.isEmpty() && !inCell ? "" : "\t");
                inCell = true;
            }
            case "t" -> inWords = true;
            case "tab" -> paragraph.append('\t');
            case "br", "cr" -> paragraph.append('\n');
            case "noBreakHyphen" -> paragraph.append('-');
            default -> { }
        }
    }

    /// A formula has elements of the same names.
    private boolean isForeign() {
        return part.name().equals("t") && !part.namespace().contains("wordprocessingml");
    }

    private void end(String name) throws OfficePart.TooMuch {
        switch (name) {
            case "t" -> inWords = false;
            case "p" -> {
                if (inTable) {
                    row.append(row.isEmpty() || row.charAt(row.length() - 1) == '\t' || paragraph.isEmpty() ? "" : " ")
                            .append(paragraph.toString().replace('\n', ' ').replace('\t', ' '));
                } else {
                    text.line(paragraph);
                }
                paragraph.setLength(0);
            }
            case "tr" -> {
                text.line(row);
                row.setLength(0);
                inCell = false;
            }
            case "tbl" -> inTable = false;
            default -> { }
        }
    }
}
