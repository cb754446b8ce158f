package org.mingbai.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/// What a controller answers with: a template and the one record made for it.
///
/// The template `src/main/jte/ledger/matter.jte` begins with `@param MatterPage page` and is named `"ledger/matter"` here.
public final class View {

    static final String PAGE = "page";
    static final String NOTICE = "notice";

    private View() {}

    public static ModelAndView of(String template, Object page) {
        return of(template, page, HttpStatus.OK);
    }

    /// A refusal is shown on the same page: 409 when the world has moved on, 422 when a field must be mended.
    public static ModelAndView of(String template, Object page, HttpStatusCode status) {
        var answer = new ModelAndView(template);
        answer.setStatus(status);
        answer.addObject(PAGE, page);
        return answer;
    }

    /// After an act that was done: on to a page of its own, so that reloading does not repeat the act.
    public static ModelAndView seeOther(String href) {
        var view = new RedirectView(href, true, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    /// The same, and the next page says once what was done.
    public static ModelAndView seeOther(String href, String notice) {
        RequestContextUtils.getOutputFlashMap(request()).put(NOTICE, notice);
        return seeOther(href);
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes())).getRequest();
    }
}
