package org.mingbai.shell.style;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mingbai.shell.Link;
import org.mingbai.shell.Open;
import org.mingbai.shell.View;
import org.mingbai.shell.page.ConfirmPage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@ConditionalOnBooleanProperty("mingbai.style-page")
class StylePages {

    private static final String SAMPLE = "made up, and there only where a setting asks for it";

    private final Clock clock;

    StylePages(Clock clock) {
        this.clock = clock;
    }

    @Open(SAMPLE)
    @GetMapping("/shell/style")
    ModelAndView parts() {
        return View.of("shell/style/parts", sample());
    }

    @Open(SAMPLE)
    @GetMapping("/shell/style/register")
    ModelAndView register() {
        return View.of("shell/style/register", sample());
    }

    @Open(SAMPLE)
    @GetMapping("/shell/style/matter")
    ModelAndView matter() {
        return View.of("shell/style/matter", sample());
    }

    @Open(SAMPLE)
    @GetMapping("/shell/style/form")
    ModelAndView form() {
        return View.of("shell/style/form", sample());
    }

    /// Whatever has a title is taken; every refusal is one and the same, so that errors can be looked at.
    @Open(SAMPLE)
    @PostMapping("/shell/style/form")
    ModelAndView sent(@RequestParam String title) {
        if (!title.isBlank()) {
            return View.seeOther("/shell/style", t("style.form.done"));
        }
        return View.of("shell/style/form", sample().refused(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Open(SAMPLE)
    @GetMapping("/shell/style/confirm")
    ModelAndView confirm() {
        return View.of("shell/confirm", new ConfirmPage(t("style.confirm"), way(),
                List.of(t("style.confirm.effect.1"), t("style.confirm.effect.2"), t("style.confirm.effect.3")),
                "/shell/style/done", Map.of("entry", "1"), t("style.confirm.verb"), "/shell/style/register"));
    }

    @Open(SAMPLE)
    @PostMapping("/shell/style/done")
    ModelAndView done() {
        return View.seeOther("/shell/style", t("style.confirm.done"));
    }

    private Sample sample() {
        return Sample.on(clock);
    }

    static List<Link> way() {
        return List.of(new Link(t("style.title"), "/shell/style"), new Link(t("style.register"), "/shell/style/register"));
    }
}
