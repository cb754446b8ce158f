package org.mingbai.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.mingbai.shell.page.LightName;
import org.mingbai.shell.page.LightSign;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Has every light called as the reader's body calls it, once it is known who reads.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LightNaming extends OncePerRequestFilter {

    private final ObjectProvider<ViewerSource> viewers;
    private final ObjectProvider<LightNames> names;

    LightNaming(ObjectProvider<ViewerSource> viewers, ObjectProvider<LightNames> names) {
        this.viewers = viewers;
        this.names = names;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            LightName.within(shown(), () -> {
                chain.doFilter(request, response);
                return response;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Map<LightSign, LightName> shown() {
        var known = names.getIfAvailable();
        var viewer = viewers.stream().findFirst().flatMap(ViewerSource::viewer);
        return known == null ? Map.of() : viewer.map(reader -> known.of(reader.tenant())).orElse(Map.of());
    }
}
