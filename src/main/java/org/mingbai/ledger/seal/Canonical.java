package org.mingbai.ledger.seal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON in the one form that has no other: names in the order of their UTF-16 units, no blanks, only those characters escaped that must be
/// (RFC 8785). Numbers are written out in full, without an exponent or zeros at the end: the journal's are whole, and no reader has to agree on
/// how a fraction is rounded.
public final class Canonical {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final int FIRST_PRINTABLE = 0x20;
    /// As finely as the database keeps it.
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Canonical() {}

    /// @param fields plain values, or a [JsonNode]; what is null is left out
    public static byte[] bytes(Map<String, ? extends @Nullable Object> fields) {
        var out = new StringBuilder("{");
        for (var field : new TreeMap<>(fields).entrySet()) {
            var value = field.getValue();
            if (value == null) {
                continue;
            }
            name(out, field.getKey());
            switch (value) {
                case JsonNode node -> write(out, node, Integer.MAX_VALUE);
                case Number number -> out.append(number);
                default -> string(out, value.toString());
            }
        }
        return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The same of what was read.
    public static byte[] bytes(JsonNode node) {
        var out = new StringBuilder();
        write(out, node, Integer.MAX_VALUE);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Whether this is an object, in its one form. Of a number with an exponent, which is in no such form, no more is written out than the text is long.
    static boolean is(String json) {
        try {
            var node = read(json);
            var out = new StringBuilder();
            write(out, node, json.length());
            return node.isObject() && json.contentEquals(out);
        } catch (JacksonException | IllegalArgumentException none) {
            return false;
        }
    }

    public static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    /// In the one form that has no other.
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static void write(StringBuilder out, JsonNode node, int max) {
        switch (node.getNodeType()) {
            case OBJECT -> object(out, node, max);
            case ARRAY -> array(out, node, max);
            case STRING -> string(out, node.stringValue());
            case NUMBER -> out.append(plain(node.decimalValue(), max - out.length()));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        }
    }

    private static void object(StringBuilder out, JsonNode node, int max) {
        var fields = new TreeMap<String, JsonNode>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        out.append('{');
        fields.forEach((name, value) -> {
            name(out, name);
            write(out, value, max);
        });
        out.append('}');
    }

    private static void array(StringBuilder out, JsonNode node, int max) {
        out.append('[');
        for (var value : node) {
            if (out.charAt(out.length() - 1) != '[') {
                out.append(',');
            }
            write(out, value, max);
        }
        out.append(']');
    }

    private static void name(StringBuilder out, String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        string(out, name);
        out.append(':');
    }

    private static String plain(BigDecimal number, int max) {
        if (number.signum() != 0 && Math.max(number.scale(), (long) number.precision() - number.scale()) > max) {
            throw new IllegalArgumentException("a number of more than " + max + " digits");
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < FIRST_PRINTABLE) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
