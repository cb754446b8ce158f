package org.mingbai.directory.web;

import static org.mingbai.shell.Words.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.shell.api.Cases;
import org.mingbai.shell.api.ForPrograms;
import org.mingbai.shell.api.JsonShapes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/// Tells programs what they may ask, as OpenAPI 3.1: drawn from the routes themselves, in the reader's language.
@RestController
class ApiDocument {

    private static final String ROOT = "/api/v1/";
    private static final String HERE = ROOT + "openapi.json";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String PROBLEM_REF = "#/components/schemas/Problem";

    private final ObjectProvider<Routes> routes;
    private final List<Cases> cases;

    /// The routes come later: they are asked of the very mappings this one belongs to.
    ApiDocument(ObjectProvider<Routes> routes, List<Cases> cases) {
        this.routes = routes;
        this.cases = cases;
    }

    @Needs(Right.OWN_ACCOUNT)
    @ForPrograms(says = "directory.api.document", gives = Map.class)
    @GetMapping(path = HERE, produces = JSON)
    Map<String, Object> document() {
        var shapes = new JsonShapes();
        var paths = new TreeMap<String, Map<String, Object>>();
        routes.getObject().all().forEach((route, handler) -> {
            var said = handler.getMethodAnnotation(ForPrograms.class);
            if (said != null) {
                var method = route.getMethodsCondition().getMethods().iterator().next().name().toLowerCase(java.util.Locale.ROOT);
                route.getPatternValues().forEach(path -> operations(path, handler, said, shapes)
                        .forEach((concrete, told) -> paths.computeIfAbsent(concrete, _ -> new LinkedHashMap<>()).put(method, told)));
            }
        });
        var schemas = new TreeMap<>(shapes.named());
        schemas.put("Problem", problem());
        return ordered("openapi", "3.1.0",
                "info", Map.of("title", t("directory.api.title"), "version", "1"),
                "servers", List.of(Map.of("url", "/")),
                "paths", paths,
                "components", Map.of("schemas", schemas, "securitySchemes", Map.of(
                        "session", Map.of("type", "apiKey", "in", "cookie", "name", "mingbai", "description", t("directory.api.session")),
                        "csrf", Map.of("type", "apiKey", "in", "header", "name", "X-CSRF-TOKEN", "description", t("directory.api.csrf")))));
    }

    /// One for the path, or one for each word its variable can be.
    private Map<String, Map<String, Object>> operations(String path, HandlerMethod handler, ForPrograms said, JsonShapes shapes) {
        var varied = cases.stream().filter(it -> path.contains("{" + it.variable() + "}")).findFirst();
        if (varied.isEmpty()) {
            return Map.of(path, operation(handler, said, handler.getMethod().getName(), said.takes(), Optional.empty(), shapes));
        }
        var variable = varied.get().variable();
        var all = new TreeMap<String, Map<String, Object>>();
        varied.get().bodies().forEach((word, body) -> all.put(path.replace("{" + variable + "}", word),
                operation(handler, said, handler.getMethod().getName() + "-" + word, body, Optional.of(variable), shapes)));
        return all;
    }

    private static Map<String, Object> operation(HandlerMethod handler, ForPrograms said, String id, Class<?> takes, Optional<String> filled,
            JsonShapes shapes) {
        var told = ordered("operationId", id, "summary", t(said.says()), "tags", List.of(handler.getBeanType().getSimpleName().replace("Api", "")));
        var parameters = new ArrayList<Map<String, Object>>();
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            if (parameter.getParameterType() == MultipartFile.class) {
                told.put("requestBody", body("multipart/form-data", Map.of("type", "object", "required", List.of("file"),
                        "properties", Map.of("file", Map.of("type", "string", "contentMediaType", "application/octet-stream")))));
            } else {
                parameter(parameter, shapes).filter(it -> !filled.equals(Optional.of(it.get("name")))).ifPresent(parameters::add);
            }
        }
        if (!parameters.isEmpty()) {
            told.put("parameters", parameters);
        }
        if (takes != void.class) {
            told.put("requestBody", body(JSON, shapes.of(ResolvableType.forClass(takes))));
        }
        told.put("responses", responses(handler, said, shapes));
        told.put("security", List.of(told.containsKey("requestBody") ? Map.of("session", List.of(), "csrf", List.of()) : Map.of("session", List.of())));
        return told;
    }

    private static Map<String, Object> body(String type, Map<String, Object> schema) {
        return Map.of("required", true, "content", Map.of(type, Map.of("schema", schema)));
    }

    private static Optional<Map<String, Object>> parameter(MethodParameter parameter, JsonShapes shapes) {
        var shape = ResolvableType.forMethodParameter(parameter);
        var inPath = parameter.getParameterAnnotation(PathVariable.class);
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        if (inPath != null) {
            return Optional.of(ordered("name", parameter.getParameterName(), "in", "path", "required", true, "schema", shapes.of(shape)));
        }
        if (asked != null) {
            var schema = new LinkedHashMap<>(shapes.of(shape));
            boolean optional = !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
            if (optional && asked.defaultValue().matches("\\d+")) {
                schema.put("default", Long.valueOf(asked.defaultValue()));
            }
            return Optional.of(ordered("name", parameter.getParameterName(), "in", "query", "required", !optional, "schema", schema));
        }
        return Optional.ofNullable(header).map(it -> ordered("name", it.name(), "in", "header", "required", it.required(), "schema", shapes.of(shape)));
    }

    private static Map<String, Object> responses(HandlerMethod handler, ForPrograms said, JsonShapes shapes) {
        var all = new TreeMap<String, Object>();
        for (int status : said.done()) {
            all.put(Integer.toString(status), Map.of("description", t("directory.api.status." + status),
                    "content", Map.of(JSON, Map.of("schema", given(handler, said, shapes)))));
        }
        all.put("401", refusal(401, null));
        all.put("403", refusal(403, null));
        for (int status : said.refuses()) {
            all.put(Integer.toString(status), refusal(status, status == 409 || status == 412 || status == 422 ? said.codes() : null));
        }
        return all;
    }

    private static Map<String, Object> given(HandlerMethod handler, ForPrograms said, JsonShapes shapes) {
        if (said.gives() == Map.class) {
            return Map.of("type", "object");
        }
        var type = said.gives() == void.class ? ResolvableType.forMethodReturnType(handler.getMethod()) : ResolvableType.forClass(said.gives());
        return shapes.of(type.toClass() == ResponseEntity.class ? type.getGeneric(0) : type);
    }

    private static Map<String, Object> refusal(int status, @Nullable Class<?> codes) {
        Map<String, Object> schema = codes == null || codes == void.class
                ? Map.of("$ref", PROBLEM_REF)
                : Map.of("allOf", List.of(Map.of("$ref", PROBLEM_REF), Map.of("properties", Map.of("code",
                        Map.of("type", "string", "enum", JsonShapes.kinds(codes))))));
        return Map.of("description", t("directory.api.status." + status), "content", Map.of(PROBLEM, Map.of("schema", schema)));
    }

    /// RFC 9457, and what is ours: which refusal it is, which field it belongs to, why somebody was turned away.
    private static Map<String, Object> problem() {
        var text = Map.of("type", "string");
        return Map.of("type", "object", "required", List.of("status"), "properties", ordered("type", text, "title", text,
                "status", Map.of("type", "integer"), "detail", text, "instance", text, "code", text, "field", text, "reason", text));
    }

    private static Map<String, Object> ordered(@Nullable Object... namesAndValues) {
        var all = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put(String.valueOf(namesAndValues[i]), java.util.Objects.requireNonNull(namesAndValues[i + 1]));
        }
        return all;
    }
}
