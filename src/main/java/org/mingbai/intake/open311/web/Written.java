package org.mingbai.intake.open311.web;

import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// One answer in the two forms of GeoReport v2: a JSON array or object, or the same under named XML elements.
enum Written {
    JSON, XML;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final MediaType XML_TEXT = MediaType.parseMediaType("application/xml;charset=UTF-8");

    static Written of(String format) {
        return format.equals("xml") ? XML : JSON;
    }

    /// A list of things, each called `one`, all of them `all`.
    ResponseEntity<String> list(int status, String all, String one, List<Map<String, Object>> things) {
        return answer(status, this == JSON ? MAPPER.writeValueAsString(things) : xml(writer -> list(writer, all, one, things)));
    }

    /// One thing, called so.
    ResponseEntity<String> one(int status, String name, Map<String, Object> thing) {
        return answer(status, this == JSON ? MAPPER.writeValueAsString(thing) : xml(writer -> element(writer, name, thing)));
    }

    private ResponseEntity<String> answer(int status, String body) {
        return ResponseEntity.status(status).contentType(this == JSON ? MediaType.APPLICATION_JSON : XML_TEXT)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*").body(body);
    }

    private interface Body {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static String xml(Body body) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("utf-8", "1.0");
            body.write(writer);
            writer.writeEndDocument();
            writer.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Nothing can go wrong in writing to memory", e);
        }
    }

    private static void list(XMLStreamWriter writer, String all, String one, Collection<?> things) throws XMLStreamException {
        writer.writeStartElement(all);
        for (var thing : things) {
            element(writer, one, thing);
        }
        writer.writeEndElement();
    }

    /// A list within a thing is called as its members are, in the plural: attributes, values.
    private static void element(XMLStreamWriter writer, String name, @Nullable Object value) throws XMLStreamException {
        switch (value) {
            case null -> writer.writeEmptyElement(name);
            case Map<?, ?> thing -> {
                writer.writeStartElement(name);
                for (var part : thing.entrySet()) {
                    element(writer, (String) part.getKey(), part.getValue());
                }
                writer.writeEndElement();
            }
            case Collection<?> things -> list(writer, name, name.replaceFirst("s$", ""), things);
            default -> {
                writer.writeStartElement(name);
                writer.writeCharacters(legal(value.toString()));
                writer.writeEndElement();
            }
        }
    }

    /// What XML 1.0 cannot hold at all (Extensible Markup Language, 2.2) becomes the replacement character.
    private static String legal(String text) {
        var legal = new StringBuilder();
        text.codePoints().forEach(c -> legal.appendCodePoint(c == '\n' || c == '\r' || c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 ? c : 0xFFFD));
        return legal.toString();
    }

    /// In the order given, also with nothing in a place.
    static Map<String, Object> thing(@Nullable Object... parts) {
        var thing = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < parts.length; i += 2) {
            thing.put((String) parts[i], parts[i + 1]);
        }
        return thing;
    }
}
