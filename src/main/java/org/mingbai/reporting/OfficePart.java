package org.mingbai.reporting;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One part of a Word file or a table, read one element after the other: nothing of it is held but what its reader takes. Nothing outside is
/// fetched. At a hundred elements in one another the JDK stops by itself.
final class OfficePart {

    /// How much one part may unpack to.
    static final int BYTES_MAX = 16 << 20;

    /// Its words for elements are remembered; no such file has many.
    private static final int NAMES_MAX = 2_000;

    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private int event;

    private OfficePart(byte[] content) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    /// There is more in it than in any report.
    static final class TooMuch extends Exception {}

    static boolean isIn(ZipFile zip, String name) {
        return zip.getEntry(name) != null;
    }

    static OfficePart of(ZipFile zip, String name) throws IOException, XMLStreamException, TooMuch {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new XMLStreamException("no " + name);
        }
        try (var in = zip.getInputStream(entry)) {
            // What it says of its own size need not be so.
            var content = in.readNBytes(BYTES_MAX + 1);
            if (content.length > BYTES_MAX) {
                throw new TooMuch();
            }
            return new OfficePart(content);
        } catch (EOFException | ZipException e) {
            throw new XMLStreamException(e);
        }
    }

    boolean next() throws XMLStreamException, TooMuch {
        if (!xml.hasNext()) {
            return false;
        }
        event = xml.next();
        if (begins()) {
            depth++;
            know(xml.getLocalName());
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                know(xml.getAttributeLocalName(i));
            }
            for (int i = 0; i < xml.getNamespaceCount(); i++) {
                know("xmlns:" + xml.getNamespacePrefix(i));
            }
        } else if (ends()) {
            depth--;
        }
        return true;
    }

    private void know(String name) throws TooMuch {
        if (names.add(name) && names.size() > NAMES_MAX) {
            throw new TooMuch();
        }
    }

    boolean begins() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean begins(String name) {
        return begins() && name().equals(name);
    }

    boolean ends() {
        return event == XMLStreamConstants.END_ELEMENT;
    }

    boolean ends(String name) {
        return ends() && name().equals(name);
    }

    /// Of the element that begins or ends here.
    String name() {
        return xml.getLocalName();
    }

    String namespace() {
        return xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    }

    /// How many elements it stands in, itself among them.
    int depth() {
        return depth;
    }

    /// Whatever its namespace.
    @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /// `otherwise` where it is not there or no number.
    int number(String name, int otherwise) {
        var value = attribute(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// The words here, nothing where an element begins or ends.
    String words() {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE ? xml.getText() : "";
    }

    /// Goes to the end of the element that began here.
    void skip() throws XMLStreamException, TooMuch {
        int outside = depth - 1;
        while (depth > outside && next()) {
            continue;
        }
    }
}
