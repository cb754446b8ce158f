package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.reporting.CaseKind;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.OwnFigures;
import org.mingbai.reporting.Tally;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Making a figure from fields and filters.
@Controller
@Needs(Right.SEE_MATTERS)
class OwnFigurePages {

    private final OwnFigures own;
    private final FigurePages pages;
    private final Directory directory;

    OwnFigurePages(OwnFigures own, FigurePages pages, Directory directory) {
        this.own = own;
        this.pages = pages;
        this.directory = directory;
    }

    @GetMapping(FigurePages.ALL + "/new")
    ModelAndView blank(SignedIn who, @RequestParam(defaultValue = "ROUND") String of) {
        return shown(who, OwnFigureForm.blank(kind(of)), HttpStatus.OK);
    }

    @GetMapping(FigurePages.ALL + "/{code}/edit")
    ModelAndView edit(SignedIn who, @PathVariable String code) {
        return shown(who, form(theirs(who, code), pages.words(who)), HttpStatus.OK);
    }

    @PostMapping(FigurePages.ALL)
    ModelAndView make(SignedIn who, @RequestParam MultiValueMap<String, String> sent) {
        var form = OwnFigureForm.sent(kind(sent.getFirst("of")), sent);
        var read = new OwnFigureTyping(form, pages.words(who), written -> directory.unitsMeant(who.tenant(), written)).read(who.person());
        var barred = read.figure().flatMap(figure -> figure.fields().stream().filter(field -> !Access.may(who, field.needs())).findFirst());
        if (read.figure().isEmpty() || barred.isPresent()) {
            var errors = barred.map(field -> FieldErrors.none().with("", t("reporting.figures.barred", FigureWords.field(field)))).orElse(read.errors());
            return shown(who, form.with(errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var figure = read.figure().get();
        if (form.code().isEmpty()) {
            return View.seeOther(FigurePages.ALL + "/" + own.make(who, figure).code(), t("reporting.own.saved"));
        }
        var before = theirs(who, form.code());
        if (before.version() == form.version() && own.change(who, before, figure)) {
            return View.seeOther(FigurePages.ALL + "/" + before.code(), t("reporting.own.saved"));
        }
        return shown(who, form.with(FieldErrors.none().with("", t("reporting.own.wrong.overtaken"))), HttpStatus.CONFLICT);
    }

    @PostMapping(FigurePages.ALL + "/{code}/drop")
    ModelAndView drop(SignedIn who, @PathVariable String code) {
        var figure = theirs(who, code);
        own.drop(who, figure);
        return View.seeOther(FigurePages.ALL, t("reporting.figure.dropped", FigureWords.name(figure)));
    }

    private Figure theirs(SignedIn who, String code) {
        return own.figure(who, code).filter(figure -> FigurePages.theirs(who, figure)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static CaseKind kind(@Nullable String asked) {
        return Stream.of(CaseKind.values()).filter(kind -> kind.name().equals(asked)).findFirst().orElse(CaseKind.ROUND);
    }

    private ModelAndView shown(SignedIn who, OwnFigureForm form, HttpStatus status) {
        var words = pages.words(who);
        var fields = Stream.of(Field.values()).filter(field -> field.of(form.of()) && field.offered() && Access.may(who, field.needs())).toList();
        var values = fields.stream().flatMap(field -> field.type() == Field.Type.FLAG ? Stream.of(words.value(field, "true"), words.value(field, "false"))
                : field == Field.REGISTER ? words.registers().values().stream() : field.codes().stream().map(code -> words.value(field, code)));
        var units = directory.treeOf(who.tenant()).all().stream().filter(unit -> unit.active()).map(unit -> unit.name());
        var offered = new OwnFigureForm.Offered(choices(fields.stream()), choices(fields.stream().filter(field -> field.type() == Field.Type.DAY)),
                choices(fields.stream().filter(field -> field.type() == Field.Type.NUMBER)),
                Stream.of(Condition.Op.values()).map(op -> new Choice(op.name(), t("reporting.op." + op))).toList(),
                Stream.concat(values, units).distinct().toList());
        boolean changed = !form.code().isEmpty();
        return View.of("reporting/own", new OwnFigurePage(t(changed ? "reporting.own.change" : "reporting.own.title"),
                List.of(new Link(t("reporting.figures.title"), FigurePages.ALL)), form, offered,
                changed ? FigurePages.ALL + "/" + form.code() + "/drop" : ""), status);
    }

    private static List<Choice> choices(Stream<Field> fields) {
        return fields.map(field -> new Choice(field.name(), FigureWords.field(field))).toList();
    }

    private static OwnFigureForm form(Figure figure, FigureWords words) {
        var made = Objects.requireNonNull(figure.own());
        var blank = OwnFigureForm.blank(figure.of());
        var days = figure.tally() instanceof Tally.Days it ? Optional.of(it) : Optional.<Tally.Days>empty();
        return new OwnFigureForm(figure.code(), figure.version(), figure.of(), made.name(), made.means(), figure.window() == null ? "" : figure.window().name(),
                OwnFigureForm.filled(rows(figure.where(), words), OwnFigureForm.ROWS), switch (figure.tally()) {
                    case Tally.Count _, Tally.Satisfaction _ -> "COUNT";
                    case Tally.Share _ -> "SHARE";
                    case Tally.Days(_, _, int percentile) -> percentile == 50 ? "MEDIAN" : "P90";
                    case Tally.Sum _ -> "SUM";
                }, figure.tally() instanceof Tally.Share(var part) ? OwnFigureForm.filled(rows(part, words), OwnFigureForm.PART_ROWS) : blank.part(),
                days.map(it -> it.from().name()).orElse(""), days.map(it -> it.to().name()).orElse(""),
                figure.tally() instanceof Tally.Sum(var number) ? number.name() : "", made.shared(), FieldErrors.none());
    }

    private static List<OwnFigureForm.Row> rows(List<Condition> conditions, FigureWords words) {
        return conditions.stream().map(one -> new OwnFigureForm.Row(one.field().name(), one.op().name(),
                String.join(t("reporting.own.between"), one.values().stream().map(value -> words.value(one.field(), value)).toList()))).toList();
    }
}
