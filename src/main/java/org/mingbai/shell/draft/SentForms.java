package org.mingbai.shell.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.ViewerSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// A form that was taken needs its draft no more: taken means answered by leading on to another page.
@Configuration
class SentForms implements WebMvcConfigurer, HandlerInterceptor {

    private final DraftTable drafts;
    private final ObjectProvider<ViewerSource> viewers;

    SentForms(DraftTable drafts, ObjectProvider<ViewerSource> viewers) {
        this.drafts = drafts;
        this.viewers = viewers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**", "/api/**");
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (!HttpMethod.POST.matches(request.getMethod()) || !HttpStatusCode.valueOf(response.getStatus()).is3xxRedirection()) {
            return;
        }
        var key = request.getParameter("draft");
        if (key != null) {
            viewers.stream().findFirst().flatMap(ViewerSource::viewer).ifPresent(writer -> drafts.forget(writer, key));
        }
    }
}
