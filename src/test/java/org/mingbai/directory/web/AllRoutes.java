package org.mingbai.directory.web;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/// Every route as a request that could be made of it.
public final class AllRoutes {

    @Autowired private Routes routes;

    /// `POST /path` and a form with each field the route names.
    /// @param form empty for what takes none
    public record Call(String method, String path, String form) {}

    public List<Call> calls() {
        var calls = new ArrayList<Call>();
        routes.all().forEach((route, handler) -> {
            var methods = route.getMethodsCondition().getMethods();
            var form = fields(handler).distinct().map(name -> name + "=1").collect(Collectors.joining("&"));
            for (var pattern : route.getPatternValues()) {
                var path = pattern.replaceAll("\\{\\*[^}]*}", "a").replaceAll("\\{[^}]*}", "1");
                (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods).forEach(method -> calls.add(new Call(method.name(), path, form)));
            }
        });
        return List.copyOf(calls);
    }

    private static Stream<String> fields(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters()).flatMap(AllRoutes::named);
    }

    private static Stream<String> named(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        if (parameter.getParameterType().isRecord() && parameter.getParameterType().getPackageName().endsWith("web")) {
            return Stream.of(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName);
        }
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        return asked == null ? Stream.empty()
                : Stream.of(asked.name().isEmpty() ? parameter.getParameterName() : asked.name()).filter(Objects::nonNull);
    }
}
