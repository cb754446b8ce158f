package org.mingbai.reporting.roadmap;

import java.awt.geom.PathIterator;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// A drawing as SVG: no script, no style, every text escaped by the writer. Each colour bears its name as a class beside it, so that a page in the dark
/// can have others.
final class SvgPicture {

    private static final String SPACE = "http://www.w3.org/2000/svg";
    private static final String FONTS =
            "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','HarmonyOS Sans SC',system-ui,sans-serif";

    private final XMLStreamWriter xml;

    private SvgPicture(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /// @param title and
    /// @param said what is read instead of it
    static String of(Drawing drawing, String title, String said) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new SvgPicture(xml).write(drawing, title, said);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(Drawing drawing, String title, String said) throws XMLStreamException {
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(SPACE);
        attribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
        attribute("width", Integer.toString(drawing.width()));
        attribute("height", Integer.toString(drawing.height()));
        attribute("font-family", FONTS);
        attribute("role", "img");
        attribute("aria-labelledby", "map-title map-said");
        attribute("class", "map");
        told("title", "map-title", title);
        told("desc", "map-said", said);
        for (var mark : drawing.marks()) {
            switch (mark) {
                case Drawing.Mark.Line line -> line(line);
                case Drawing.Mark.Box box -> box(box);
                case Drawing.Mark.Text written -> text(written);
                case Drawing.Mark.Outline outline -> outline(outline);
            }
        }
        xml.writeEndElement();
    }

    private void told(String name, String id, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        attribute("id", id);
        xml.writeCharacters(Type.readable(words));
        xml.writeEndElement();
    }

    private void line(Drawing.Mark.Line line) throws XMLStreamException {
        xml.writeEmptyElement("line");
        attribute("x1", number(line.x1()));
        attribute("y1", number(line.y1()));
        attribute("x2", number(line.x2()));
        attribute("y2", number(line.y2()));
        attribute("stroke", line.ink().hex());
        attribute("stroke-width", number(line.width()));
        if (line.dashed()) {
            attribute("stroke-dasharray", "4 3");
        }
        attribute("class", line.ink().css() + "-line");
    }

    private void box(Drawing.Mark.Box box) throws XMLStreamException {
        xml.writeEmptyElement("rect");
        attribute("x", number(box.x()));
        attribute("y", number(box.y()));
        attribute("width", number(box.width()));
        attribute("height", number(box.height()));
        attribute("fill", box.ink().hex());
        attribute("class", box.ink().css());
    }

    private void text(Drawing.Mark.Text text) throws XMLStreamException {
        xml.writeStartElement("text");
        attribute("x", number(text.x()));
        attribute("y", number(text.y()));
        attribute("font-size", number(text.size()));
        if (text.bold()) {
            attribute("font-weight", "600");
        }
        if (text.end()) {
            attribute("text-anchor", "end");
        }
        attribute("fill", text.ink().hex());
        attribute("class", text.ink().css());
        xml.writeCharacters(Type.readable(text.text()));
        xml.writeEndElement();
    }

    private void outline(Drawing.Mark.Outline outline) throws XMLStreamException {
        xml.writeEmptyElement("path");
        attribute("d", path(outline));
        attribute("fill", outline.fill() == null ? "none" : outline.fill().hex());
        if (outline.edge() != null) {
            attribute("stroke", outline.edge().hex());
            attribute("stroke-width", number(outline.width()));
        }
        attribute("class", named(outline.fill(), "") + named(outline.edge(), "-line"));
    }

    private static String named(@Nullable Ink ink, String what) {
        return ink == null ? "" : ink.css() + what + " ";
    }

    private static String path(Drawing.Mark.Outline outline) {
        var d = new StringBuilder();
        var points = new double[6];
        for (var at = outline.path().getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> d.append('M').append(numbers(points, 2));
                case PathIterator.SEG_LINETO -> d.append('L').append(numbers(points, 2));
                case PathIterator.SEG_CUBICTO -> d.append('C').append(numbers(points, 6));
                case PathIterator.SEG_CLOSE -> d.append('Z');
                default -> throw new IllegalStateException("a segment no sign has");
            }
        }
        return d.toString();
    }

    private static String numbers(double[] points, int count) {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : " ").append(number(points[i]));
        }
        return all.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }
}
