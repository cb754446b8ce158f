package org.mingbai.activity.web;

import static org.mingbai.shell.Words.t;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.activity.Campaign;
import org.mingbai.activity.CampaignAct;
import org.mingbai.activity.CampaignAnswer;
import org.mingbai.activity.CampaignFigures;
import org.mingbai.activity.CampaignRefusal;
import org.mingbai.activity.Campaigns;
import org.mingbai.activity.Milestone;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.shell.page.LightSign;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Campaigns: the list, each one, and the forms by which the office that keeps them writes.
@Controller
@Needs(Right.SEE_MATTERS)
class CampaignPages {

    static final String ALL = "/campaigns";

    private static final CampaignPage.Typed NOTHING = new CampaignPage.Typed(0, "", "");

    private final Campaigns campaigns;
    private final CampaignFigures figures;
    private final Registers registers;
    private final Directory directory;
    private final Clock clock;

    CampaignPages(Campaigns campaigns, CampaignFigures figures, Registers registers, Directory directory, Clock clock) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.registers = registers;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who) {
        var today = today();
        var tree = directory.treeOf(who.tenant());
        var rows = campaigns.of(who).stream().map(one -> new CampaignsPage.Row(new Link(one.plan().name(), ALL + "/" + one.id()),
                name(tree, one.plan().lead()), span(one), state(one), counted(one),
                one.behind(today).isEmpty() ? "" : t("activity.campaign.behind", one.behind(today).size()))).toList();
        return View.of("activity/campaigns", new CampaignsPage(rows, !Campaigns.offices(who).isEmpty()));
    }

    @GetMapping(ALL + "/new")
    @Needs(Right.KEEP_CAMPAIGNS)
    ModelAndView blank(SignedIn who) {
        return form(who, new CampaignForm(0, 0, "", "", "", today().toString(), "", List.of(), "", "", "", "", "LEAST", "", CampaignForm.filled(List.of()), "",
                UUID.randomUUID().toString(), FieldErrors.none()), List.of(), HttpStatus.OK);
    }

    @GetMapping(ALL + "/{id}/edit")
    @Needs(Right.KEEP_CAMPAIGNS)
    ModelAndView edit(SignedIn who, @PathVariable long id) {
        var campaign = kept(who, id);
        if (campaign.ending() != null) {
            return shown(who, campaign, NOTHING, FieldErrors.none().with("", said(new CampaignRefusal.Ended())), HttpStatus.CONFLICT);
        }
        var tree = directory.treeOf(who.tenant());
        var plan = campaign.plan();
        var target = plan.target();
        var rows = campaign.milestones().stream().filter(one -> one.reached() == null)
                .map(one -> new CampaignForm.Row(one.no(), one.words(), one.due().toString(), name(tree, one.owner()))).toList();
        return form(who, new CampaignForm(id, campaign.version(), "", plan.name(), plan.basis(), plan.from().toString(), plan.to().toString(), plan.registers(),
                String.join(t("activity.between"), plan.kinds()), name(tree, plan.lead()), plan.goal(), target == null ? "" : target.figure(),
                target != null && target.atMost() ? "MOST" : "LEAST", target == null ? "" : target.value().toPlainString(), CampaignForm.filled(rows), "",
                UUID.randomUUID().toString(), FieldErrors.none()), reached(campaign), HttpStatus.OK);
    }

    @PostMapping(ALL)
    @Needs(Right.KEEP_CAMPAIGNS)
    ModelAndView write(SignedIn who, @RequestParam MultiValueMap<String, String> sent) {
        var form = CampaignForm.sent(sent);
        var typing = new Typing(who, form);
        var before = form.id() == 0 ? Optional.<Campaign>empty() : Optional.of(kept(who, form.id()));
        var stays = before.map(CampaignPages::reached).orElse(List.of());
        var plan = typing.plan();
        var milestones = typing.milestones();
        if (typing.errors.any()) {
            return form(who, form.with(typing.errors), stays, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (before.isPresent() && before.get().version() != form.version()) {
            return form(who, form.with(FieldErrors.none().with("", said(new CampaignRefusal.Overtaken()))), stays, HttpStatus.CONFLICT);
        }
        var key = FormKey.of(form.key());
        var answer = before.map(now -> campaigns.change(who, now, plan, milestones, form.why(), key))
                .orElseGet(() -> campaigns.begin(who, typing.office(), plan, milestones, key));
        return switch (answer) {
            case CampaignAnswer.Done(var campaign) -> View.seeOther(ALL + "/" + campaign.id(), t(before.isEmpty() ? "activity.begun" : "activity.changed"));
            case CampaignAnswer.Refused(var why) -> form(who, form.with(FieldErrors.none().with(why.at(), said(why))), stays, status(why));
        };
    }

    /// Reads what was typed, and gathers what cannot be read.
    private final class Typing {

        private final SignedIn who;
        private final CampaignForm form;
        private FieldErrors errors = FieldErrors.none();

        private Typing(SignedIn who, CampaignForm form) {
            this.who = who;
            this.form = form;
        }

        private OrganisationId office() {
            var mine = Campaigns.offices(who);
            return mine.stream().filter(unit -> Long.toString(unit.value()).equals(form.office())).findFirst()
                    .orElseGet(() -> mine.stream().min(Comparator.comparingLong(OrganisationId::value)).orElseThrow());
        }

        private Campaign.Plan plan() {
            var from = day("from", form.from());
            var to = day("to", form.to());
            var kinds = Stream.of(form.kinds().split("[、，,；;]")).map(String::strip).filter(kind -> !kind.isEmpty()).distinct().toList();
            var lead = unit("lead", form.lead());
            return new Campaign.Plan(form.name(), form.basis(), from, to, form.registers().stream().distinct().toList(), kinds, lead, form.goal(), target());
        }

        private List<Campaigns.Asked> milestones() {
            var all = new ArrayList<Campaigns.Asked>();
            for (int i = 0; i < form.rows().size(); i++) {
                var row = form.rows().get(i);
                all.add(new Campaigns.Asked(row.no(), row.words(), day("due" + (i + 1), row.due()), unit("owner" + (i + 1), row.owner())));
            }
            return all;
        }

        private Campaign.@Nullable Target target() {
            if (form.figure().isEmpty() && form.target().isEmpty()) {
                return null;
            }
            if (form.figure().isEmpty()) {
                errors = errors.with("figure", t("activity.wrong.figure-missing"));
                return null;
            }
            if (!form.target().matches("\\d{1,7}(\\.\\d{1,2})?")) {
                errors = errors.with("target", t("activity.wrong.target"));
                return null;
            }
            return new Campaign.Target(form.figure(), new BigDecimal(form.target()), form.bound().equals("MOST"));
        }

        private LocalDate day(String field, String typed) {
            try {
                return Days.typed(typed);
            } catch (DateTimeException e) {
                errors = errors.with(field, t(typed.isBlank() ? "activity.wrong.day-missing" : "activity.wrong.day"));
                return today();
            }
        }

        private OrganisationId unit(String field, String typed) {
            var meant = directory.unitsMeant(who.tenant(), typed);
            if (meant.size() == 1) {
                return meant.getFirst();
            }
            errors = errors.with(field, typed.isBlank() ? t("activity.wrong.unit-missing")
                    : t(meant.isEmpty() ? "activity.wrong.unit" : "activity.wrong.unit-several", typed));
            return new OrganisationId(0);
        }
    }

    private ModelAndView form(SignedIn who, CampaignForm form, List<String> reached, HttpStatus status) {
        var tree = directory.treeOf(who.tenant());
        var mine = Campaigns.offices(who).stream().sorted(Comparator.comparingLong(OrganisationId::value))
                .map(unit -> new Choice(Long.toString(unit.value()), name(tree, unit))).toList();
        var rows = CampaignForm.filled(form.rows().stream().filter(row -> !row.empty()).toList());
        var filled = form.with(rows);
        var way = form.id() == 0 ? way() : List.of(way().getFirst(), new Link(form.name(), ALL + "/" + form.id()));
        return View.of("activity/form", new CampaignFormPage(t(form.id() == 0 ? "activity.campaign.new" : "activity.campaign.change"), way, filled,
                mine.size() > 1 && form.id() == 0 ? mine : List.of(),
                registers.of(who.tenant()).stream().map(one -> new Choice(one.code(), one.name(LocaleContextHolder.getLocale()))).toList(), figures.offered(),
                Stream.of("LEAST", "MOST").map(bound -> new Choice(bound, t("activity.bound." + bound))).toList(),
                tree.all().stream().filter(OrganisationTree.Unit::active).map(OrganisationTree.Unit::name).distinct().toList(), reached), status);
    }

    private static List<String> reached(Campaign campaign) {
        return campaign.milestones().stream().filter(one -> one.reached() != null)
                .map(one -> t("activity.milestone.stays", one.words(), one.due().toString())).toList();
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView one(SignedIn who, @PathVariable long id) {
        return shown(who, found(who, id), NOTHING, FieldErrors.none(), HttpStatus.OK);
    }

    @PostMapping(ALL + "/{id}/milestones/{no}")
    @Needs(Right.KEEP_CAMPAIGNS)
    ModelAndView reach(SignedIn who, @PathVariable long id, @PathVariable int no, @RequestParam MultiValueMap<String, String> sent) {
        var campaign = kept(who, id);
        var typed = new CampaignPage.Typed(no, CampaignForm.one(sent, "on" + no), CampaignForm.text(sent, "note" + no));
        LocalDate on;
        try {
            on = Days.typed(typed.on());
        } catch (DateTimeException e) {
            return shown(who, campaign, typed, FieldErrors.none().with("on" + no, t("activity.wrong.day")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return done(who, campaign, typed, seen(campaign, sent, () -> campaigns.reach(who, campaign, no, on, typed.text(), key(sent))), t("activity.reached"));
    }

    @PostMapping(ALL + "/{id}/ending")
    @Needs(Right.KEEP_CAMPAIGNS)
    ModelAndView end(SignedIn who, @PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
        var campaign = kept(who, id);
        var typed = new CampaignPage.Typed(0, "", CampaignForm.text(sent, "words"));
        return done(who, campaign, typed, seen(campaign, sent, () -> campaigns.end(who, campaign, typed.text(), key(sent))), t("activity.ended"));
    }

    private interface Doing {
        CampaignAnswer answer();
    }

    /// What was seen may have changed meanwhile.
    private static CampaignAnswer seen(Campaign now, MultiValueMap<String, String> sent, Doing doing) {
        boolean same = now.ending() != null || CampaignForm.number(CampaignForm.one(sent, "version")) == now.version();
        return same ? doing.answer() : new CampaignAnswer.Refused(new CampaignRefusal.Overtaken());
    }

    private static UUID key(MultiValueMap<String, String> sent) {
        return FormKey.of(CampaignForm.one(sent, "key"));
    }

    private ModelAndView done(SignedIn who, Campaign before, CampaignPage.Typed typed, CampaignAnswer answer, String notice) {
        return switch (answer) {
            case CampaignAnswer.Done(var campaign) -> View.seeOther(ALL + "/" + campaign.id(), notice);
            case CampaignAnswer.Refused(var why) -> shown(who, found(who, before.id()), typed, FieldErrors.none().with(why.at(), said(why)), status(why));
        };
    }

    private ModelAndView shown(SignedIn who, Campaign campaign, CampaignPage.Typed typed, FieldErrors errors, HttpStatus status) {
        var today = today();
        var tree = directory.treeOf(who.tenant());
        var plan = campaign.plan();
        var acts = campaigns.acts(who, campaign);
        var names = directory.personNames(who.tenant(), acts.stream().map(CampaignAct::by).distinct().toList());
        boolean keeps = Campaigns.keeps(who, campaign) && campaign.ending() == null;
        var first = campaigns.firstDue(who, campaign);
        var steps = campaign.milestones().stream()
                .map(one -> step(one, campaign.stateOf(one, today), Objects.requireNonNullElse(first.get(one.no()), one.due()), tree, today, keeps)).toList();
        var story = IntStream.range(0, acts.size()).mapToObj(i -> done(acts.get(i), i + 1 < acts.size() ? acts.get(i + 1).after() : null,
                Objects.requireNonNullElse(names.get(acts.get(i).by()), ""))).toList();
        return View.of("activity/campaign", new CampaignPage(campaign.id(), campaign.version(), plan.name(), way(), state(campaign), name(tree, plan.lead()),
                name(tree, campaign.office()), span(campaign), plan.basis(), plan.goal(), figures.standing(who, campaign), lists(who, plan), plan.kinds(),
                figures.links(campaign), counted(campaign), steps, story,
                Optional.ofNullable(campaign.ending()).map(it -> t("activity.campaign.ended", Days.day(it.on(), today), it.words())), keeps, today.toString(),
                UUID.randomUUID().toString(), typed, errors), status);
    }

    /// @param before the campaign as the act found it; nothing where it began it
    private CampaignPage.Done done(CampaignAct act, @Nullable Campaign before, String who) {
        var what = before == null ? "" : switch (act.kind()) {
            case BEGUN, ENDED -> "";
            case CHANGED -> String.join(t("activity.between"), parts(before, act.after()));
            case REACHED -> act.after().milestones().stream().filter(one -> one.reached() != null && !before.milestones().contains(one))
                    .map(Milestone::words).findFirst().orElse("");
        };
        return new CampaignPage.Done(Days.day(act.day(), today()), who, t("activity.act." + act.kind(), what), act.remark());
    }

    /// Which parts of it were changed.
    private static List<String> parts(Campaign before, Campaign after) {
        var was = before.plan();
        var is = after.plan();
        var parts = new ArrayList<String>();
        differs(parts, "activity.campaign.name", was.name(), is.name());
        differs(parts, "activity.campaign.basis", was.basis(), is.basis());
        differs(parts, "activity.campaign.span.label", List.of(was.from(), was.to()), List.of(is.from(), is.to()));
        differs(parts, "activity.campaign.registers", was.registers(), is.registers());
        differs(parts, "activity.campaign.kinds", was.kinds(), is.kinds());
        differs(parts, "activity.campaign.lead", was.lead(), is.lead());
        differs(parts, "activity.campaign.goal", List.of(was.goal(), String.valueOf(was.target())), List.of(is.goal(), String.valueOf(is.target())));
        differs(parts, "activity.campaign.milestones", before.milestones(), after.milestones());
        return parts;
    }

    private static void differs(List<String> parts, String label, Object was, Object is) {
        if (!was.equals(is)) {
            parts.add(t(label));
        }
    }

    private List<Link> lists(SignedIn who, Campaign.Plan plan) {
        return plan.registers().stream().flatMap(code -> registers.register(who.tenant(), code).stream())
                .map((Register one) -> new Link(one.name(LocaleContextHolder.getLocale()), "/registers/" + one.code())).toList();
    }

    private static CampaignPage.Step step(Milestone one, Milestone.State state, LocalDate first, OrganisationTree tree, LocalDate today, boolean keeps) {
        var reached = one.reached();
        var told = reached != null ? t("activity.milestone." + state, Days.day(reached.on(), today))
                : state == Milestone.State.LEFT ? t("activity.milestone.LEFT") : Days.left(one.due(), today);
        var moved = first.equals(one.due()) ? "" : t("activity.milestone.first", Days.day(first, today));
        return new CampaignPage.Step(one.no(), one.words(), name(tree, one.owner()), Days.day(one.due(), today), moved, state, switch (state) {
            case REACHED, REACHED_LATE -> LightSign.CLOSED;
            case AHEAD -> LightSign.ON_TRACK;
            case BEHIND -> LightSign.LATE;
            case LEFT -> LightSign.PARKED;
        }, told, reached == null ? "" : reached.note(), keeps && reached == null);
    }

    private String state(Campaign campaign) {
        return t("activity.campaign.state." + campaign.on(today()));
    }

    private static String counted(Campaign campaign) {
        return campaign.milestones().isEmpty() ? t("activity.campaign.no-milestones")
                : t("activity.campaign.counted", campaign.reached(), campaign.milestones().size());
    }

    private String span(Campaign campaign) {
        var today = today();
        return t("activity.campaign.span", Days.day(campaign.plan().from(), today), Days.day(campaign.plan().to(), today));
    }

    private static String name(OrganisationTree tree, OrganisationId unit) {
        return tree.unit(unit).map(OrganisationTree.Unit::name).orElse("");
    }

    private static List<Link> way() {
        return List.of(new Link(t("activity.campaigns.title"), ALL));
    }

    private Campaign found(SignedIn who, long id) {
        return campaigns.campaign(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// One this person keeps; to everybody else its forms are not there.
    private Campaign kept(SignedIn who, long id) {
        return Optional.of(found(who, id)).filter(one -> Campaigns.keeps(who, one)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static HttpStatus status(CampaignRefusal why) {
        return switch (why) {
            case CampaignRefusal.AlreadyReached _, CampaignRefusal.Ended _, CampaignRefusal.Overtaken _, CampaignRefusal.SentBefore _ -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String said(CampaignRefusal why) {
        return switch (why) {
            case CampaignRefusal.NotYours _ -> t("activity.wrong.not-yours");
            case CampaignRefusal.Missing _ -> t("activity.wrong.missing");
            case CampaignRefusal.TooLong(_, int max) -> t("activity.wrong.long", max);
            case CampaignRefusal.Hidden _ -> t("activity.wrong.hidden");
            case CampaignRefusal.TooMany(_, int max) -> t("activity.wrong.many", max);
            case CampaignRefusal.Reversed _ -> t("activity.wrong.reversed");
            case CampaignRefusal.TooLasting(int years) -> t("activity.wrong.lasting", years);
            case CampaignRefusal.NoSuchRegister(var code) -> t("activity.wrong.register", code);
            case CampaignRefusal.NoSuchUnit _ -> t("activity.wrong.unit-missing");
            case CampaignRefusal.NoSuchFigure _ -> t("activity.wrong.figure");
            case CampaignRefusal.MilestoneOutside(_, var from, var to) -> t("activity.wrong.outside", from.toString(), to.toString());
            case CampaignRefusal.NoSuchMilestone _ -> t("activity.wrong.no-milestone");
            case CampaignRefusal.AlreadyReached _ -> t("activity.wrong.reached");
            case CampaignRefusal.NotThatDay(_, var from, var to) -> t("activity.wrong.not-that-day", from.toString(), to.toString());
            case CampaignRefusal.Ended _ -> t("activity.wrong.ended");
            case CampaignRefusal.Overtaken _ -> t("activity.wrong.overtaken");
            case CampaignRefusal.SentBefore _ -> t("activity.wrong.sent-before");
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
