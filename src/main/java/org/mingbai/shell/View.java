package org.mingbai.shell;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/// What a controller answers with: a template and the one record made for it.
///
/// The template `src/main/jte/ledger/matter.jte` begins with `@param MatterPage page` and is named `"ledger/matter"` here.
public final class View {

    public static final String PAGE = "page";

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
}
