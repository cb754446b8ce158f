package org.mingbai.directory.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FilterPart;
import org.mingbai.shell.page.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The audit administrator's desk. It reads and has no button.
@Controller
@Needs(Right.SEE_AUDIT)
class AuditPages {

    private static final int PAGE_ROWS = 100;
    private static final String PATH = "/administration/audit";

    private final AuditTrail trail;

    AuditPages(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping(PATH)
    ModelAndView lines(SignedIn who, @RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String last, @RequestParam(required = false) Long before) {
        var read = new FormReader();
        var kind = act.isEmpty() ? Optional.<AuditAct>empty() : read.choice("act", act, AuditAct.class);
        var from = read.dayIfAny("first", first);
        var until = read.dayIfAny("last", last);
        var said = FormReader.kept(words.strip());
        var asked = new AuditQuestion(before, kind.orElse(null), from.orElse(null), until.orElse(null), said);
        var found = read.isGood() && said.indexOf('\0') < 0 ? trail.lines(who.tenant(), asked, PAGE_ROWS + 1) : List.<org.mingbai.directory.AuditLine>of();
        var shown = found.stream().limit(PAGE_ROWS).toList();
        var question = new LinkedHashMap<String, String>();
        question.put("act", FormReader.kept(act));
        question.put("words", said);
        question.put("first", FormReader.kept(first));
        question.put("last", FormReader.kept(last));
        question.values().removeIf(String::isEmpty);
        var older = found.size() > PAGE_ROWS ? Optional.of(href(question, "before", String.valueOf(shown.getLast().id()))) : Optional.<String>empty();
        var newer = before == null ? Optional.<String>empty() : Optional.of(href(question, "", ""));
        return View.of("directory/audit", new AuditPage(question.getOrDefault("act", ""), said, question.getOrDefault("first", ""),
                question.getOrDefault("last", ""), parts(question), shown,
                new Pager(newer, older, Words.t("directory.rows", shown.size())), Refused.shown(read.flaws())),
                read.isGood() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<FilterPart> parts(Map<String, String> question) {
        var parts = new ArrayList<FilterPart>();
        question.forEach((name, value) -> {
            var others = new LinkedHashMap<>(question);
            others.remove(name);
            var shown = name.equals("act") && Words.has("directory.act." + value) ? Words.t("directory.act." + value) : value;
            parts.add(new FilterPart(Words.t("directory.audit.part." + name, shown), href(others, "", "")));
        });
        return parts;
    }

    private static String href(Map<String, String> question, String more, String value) {
        var href = UriComponentsBuilder.fromPath(PATH);
        var values = new LinkedHashMap<>(question);
        if (!more.isEmpty()) {
            values.put(more, value);
        }
        values.keySet().forEach(name -> href.queryParam(name, "{" + name + "}"));
        return href.encode().buildAndExpand(values).toUriString();
    }
}
