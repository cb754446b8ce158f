package org.mingbai.intake.open311.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingbai.intake.open311.Service;
import org.mingbai.intake.open311.Service.Attribute;
import org.mingbai.intake.open311.Service.Choice;
import org.mingbai.intake.open311.Service.Datatype;
import org.mingbai.intake.open311.Service.Text;

/// The attributes of a service as lines that can be typed: `DEPTH | 深度 | Depth | number | required`, with the values of a list after it,
/// `CAR | 车型 | Make | singlevaluelist | optional | 1=福特/Ford | 2=大众/Volkswagen`.
final class AttributeLines {

    private static final int FIXED = 5;
    private static final int ATTRIBUTES_MAX = 50;
    private static final int LINE_MAX = 4000;

    private AttributeLines() {}

    static String written(Service service) {
        return service.attributes().stream().map(AttributeLines::written).collect(Collectors.joining("\n"));
    }

    private static String written(Attribute attribute) {
        var parts = new ArrayList<>(List.of(attribute.code(), attribute.name().zh(), attribute.name().en(),
                attribute.datatype().name().toLowerCase(Locale.ROOT), attribute.required() ? "required" : "optional"));
        attribute.values().forEach(value -> parts.add(value.key() + "=" + value.name().zh() + "/" + value.name().en()));
        return String.join(" | ", parts);
    }

    /// @param wrong the first line that is none, counted from one; nought where all are
    record Read(List<Attribute> attributes, int wrong) {}

    static Read read(String text) {
        var attributes = new ArrayList<Attribute>();
        var lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                var attribute = lines.get(at).length() > LINE_MAX ? Optional.<Attribute>empty() : attribute(lines.get(at));
                boolean twice = attribute.isPresent() && attributes.stream().anyMatch(other -> other.code().equals(attribute.get().code()));
                if (attribute.isEmpty() || twice || attributes.size() == ATTRIBUTES_MAX) {
                    return new Read(List.of(), at + 1);
                }
                attributes.add(attribute.get());
            }
        }
        return new Read(attributes, 0);
    }

    private static Optional<Attribute> attribute(String line) {
        var parts = Arrays.stream(line.split("[|｜]", -1)).map(String::strip).toList();
        if (parts.size() < FIXED || !Service.isCode(parts.get(0)) || parts.get(1).isEmpty() || parts.get(2).isEmpty()
                || !parts.get(4).equals("required") && !parts.get(4).equals("optional")) {
            return Optional.empty();
        }
        var type = Arrays.stream(Datatype.values()).filter(it -> it.name().equalsIgnoreCase(parts.get(3))).findFirst();
        var values = parts.subList(FIXED, parts.size()).stream().map(AttributeLines::choice).toList();
        if (type.isEmpty() || values.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var attribute = new Attribute(parts.get(0), new Text(parts.get(1), parts.get(2)), type.get(), parts.get(4).equals("required"),
                values.stream().flatMap(Optional::stream).toList());
        return attribute.listed() == attribute.values().isEmpty() ? Optional.empty() : Optional.of(attribute);
    }

    private static Optional<Choice> choice(String written) {
        int is = written.indexOf('=');
        int slash = written.lastIndexOf('/');
        return is < 1 || slash < is + 2 || slash == written.length() - 1 ? Optional.empty()
                : Optional.of(new Choice(written.substring(0, is).strip(),
                        new Text(written.substring(is + 1, slash).strip(), written.substring(slash + 1).strip())));
    }
}
