package org.mingbai.directory.web;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Answer;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.CreditCode;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.web.UnitForm.Step;
import org.mingbai.directory.web.UnitForm.Typed;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Founds, describes, moves and closes units: the system administrator's forms.
@Controller
@Needs(Right.KEEP_DIRECTORY)
class UnitForms {

    private static final int NAMES_OFFERED_MAX = 500;

    private final Directory directory;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final Clock clock;

    UnitForms(Directory directory, Organisations organisations, AuditTrail trail, Clock clock) {
        this.directory = directory;
        this.organisations = organisations;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/directory/organisations/new")
    ModelAndView newForm(SignedIn who, @RequestParam(defaultValue = "0") long under) {
        var parent = directory.treeOf(who.tenant()).unit(new OrganisationId(under)).map(OrganisationTree.Unit::name).orElse("");
        var typed = new Typed("", "", "", "", parent, LocalDate.now(clock).toString(), "", "");
        return View.of("directory/unit-form", founding(who.tenant(), typed, UUID.randomUUID().toString(), FieldErrors.none()));
    }

    @PostMapping("/directory/organisations")
    ModelAndView found(Keeper by, @ModelAttribute Sent sent) {
        var typed = sent.typed();
        var read = new FormReader();
        var parent = read.unitIfAny(directory, by.tenant(), "parent", typed.parent());
        var predecessor = read.unitIfAny(directory, by.tenant(), "predecessor", typed.predecessor());
        var kind = read.choice("kind", typed.kind(), OrganisationKind.class);
        var first = read.day("first", typed.first());
        Answer<OrganisationId> answer = read.isGood()
                ? organisations.found(by, parent, described(typed, kind.orElseThrow()), Span.from(first.orElseThrow()), predecessor,
                        FormReader.key(requireNonNullElse(sent.key(), "")))
                : new Answer.Refused<>(read.flaws());
        return switch (answer) {
            case Answer.Done(var id) -> View.seeOther(DirectoryPages.hrefOf(id), Words.t("directory.unit.founded"));
            case Answer.Refused(var refusals) -> View.of("directory/unit-form",
                    founding(by.tenant(), typed.kept(), requireNonNullElse(sent.key(), ""), Refused.shown(refusals)), Refused.status(refusals));
        };
    }

    @GetMapping("/directory/organisations/{id}/description")
    ModelAndView describeForm(SignedIn who, @PathVariable long id) {
        return form(who.tenant(), unit(who.tenant(), id), Step.DESCRIBE);
    }

    @PostMapping("/directory/organisations/{id}/description")
    ModelAndView describe(Keeper by, @PathVariable long id, @ModelAttribute Sent sent) {
        var unit = unit(by.tenant(), id);
        var read = new FormReader();
        var kind = read.choice("kind", sent.typed().kind(), OrganisationKind.class);
        int version = read.number("version", requireNonNullElse(sent.version(), ""));
        return answered(by.tenant(), unit, Step.DESCRIBE, sent, read.isGood()
                ? organisations.change(by, unit.id(), version, described(sent.typed(), kind.orElseThrow()))
                : new Answer.Refused<>(read.flaws()));
    }

    @GetMapping("/directory/organisations/{id}/superior")
    ModelAndView moveForm(SignedIn who, @PathVariable long id) {
        return form(who.tenant(), unit(who.tenant(), id), Step.MOVE);
    }

    @PostMapping("/directory/organisations/{id}/superior")
    ModelAndView move(Keeper by, @PathVariable long id, @ModelAttribute Sent sent) {
        var unit = unit(by.tenant(), id);
        var read = new FormReader();
        var parent = read.unitIfAny(directory, by.tenant(), "parent", sent.typed().parent());
        int version = read.number("version", requireNonNullElse(sent.version(), ""));
        return answered(by.tenant(), unit, Step.MOVE, sent, read.isGood()
                ? organisations.move(by, unit.id(), version, parent)
                : new Answer.Refused<>(read.flaws()));
    }

    @GetMapping("/directory/organisations/{id}/closing")
    ModelAndView closeForm(SignedIn who, @PathVariable long id) {
        return form(who.tenant(), unit(who.tenant(), id), Step.CLOSE);
    }

    @PostMapping("/directory/organisations/{id}/closing")
    ModelAndView close(Keeper by, @PathVariable long id, @ModelAttribute Sent sent) {
        var unit = unit(by.tenant(), id);
        var read = new FormReader();
        var last = read.day("last", sent.typed().last());
        int version = read.number("version", requireNonNullElse(sent.version(), ""));
        return answered(by.tenant(), unit, Step.CLOSE, sent, read.isGood()
                ? organisations.close(by, unit.id(), version, last.orElseThrow())
                : new Answer.Refused<>(read.flaws()));
    }

    /// A form as it came; what is missing is empty.
    record Sent(@Nullable String name, @Nullable String shortName, @Nullable String kind, @Nullable String creditCode, @Nullable String parent,
            @Nullable String first, @Nullable String last, @Nullable String predecessor, @Nullable String version, @Nullable String key) {

        Typed typed() {
            return new Typed(requireNonNullElse(name, ""), requireNonNullElse(shortName, ""), requireNonNullElse(kind, ""),
                    requireNonNullElse(creditCode, ""), requireNonNullElse(parent, ""), requireNonNullElse(first, ""),
                    requireNonNullElse(last, ""), requireNonNullElse(predecessor, ""));
        }
    }

    private ModelAndView answered(TenantId tenant, Organisation unit, Step step, Sent sent, Answer<Integer> answer) {
        return switch (answer) {
            case Answer.Done<Integer> done -> View.seeOther(DirectoryPages.hrefOf(unit.id()), Words.t("directory.unit.done"));
            case Answer.Refused<Integer>(var refusals) -> {
                var meanwhile = refusals.stream().anyMatch(Refusal.ChangedMeanwhile.class::isInstance)
                        ? trail.lastOn(tenant, unit.id()).map(Meanwhile::of)
                        : Optional.<Meanwhile>empty();
                yield View.of("directory/unit-form", formFor(tenant, unit, step, sent.typed().kept(), meanwhile, Refused.shown(refusals)),
                        Refused.status(refusals));
            }
        };
    }

    private ModelAndView form(TenantId tenant, Organisation unit, Step step) {
        var parent = unit.parent().flatMap(directory.treeOf(tenant)::unit).map(OrganisationTree.Unit::name).orElse("");
        var typed = new Typed(unit.name(), unit.shortName(), unit.kind().name(), unit.creditCode().map(CreditCode::value).orElse(""), parent,
                "", LocalDate.now(clock).toString(), "");
        return View.of("directory/unit-form", formFor(tenant, unit, step, typed, Optional.empty(), FieldErrors.none()));
    }

    private UnitForm formFor(TenantId tenant, Organisation unit, Step step, Typed typed, Optional<Meanwhile> meanwhile, FieldErrors errors) {
        var href = DirectoryPages.hrefOf(unit.id());
        var way = new java.util.ArrayList<>(DirectoryPages.wayTo(directory.treeOf(tenant), unit.id()));
        way.add(new Link(unit.name(), href));
        var action = href + switch (step) {
            case DESCRIBE -> "/description";
            case MOVE -> "/superior";
            case CLOSE -> "/closing";
            case FOUND -> throw new IllegalArgumentException("founding has a form of its own");
        };
        var title = switch (step) {
            case DESCRIBE -> Words.t("directory.unit.change");
            case MOVE -> Words.t("directory.unit.move");
            case CLOSE, FOUND -> Words.t("directory.unit.close");
        };
        return new UnitForm(step, action, title, way, href, typed, unit.version(), "", names(tenant), meanwhile, errors);
    }

    private UnitForm founding(TenantId tenant, Typed typed, String key, FieldErrors errors) {
        return new UnitForm(Step.FOUND, "/directory/organisations", Words.t("directory.unit.new"),
                List.of(new Link(Words.t("directory.places.directory"), "/directory")), "/directory", typed, 0, key, names(tenant),
                Optional.empty(), errors);
    }

    private List<String> names(TenantId tenant) {
        return directory.treeOf(tenant).all().stream().filter(OrganisationTree.Unit::active).map(OrganisationTree.Unit::name)
                .distinct().limit(NAMES_OFFERED_MAX).toList();
    }

    private static Organisations.Description described(Typed typed, OrganisationKind kind) {
        return new Organisations.Description(typed.name(), typed.shortName(), kind, typed.creditCode());
    }

    private Organisation unit(TenantId tenant, long id) {
        return directory.organisation(tenant, new OrganisationId(id)).orElseThrow(DirectoryPages::notThere);
    }
}
