package org.mingbai.library.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.mingbai.library.FileText.Why;

/// Word and Excel documents (.docx, .xlsx): read as they stream past, so that none has to fit into memory.
///
/// The form: ECMA-376, part 1, 17 (w:t, w:p), 18.3 (cells) and 18.4 (shared strings).
final class Office {

    /// Of what is unpacked. A longer one says what it has said until then.
    private static final long BYTES_MAX = 100L << 20;

    private static final List<Pattern> WORD = List.of(Pattern.compile("word/document\\d*\\.xml"),
            Pattern.compile("word/(footnotes|endnotes|comments|header\\d*|footer\\d*)\\.xml"));
    private static final List<Pattern> EXCEL = List.of(Pattern.compile("xl/workbook\\.xml"), Pattern.compile("xl/sharedStrings\\.xml"),
            Pattern.compile("xl/(worksheets/sheet\\d+|comments\\d*)\\.xml"));

    private static final Set<String> BLANKS = Set.of("tab", "br", "cr");
    private static final Set<String> ENDS = Set.of("si", "comment");

    private final Gathered into;
    private long left = BYTES_MAX;

    private Office(Gathered into) {
        this.into = into;
    }

    static void read(Path file, Gathered into) throws IOException, Unreadable {
        try (var zip = new ZipFile(file.toFile())) {
            var office = new Office(into);
            var parts = zip.getEntry("xl/workbook.xml") != null ? EXCEL : WORD;
            if (zip.stream().noneMatch(entry -> parts.getFirst().matcher(entry.getName()).matches())) {
                throw new Unreadable(Why.UNKNOWN_KIND);
            }
            for (var part : parts) {
                for (var entry : zip.stream().filter(it -> part.matcher(it.getName()).matches()).sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
                    try (var in = office.bounded(zip.getInputStream(entry))) {
                        office.read(in, entry.getName());
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(Why.BROKEN);
        }
    }

    /// Nothing outside the file is asked for, and nothing is declared in it.
    private void read(InputStream in, String name) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        var xml = factory.createXMLStreamReader(in);
        if (name.startsWith("word/")) {
            word(xml);
        } else if (name.equals("xl/workbook.xml")) {
            names(xml);
        } else if (name.startsWith("xl/worksheets/")) {
            cells(xml);
        } else {
            strings(xml);
        }
    }

    private void word(XMLStreamReader xml) throws XMLStreamException {
        boolean said = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    said = xml.getLocalName().equals("t");
                    if (BLANKS.contains(xml.getLocalName())) {
                        into.add(" ");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    said = false;
                    if (xml.getLocalName().equals("p")) {
                        into.add("\n");
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> add(xml, said);
                default -> {
                }
            }
        }
    }

    private void names(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("sheet")) {
                var name = xml.getAttributeValue(null, "name");
                into.add(name == null ? "" : name + "\n");
            }
        }
    }

    /// How a word is pronounced (rPh) stands beside it and is not part of it.
    private void strings(XMLStreamReader xml) throws XMLStreamException {
        boolean said = false;
        int beside = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    beside += xml.getLocalName().equals("rPh") ? 1 : 0;
                    said = beside == 0 && xml.getLocalName().equals("t");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    said = false;
                    beside -= xml.getLocalName().equals("rPh") ? 1 : 0;
                    if (ENDS.contains(xml.getLocalName())) {
                        into.add("\n");
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> add(xml, said);
                default -> {
                }
            }
        }
    }

    /// The texts that stand in their cell and not among the shared ones. Amounts are left out: any table of them holds any two digits.
    private void cells(XMLStreamReader xml) throws XMLStreamException {
        @Nullable String kind = null;
        boolean said = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.getLocalName().equals("c")) {
                        kind = xml.getAttributeValue(null, "t");
                    }
                    said = "inlineStr".equals(kind) && xml.getLocalName().equals("t") || "str".equals(kind) && xml.getLocalName().equals("v");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (said) {
                        into.add("\n");
                    }
                    said = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> add(xml, said);
                default -> {
                }
            }
        }
    }

    private void add(XMLStreamReader xml, boolean said) {
        if (said) {
            into.add(xml.getText());
        }
    }

    private InputStream bounded(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                count(Math.max(0, read));
                return read;
            }
        };
    }

    private void count(int read) {
        into.goOn();
        left -= read;
        if (left < 0) {
            throw new TooLong();
        }
    }

    /// More is unpacked than any document holds.
    static final class TooLong extends RuntimeException {
        private TooLong() {
            super("too long", null, false, false);
        }
    }
}
