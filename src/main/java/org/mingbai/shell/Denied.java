package org.mingbai.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// What the security chain answers a reader who may not: the page for 403, which tells a form kept open too long from a missing right.
@Component
public class Denied implements AccessDeniedHandler {

    static final String REASON = Denied.class.getName();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) throws IOException {
        request.setAttribute(REASON, reason);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
