package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.shell.Open;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/// Which right each route asks for. The product does not start while one of them asks for none.
@Component
class Routes implements SmartInitializingSingleton {

    /// It knows no rights and imports nothing from here: its handlers say one by one that they are open.
    private static final String SHELL = "org.mingbai.shell.";

    private final ObjectProvider<HandlerMapping> mappings;
    /// In their order, which is looked up once and not at every request.
    private List<HandlerMapping> inOrder = List.of();

    Routes(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    sealed interface Asked {
        record For(Right right) implements Asked {}

        /// A static file, or nothing that is there: the dispatcher answers by itself.
        record Nothing() implements Asked {}

        /// Something that answers but has not said to whom.
        record Unsaid() implements Asked {}
    }

    Asked askedBy(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        return handlerOf(request).map(handler -> switch (handler) {
            case HandlerMethod method -> needOf(method).<Asked>map(Asked.For::new).orElseGet(Asked.Unsaid::new);
            case ResourceHttpRequestHandler files -> new Asked.Nothing();
            default -> new Asked.Unsaid();
        }).orElseGet(Asked.Nothing::new);
    }

    private Optional<Object> handlerOf(HttpServletRequest request) {
        try {
            for (var mapping : inOrder) {
                var chain = mapping.getHandler(request);
                if (chain != null) {
                    return Optional.of(chain.getHandler());
                }
            }
            return Optional.empty();
        } catch (ServletException wrongMethodOrType) {
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<Right> needOf(HandlerMethod handler) {
        var type = handler.getBeanType();
        if (type.getName().startsWith(SHELL) && handler.hasMethodAnnotation(Open.class)) {
            return Optional.of(Right.PUBLIC);
        }
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class);
        return Optional.ofNullable(own != null ? own : AnnotatedElementUtils.findMergedAnnotation(type, Needs.class)).map(Needs::value);
    }

    /// Every route there is, with its handler.
    Map<RequestMappingInfo, HandlerMethod> all() {
        var all = new LinkedHashMap<RequestMappingInfo, HandlerMethod>();
        inOrder.stream().filter(RequestMappingHandlerMapping.class::isInstance).map(RequestMappingHandlerMapping.class::cast)
                .forEach(mapping -> all.putAll(mapping.getHandlerMethods()));
        return all;
    }

    @Override
    public void afterSingletonsInstantiated() {
        inOrder = mappings.orderedStream().toList();
        refuseUnsaid(all());
    }

    static void refuseUnsaid(Map<RequestMappingInfo, HandlerMethod> routes) {
        var unsaid = new ArrayList<String>();
        routes.forEach((route, handler) -> {
            if (needOf(handler).isEmpty()) {
                unsaid.add(route + " in " + handler.getShortLogMessage());
            }
        });
        if (!unsaid.isEmpty()) {
            throw new IllegalStateException("routes without @Needs: " + unsaid);
        }
    }
}
