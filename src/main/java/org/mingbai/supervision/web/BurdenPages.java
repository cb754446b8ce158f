package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.Days;
import org.mingbai.shell.View;
import org.mingbai.shell.Visible;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.supervision.Demand;
import org.mingbai.supervision.DemandKind;
import org.mingbai.supervision.Demands;
import org.mingbai.supervision.slip.Slips;
import org.mingbai.supervision.Offices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What is asked of units, seen by whoever is about to ask more.
@Controller
@Needs(Right.SEE_BURDEN)
class BurdenPages {

    private static final String PATH = "/burden";
    private static final int WEEKS_BEFORE = 1;
    private static final int WEEKS_SHOWN = 5;
    private static final int ANSWER_MAX = 1000;
    private static final BigDecimal HOURS_MAX = BigDecimal.valueOf(168);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final Offices offices;
    private final Demands demands;
    private final Slips slips;
    private final Directory directory;
    private final Clock clock;

    BurdenPages(Demands demands, Slips slips, Directory directory, Clock clock, Offices offices) {
        this.offices = offices;
        this.demands = demands;
        this.slips = slips;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView page(SignedIn who, @RequestParam(required = false) Long unit, @RequestParam(defaultValue = "") String week) {
        return View.of("supervision/burden", page(who, unit == null ? null : new OrganisationId(unit), week, blank(), Refused.NOTHING));
    }

    @PostMapping(PATH + "/demands")
    @Needs(Right.MAKE_DEMANDS)
    ModelAndView ask(SignedIn who, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String basis, @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String despite,
            @RequestParam(defaultValue = "") String key) {
        var typed = new Typed(FormKey.of(key).toString(), plain(unit), kind, plain(subject), plain(basis), plain(hours), plain(day), plain(despite));
        var read = read(who, typed);
        if (read.errors.any()) {
            return refused(who, typed, read.errors, Optional.empty());
        }
        var demand = Objects.requireNonNull(read.demand);
        if (demands.recorded(who.tenant(), Objects.requireNonNull(demand.cause()))) {
            return View.seeOther(href(demand.to(), demand.week()), t("supervision.burden.done"));
        }
        var warning = demands.warning(who, demand);
        if (warning.any() && typed.despite.isEmpty()) {
            return refused(who, typed, FieldErrors.none().with("despite", t("supervision.burden.despite.needed"), t("supervision.burden.despite")),
                    Optional.of(warning));
        }
        demands.record(who.tenant(), who.person(), demand);
        return View.seeOther(href(demand.to(), demand.week()), t("supervision.burden.done"));
    }

    @PostMapping(PATH + "/demands/{id}/answer")
    @Needs(Right.ACT_ON_MATTERS)
    ModelAndView answer(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "") String answer) {
        var said = plain(answer);
        var demand = demands.one(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (said.isEmpty() || said.length() > ANSWER_MAX) {
            var refused = new Refused(Optional.empty(), new BurdenPage.Saying(id, said, t("supervision.burden.answer.length")));
            return View.of("supervision/burden", page(who, demand.to(), demand.week().toString(), blank(), refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        demands.answer(who, id, said);
        return View.seeOther(href(demand.to(), demand.week()), t("supervision.burden.answer.done"));
    }

    @PostMapping(PATH + "/ceiling")
    @Needs(Right.KEEP_CEILING)
    ModelAndView setCeiling(SignedIn who, Keeper by, @RequestParam(defaultValue = "") String most, @RequestParam(defaultValue = "") String paper) {
        offices.mustBeOne(who);
        var minutes = minutes(most);
        var basis = plain(paper);
        if (minutes.isEmpty() || basis.isEmpty() || basis.length() > 300) {
            var errors = minutes.isEmpty() ? FieldErrors.none().with("most", t("supervision.burden.wrong.hours"), t("supervision.burden.ceiling.hours"))
                    : FieldErrors.none();
            errors = basis.isEmpty() || basis.length() > 300
                    ? errors.with("paper", t("supervision.burden.wrong.basis"), t("supervision.burden.basis")) : errors;
            var refused = new Refused(Optional.of(new BurdenPage.CeilingForm(plain(most), basis, errors)), BurdenPage.Saying.NOTHING);
            return View.of("supervision/burden", page(who, null, "", blank(), refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        demands.setCeiling(by, new Demands.Ceiling(minutes.get(), basis));
        return View.seeOther(PATH, t("supervision.burden.ceiling.done"));
    }

    /// What was typed beside the main form and is not lost.
    private record Refused(Optional<BurdenPage.CeilingForm> ceiling, BurdenPage.Saying saying) {
        private static final Refused NOTHING = new Refused(Optional.empty(), BurdenPage.Saying.NOTHING);
    }

    private record Typed(String key, String unit, String kind, String subject, String basis, String hours, String day, String despite) {}

    private record Read(@Nullable Demand demand, FieldErrors errors) {}

    private Read read(SignedIn who, Typed typed) {
        var errors = FieldErrors.none();
        var meant = directory.unitsMeant(who.tenant(), typed.unit).stream().filter(id -> demands.sightOf(who).reaches(id)).toList();
        var kind = Stream.of(DemandKind.values()).filter(one -> one != DemandKind.SLIP && one.name().equals(typed.kind)).findFirst();
        var minutes = minutes(typed.hours);
        var day = day(typed.day);
        errors = with(errors, "unit", meant.size() == 1);
        errors = with(errors, "kind", kind.isPresent());
        errors = with(errors, "subject", !typed.subject.isEmpty() && typed.subject.length() <= 200);
        errors = with(errors, "basis", !typed.basis.isEmpty() && typed.basis.length() <= 300);
        errors = with(errors, "hours", minutes.isPresent());
        errors = with(errors, "day", day.isPresent());
        errors = with(errors, "despite", typed.despite.length() <= 300);
        if (errors.any()) {
            return new Read(null, errors);
        }
        var from = Access.unitsWhere(who, Right.MAKE_DEMANDS).stream().min(Comparator.comparingLong(OrganisationId::value)).orElse(null);
        return new Read(new Demand(0, kind.orElseThrow(), meant.getFirst(), from, typed.subject, typed.basis, minutes.orElseThrow(), day.orElseThrow(),
                null, cause(typed), typed.despite.isEmpty() ? null : typed.despite, null), errors);
    }

    /// The same form with the same words asks once; with other words it asks for something else.
    private static String cause(Typed typed) {
        var words = String.join("\n", typed.key, typed.unit, typed.kind, typed.subject, typed.basis, typed.hours, typed.day);
        return "form/" + UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    private static FieldErrors with(FieldErrors errors, String field, boolean good) {
        return good ? errors : errors.with(field, t("supervision.burden.wrong." + field), t("supervision.burden." + field));
    }

    private ModelAndView refused(SignedIn who, Typed typed, FieldErrors errors, Optional<Demands.Warning> warning) {
        var over = warning.filter(Demands.Warning::overCeiling)
                .map(it -> t("supervision.burden.over", Demand.hours(it.load().minutes()), Demand.hours(it.minutes()),
                        Demand.hours(it.ceiling().orElseThrow().minutes()),
                        it.ceiling().orElseThrow().basis())).orElse("");
        var tree = directory.treeOf(who.tenant());
        var before = warning.map(Demands.Warning::before).orElse(List.of()).stream().limit(5).map(demand -> line(who, tree, demand)).toList();
        return View.of("supervision/burden", page(who, null, "", new BurdenPage.Form(typed.key, List.of(), typed.unit, typed.kind, typed.subject, typed.basis,
                typed.hours, typed.day, typed.despite, over, before, errors), Refused.NOTHING), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private BurdenPage.Form blank() {
        return new BurdenPage.Form(UUID.randomUUID().toString(), List.of(), "", "", "", "", "", LocalDate.now(clock).toString(), "", "",
                List.of(), FieldErrors.none());
    }

    private BurdenPage page(SignedIn who, @Nullable OrganisationId unit, String week, BurdenPage.Form form, Refused refused) {
        var chosen = day(week);
        var first = Demand.weekOf(chosen.orElse(LocalDate.now(clock))).minusWeeks(WEEKS_BEFORE);
        var weeks = IntStream.range(0, WEEKS_SHOWN).mapToObj(first::plusWeeks).toList();
        var tree = directory.treeOf(who.tenant());
        var ceiling = demands.ceiling(who.tenant());
        var loads = new TreeMap<Long, Map<LocalDate, Demands.Load>>();
        demands.loads(who, weeks.getFirst(), weeks.getLast())
                .forEach(load -> loads.computeIfAbsent(load.unit().value(), _ -> new TreeMap<>()).put(load.week(), load));
        var rows = loads.entrySet().stream().map(entry -> new BurdenPage.Row(named(tree, new OrganisationId(entry.getKey())),
                weeks.stream().map(it -> cell(new OrganisationId(entry.getKey()), it, entry.getValue().get(it), ceiling)).toList())).toList();
        var sight = demands.sightOf(who);
        var units = tree.all().stream().filter(it -> it.active() && sight.reaches(it.id())).map(OrganisationTree.Unit::name).distinct().toList();
        var shown = new BurdenPage.Form(form.key(), units, form.unit(), form.kind(), form.subject(), form.basis(), form.hours(), form.day(), form.despite(),
                form.overCeiling(), form.before(), form.errors());
        return new BurdenPage(weeks, rows, behind(who, tree, unit, chosen), ceiling, Access.may(who, Right.KEEP_CEILING),
                refused.ceiling.orElseGet(() -> new BurdenPage.CeilingForm(ceiling.map(it -> Demand.hours(it.minutes())).orElse(""),
                        ceiling.map(Demands.Ceiling::basis).orElse(""), FieldErrors.none())), refused.saying,
                Access.may(who, Right.MAKE_DEMANDS) ? Optional.of(shown) : Optional.empty());
    }

    private Optional<BurdenPage.Behind> behind(SignedIn who, OrganisationTree tree, @Nullable OrganisationId unit, Optional<LocalDate> week) {
        if (unit == null || week.isEmpty() || !demands.sightOf(who).reaches(unit)) {
            return Optional.empty();
        }
        return Optional.of(new BurdenPage.Behind(t("supervision.burden.behind", named(tree, unit), Days.full(Demand.weekOf(week.get()))),
                demands.of(who, unit, week.get()).stream().map(demand -> line(who, tree, demand)).toList()));
    }

    private static BurdenPage.Cell cell(OrganisationId unit, LocalDate week, Demands.@Nullable Load load, Optional<Demands.Ceiling> ceiling) {
        return load == null
                ? new BurdenPage.Cell("", 0, "", false)
                : new BurdenPage.Cell(Demand.hours(load.minutes()), load.demands(), href(unit, week),
                        ceiling.isPresent() && load.minutes() > ceiling.get().minutes());
    }

    /// What a slip rests on, and why it went out all the same, stands there for who may open it.
    private boolean open(SignedIn who, Demand demand) {
        return demand.kind() != DemandKind.SLIP || demand.href() == null
                || slips.slip(who, Long.parseLong(demand.href().substring(demand.href().lastIndexOf('/') + 1))).isPresent();
    }

    private BurdenPage.Line line(SignedIn who, OrganisationTree tree, Demand demand) {
        boolean open = open(who, demand);
        return new BurdenPage.Line(demand.id(), t("supervision.burden.kind." + demand.kind()), demand.subject(), open ? demand.basis() : "",
                demand.from() == null ? "" : named(tree, demand.from()), Demand.hours(demand.minutes()), demand.day(), open ? demand.href() : null,
                open ? demand.despite() : null,
                demand.answer() == null ? List.of() : demands.answers(who, demand.id()).stream().map(said -> t("supervision.burden.answered.by", said.words(),
                        directory.personName(who.tenant(), said.by()), Days.full(said.at().atZoneSameInstant(clock.getZone()).toLocalDate()))).toList());
    }

    private static String named(OrganisationTree tree, OrganisationId unit) {
        return tree.unit(unit).map(OrganisationTree.Unit::name).orElse("");
    }

    private static String href(OrganisationId unit, LocalDate week) {
        return PATH + "?unit=" + unit.value() + "&week=" + week + "#behind";
    }

    private static Optional<Integer> minutes(String hours) {
        try {
            var read = new BigDecimal(hours.strip());
            return read.signum() > 0 && read.precision() < 8 && read.scale() < 4 && read.compareTo(HOURS_MAX) <= 0
                    ? Optional.of(Math.max(1, read.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).intValue()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String plain(String typed) {
        var line = Visible.line(typed);
        return Visible.says(line) ? line : "";
    }
}
