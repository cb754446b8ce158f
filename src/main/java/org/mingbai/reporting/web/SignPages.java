package org.mingbai.reporting.web;

import static java.util.stream.Collectors.toMap;
import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.reporting.sign.Chance;
import org.mingbai.reporting.sign.Sign;
import org.mingbai.reporting.sign.SignCase;
import org.mingbai.reporting.sign.SignKind;
import org.mingbai.reporting.sign.Signs;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Signs of paper-only work, for those who supervise: questions about units, each with its cases.
@Controller
@Needs(Right.SEE_SUPERVISION)
class SignPages {

    static final String ALL = "/signs";
    private static final int CASES_SHOWN = 200;
    private static final int HALF_YEAR_MONTHS = 6;

    private final Signs signs;
    private final Matters matters;
    private final Directory directory;
    private final Clock clock;

    SignPages(Signs signs, Matters matters, Directory directory, Clock clock) {
        this.signs = signs;
        this.matters = matters;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who, @RequestParam MultiValueMap<String, String> sent) {
        var asked = asked(sent);
        var seen = signs.look(who, asked.from(), asked.to());
        var tree = directory.treeOf(who.tenant());
        var notes = new ArrayList<String>();
        if (!seen.complete()) {
            notes.add(t("reporting.signs.incomplete"));
        }
        if (seen.cut()) {
            notes.add(t("reporting.signs.cut", Words.number(Signs.LIMIT)));
        }
        var page = new SignsPage(asked.from().toString(), asked.to().toString(), periods(), asked.errors(),
                t("reporting.signs.compared", Words.number(seen.compared()), Words.number(Signs.ONE_IN)), notes,
                seen.kinds().stream().map(of -> part(of, tree, asked)).toList());
        return View.of("reporting/signs", page, asked.errors().any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    /// A year, where nothing is asked: a month has too few cases.
    private FigureQuery asked(MultiValueMap<String, String> sent) {
        var today = LocalDate.now(clock);
        var days = new LinkedMultiValueMap<String, String>();
        days.add("from", blank(sent.getFirst("from")) ? today.minusYears(1).plusDays(1).toString() : sent.getFirst("from"));
        days.add("to", sent.getFirst("to"));
        return FigureQuery.read(days, today);
    }

    private static boolean blank(@Nullable String written) {
        return written == null || written.isBlank();
    }

    private List<Link> periods() {
        var today = LocalDate.now(clock);
        return List.of(new Link(t("reporting.signs.half"), ALL + period(today.minusMonths(HALF_YEAR_MONTHS).plusDays(1), today)),
                new Link(t("reporting.signs.year"), ALL + period(today.minusYears(1).plusDays(1), today)));
    }

    private static String period(LocalDate from, LocalDate to) {
        return "?from=" + from + "&to=" + to;
    }

    private static SignsPage.Part part(Signs.Of of, OrganisationTree tree, FigureQuery asked) {
        var key = "reporting.sign." + of.kind().code();
        var looked = t("reporting.signs.looked", Words.number(of.cases()), Words.number(of.marked()), Words.number(of.units()));
        var none = t(of.units() == 0 ? "reporting.signs.too-few" : "reporting.signs.none", Signs.CASES_LEAST, Signs.OTHERS_LEAST);
        return new SignsPage.Part(of.kind().code(), t(key), t(key + ".asks"), t(key + ".model"), looked, none,
                of.signs().stream().map(sign -> row(sign, tree, asked)).sorted(Comparator.comparing(SignsPage.Row::unit)).toList());
    }

    private static SignsPage.Row row(Sign sign, OrganisationTree tree, FigureQuery asked) {
        var said = t("reporting.sign." + sign.kind().code() + ".said", Words.number(sign.cases()), Words.number(sign.marked()));
        var interval = sign.interval().map(it -> t("reporting.figures.interval", it.low().toPlainString(), it.high().toPlainString())).orElse("");
        var beside = sign.others() < Signs.OTHERS_LEAST ? t("reporting.signs.others.few")
                : t("reporting.signs.others", Words.number(sign.others()), Words.number(sign.othersMarked()));
        return new SignsPage.Row(named(tree, sign.unit()), said, interval.isEmpty() ? beside : beside + t("reporting.signs.and") + interval,
                once(sign.chance().oneIn()), new Link(t("reporting.signs.open", Words.number(sign.marked())),
                ALL + "/" + sign.kind().code() + "/" + sign.unit().value() + period(asked.from(), asked.to())));
    }

    private static String once(int oneIn) {
        return oneIn >= Chance.ONE_IN_MOST ? t("reporting.signs.hardly") : t("reporting.signs.one-in", Words.number(oneIn));
    }

    private static String named(OrganisationTree tree, OrganisationId unit) {
        return tree.unit(unit).map(OrganisationTree.Unit::name).orElse("?");
    }

    @GetMapping(ALL + "/{code}/{unit}")
    ModelAndView cases(SignedIn who, @PathVariable String code, @PathVariable long unit, @RequestParam MultiValueMap<String, String> sent) {
        var kind = SignKind.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var asked = asked(sent);
        var all = signs.cases(who, kind, new OrganisationId(unit), asked.from(), asked.to());
        var shown = all.subList(0, Math.min(CASES_SHOWN, all.size()));
        var titles = matters.these(who, shown.stream().flatMap(one -> Stream.of(Optional.of(one.matter()), Optional.ofNullable(one.beside())))
                .flatMap(Optional::stream).distinct().toList()).stream().collect(toMap(Matter::id, matter -> matter.subject().title()));
        var name = t("reporting.sign." + code);
        return View.of("reporting/sign", new SignCasesPage(t("reporting.signs.of", name, named(directory.treeOf(who.tenant()), new OrganisationId(unit))),
                List.of(new Link(t("reporting.signs.title"), ALL + period(asked.from(), asked.to()) + "#" + code)), t("reporting.sign." + code + ".asks"),
                t("reporting.signs.span", Days.full(asked.from()), Days.full(asked.to()), Words.number(all.size())),
                shown.stream().map(one -> row(one, titles)).toList(),
                all.size() > shown.size() ? t("reporting.signs.newest", Words.number(CASES_SHOWN)) : ""), HttpStatus.OK);
    }

    private SignCasesPage.Row row(SignCase one, Map<MatterId, String> titles) {
        var today = LocalDate.now(clock);
        var day = one.day() == null ? "" : Days.day(one.day(), today);
        var key = "reporting.sign." + one.kind().code() + ".case" + (one.kind() == SignKind.OLD_EVIDENCE && one.beside() == null ? ".camera" : "");
        return new SignCasesPage.Row(link(one.matter(), titles), Days.day(one.on(), today), t(key, day),
                Optional.ofNullable(one.beside()).map(other -> link(other, titles)));
    }

    private static Link link(MatterId matter, Map<MatterId, String> titles) {
        return new Link(titles.getOrDefault(matter, t("reporting.cases.gone")), "/matters/" + matter.value());
    }
}
