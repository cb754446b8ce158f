package org.mingbai.reporting.brief;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads back what a Word file says, as somebody may have changed it: its lines, the figures still in their places, and which report it was. Macros
/// and links are not followed.
final class PaperReading {

    /// How much one part of the file may unfold to.
    private static final int PART_MAX = 16 << 20;
    private static final int LINES_MAX = 20_000;
    private static final Pattern WHICH = Pattern.compile(BriefPaper.PROPERTY + "\"[^>]*>\\s*<vt:lpwstr>(\\d{1,9})/(\\d{1,18})<");

    /// @param which tenant and report, where the file says it
    /// @param figures what stands in the place of each figure
    record Paper(Optional<long[]> which, List<Line> lines, Map<Integer, String> figures) {}

    /// @param words what it says outside of its figures, with a `␣` where one stands
    record Line(String words) {}

    private PaperReading() {}

    /// Nothing where it is no Word file or is damaged.
    static Optional<Paper> read(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("word/document.xml");
            if (entry == null || entry.getSize() > PART_MAX) {
                return Optional.empty();
            }
            var lines = new ArrayList<Line>();
            var figures = new LinkedHashMap<Integer, String>();
            // What an entry says of its own size need not be true.
            var unfolded = new byte[0];
            try (var in = zip.getInputStream(entry)) {
                unfolded = in.readNBytes(PART_MAX + 1);
            }
            if (unfolded.length > PART_MAX) {
                return Optional.empty();
            }
            try (var in = new ByteArrayInputStream(unfolded)) {
                walk(in, lines, figures);
            }
            return Optional.of(new Paper(which(zip), lines, figures));
        } catch (XMLStreamException | IllegalArgumentException | ZipException e) {
            return Optional.empty();
        }
    }

    private static Optional<long[]> which(ZipFile zip) throws IOException {
        var entry = zip.getEntry("docProps/custom.xml");
        if (entry == null || entry.getSize() > PART_MAX) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            var found = WHICH.matcher(new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8));
            return found.find() ? Optional.of(new long[] {Long.parseLong(found.group(1)), Long.parseLong(found.group(2))}) : Optional.empty();
        }
    }

    private static void walk(InputStream in, List<Line> lines, Map<Integer, String> figures) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(in);
        var controls = new ArrayDeque<Integer>();
        var words = new StringBuilder();
        long read = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "sdt" -> controls.push(0);
                        case "tag" -> tagged(xml, controls, words, figures);
                        case "t" -> {
                            var text = xml.getElementText();
                            read += text.length();
                            if (read > PART_MAX) {
                                throw new XMLStreamException("too long");
                            }
                            controls.stream().filter(no -> no > 0).findFirst().ifPresentOrElse(no -> figures.merge(no, text, String::concat),
                                    () -> words.append(text));
                        }
                        default -> {
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("sdt")) {
                        controls.pop();
                    } else if (xml.getLocalName().equals("p")) {
                        if (lines.size() >= LINES_MAX) {
                            throw new XMLStreamException("too many lines");
                        }
                        lines.add(new Line(words.toString()));
                        words.setLength(0);
                    }
                }
                default -> {
                }
            }
        }
    }

    private static void tagged(XMLStreamReader xml, ArrayDeque<Integer> controls, StringBuilder words, Map<Integer, String> figures) {
        var value = xml.getAttributeValue("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "val");
        if (!controls.isEmpty() && value != null && value.matches(BriefPaper.TAG + "\\d{1,6}")) {
            int no = Integer.parseInt(value.substring(BriefPaper.TAG.length()));
            controls.pop();
            controls.push(no);
            figures.putIfAbsent(no, "");
            words.append('␣');
        }
    }
}
