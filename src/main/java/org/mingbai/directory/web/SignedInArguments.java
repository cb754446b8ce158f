package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Presence;
import org.mingbai.directory.SignedIn;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a handler of any module take `SignedIn`, `Presence` or `Keeper` as an argument: who is calling.
@Component
class SignedInArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == SignedIn.class || type == Presence.class || type == Keeper.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model, NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var presence = Gate.presenceOn(request).orElseThrow(() ->
                new IllegalStateException(parameter.getMethod() + " asks who is calling, but lets in those who are not signed in"));
        if (parameter.getParameterType() == Presence.class) {
            return presence;
        }
        return parameter.getParameterType() == SignedIn.class ? presence.who() : Keeper.of(presence.who(), request.getRemoteAddr());
    }
}
