package org.mingbai.shell.api;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/// The shapes of records as JSON Schema 2020-12, each told once and then named. A shape it does not know is a bug.
public final class JsonShapes {

    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")), Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")), Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(boolean.class, Map.of("type", "boolean")), Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(OffsetDateTime.class, Map.of("type", "string", "format", "date-time")));

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, ResolvableType> owners = new HashMap<>();

    /// By their names, all that were asked for.
    public Map<String, Object> named() {
        return named;
    }

    public Map<String, Object> of(ResolvableType type) {
        var raw = type.toClass();
        if (PLAIN.containsKey(raw)) {
            return PLAIN.get(raw);
        }
        if (raw.isEnum()) {
            return Map.of("type", "string", "enum", Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList());
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(type.getGeneric(0)));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(type.getGeneric(1)));
        }
        if (raw == Optional.class) {
            return of(type.getGeneric(0));
        }
        if (raw.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException("no JSON is known for " + type);
    }

    private Map<String, Object> record(ResolvableType type) {
        var components = type.toClass().getRecordComponents();
        if (components.length == 1 && components[0].getName().equals("value")) {
            return of(component(type, components[0]));
        }
        var name = name(type);
        var owner = owners.putIfAbsent(name, type);
        if (owner != null && !owner.toString().equals(type.toString())) {
            throw new IllegalStateException("two shapes called " + name + ": " + owner + " and " + type);
        }
        if (owner == null) {
            named.put(name, shape(type, components));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> shape(ResolvableType type, RecordComponent[] components) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : components) {
            boolean raw = Arrays.stream(component.getAccessor().getAnnotations()).anyMatch(it -> it.annotationType().getSimpleName().equals("JsonRawValue"));
            properties.put(component.getName(), raw ? Map.of("type", "object") : of(component(type, component)));
            if (isNeeded(component)) {
                required.add(component.getName());
            }
        }
        var shape = new LinkedHashMap<String, Object>();
        shape.put("type", "object");
        shape.put("properties", properties);
        if (!required.isEmpty()) {
            shape.put("required", required);
        }
        return shape;
    }

    /// A list or map that is left out is empty.
    private static boolean isNeeded(RecordComponent component) {
        var type = component.getType();
        return type != Optional.class && !Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type)
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ResolvableType component(ResolvableType of, RecordComponent component) {
        return ResolvableType.forType(component.getGenericType(), of);
    }

    private static String name(ResolvableType type) {
        var parts = Arrays.stream(type.getGenerics()).map(JsonShapes::name).toList();
        return parts.isEmpty() ? type.toClass().getSimpleName() : type.toClass().getSimpleName() + "Of" + String.join("And", parts);
    }

    /// The simple names of the kinds of a sealed type.
    public static List<String> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).map(Class::getSimpleName).sorted().toList();
    }
}
