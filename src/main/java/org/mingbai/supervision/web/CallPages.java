package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.mingbai.shell.page.Tab;
import org.mingbai.supervision.callout.CallAnswer;
import org.mingbai.supervision.callout.CallFilter;
import org.mingbai.supervision.callout.CallOut;
import org.mingbai.supervision.callout.CallOuts;
import org.mingbai.supervision.callout.CallRate;
import org.mingbai.supervision.callout.CallRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Call-outs: the list, one of them, and what caller and called do.
@Controller
@Needs(Right.SEE_MATTERS)
class CallPages {

    private static final String ALL = "/callouts";
    private static final int UNIT_LINES = 3;

    private final CallOuts callOuts;
    private final CallViews views;
    private final Ledger ledger;
    private final Directory directory;

    CallPages(CallOuts callOuts, CallViews views, Ledger ledger, Directory directory) {
        this.callOuts = callOuts;
        this.views = views;
        this.ledger = ledger;
        this.directory = directory;
    }

    @GetMapping(ALL)
    ModelAndView list(SignedIn who, @RequestParam(defaultValue = "") String standing, @RequestParam(defaultValue = "") String unit) {
        var asked = Stream.of(CallOut.Standing.values()).filter(one -> name(one).equals(standing)).findFirst().orElse(null);
        var whose = unit.matches("[0-9]{1,18}") ? new OrganisationId(Long.parseLong(unit)) : null;
        var tree = directory.treeOf(who.tenant());
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(t("supervision.callout.all"), href(null, whose), asked == null, OptionalLong.empty()));
        for (var one : CallOut.Standing.values()) {
            tabs.add(new Tab(t("supervision.callout.standing." + one), href(one, whose), one == asked, OptionalLong.empty()));
        }
        var rates = callOuts.rates(who).stream().map(rate -> rate(rate, tree)).toList();
        return View.of("supervision/callouts", new CallListPage(tabs, whose == null ? "" : tree.unit(whose).map(OrganisationTree.Unit::name).orElse(""),
                views.of(who, callOuts.list(who, new CallFilter(whose, asked))), rates));
    }

    private static CallListPage.Rate rate(CallRate rate, OrganisationTree tree) {
        return new CallListPage.Rate(tree.unit(rate.unit()).map(OrganisationTree.Unit::name).orElse(""),
                new CallListPage.Number(rate.called(), href(null, rate.unit())),
                new CallListPage.Number(rate.inTime(), href(CallOut.Standing.IN_TIME, rate.unit())),
                new CallListPage.Number(rate.late(), href(CallOut.Standing.LATE, rate.unit())),
                new CallListPage.Number(rate.absent(), href(CallOut.Standing.NOT, rate.unit())),
                new CallListPage.Number(rate.released(), href(CallOut.Standing.RELEASED, rate.unit())));
    }

    private static String href(CallOut.@Nullable Standing standing, @Nullable OrganisationId unit) {
        var query = Stream.of(standing == null ? "" : "standing=" + name(standing), unit == null ? "" : "unit=" + unit.value())
                .filter(part -> !part.isEmpty()).toList();
        return query.isEmpty() ? ALL : ALL + "?" + String.join("&", query);
    }

    private static String name(CallOut.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView one(SignedIn who, @PathVariable long id) {
        return View.of("supervision/callout", page(who, id, CallPage.Typed.NOTHING, FieldErrors.none()));
    }

    private CallPage page(SignedIn who, long id, CallPage.Typed typed, FieldErrors errors) {
        var call = callOuts.find(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var grades = IntStream.rangeClosed(1, CallOut.Rating.BEST).map(i -> CallOut.Rating.BEST + 1 - i)
                .mapToObj(grade -> new Choice(Integer.toString(grade), t("supervision.callout.grade." + grade))).toList();
        return new CallPage(views.of(who, List.of(call)).getFirst(), !call.ended() && callOuts.calls(who, call), grades, UUID.randomUUID().toString(),
                typed, errors);
    }

    @GetMapping("/matters/{id}/call-outs/new")
    @Needs(Right.CALL_OUT)
    ModelAndView form(SignedIn who, @PathVariable long id) {
        var kinds = callOuts.kinds(who.tenant());
        return View.of("supervision/callform", form(who, id, kinds.getFirst(), "", List.of(), Integer.toString(CallOuts.MINUTES_SHIPPED), "",
                FieldErrors.none()));
    }

    @PostMapping("/matters/{id}/call-outs")
    @Needs(Right.CALL_OUT)
    ModelAndView call(SignedIn who, @PathVariable long id, @RequestParam MultiValueMap<String, String> typed) {
        var kind = one(typed, "kind");
        var reason = one(typed, "reason").replace("\r\n", "\n").strip();
        var names = typed.getOrDefault("units", List.of()).stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        var minutes = one(typed, "minutes").strip();
        var units = new ArrayList<OrganisationId>();
        var errors = FieldErrors.none();
        for (var name : names) {
            var meant = name.indexOf(0) >= 0 ? List.<OrganisationId>of() : directory.unitsMeant(who.tenant(), name);
            if (meant.size() == 1) {
                units.add(meant.getFirst());
            } else {
                errors = errors.with("units", t("supervision.callout.refusal.NoSuchUnit"));
            }
        }
        int limit = minutes.matches("[0-9]{1,6}") ? Integer.parseInt(minutes) : 0;
        if (errors.any()) {
            return View.of("supervision/callform", form(who, id, kind, reason, names, minutes, one(typed, "key"), errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (callOuts.call(who, new MatterId(id), kind, reason, units, limit, FormKey.of(one(typed, "key")))) {
            case CallAnswer.Done(var call) -> View.seeOther(ALL + "/" + call.id(), t("supervision.callout.done.called"));
            case CallAnswer.Refused(var why) -> View.of("supervision/callform",
                    form(who, id, kind, reason, names, minutes, one(typed, "key"), errors(why)), status(why));
        };
    }

    private CallForm form(SignedIn who, long id, String kind, String reason, List<String> units, String minutes, String key, FieldErrors errors) {
        var matter = ledger.matter(who, new MatterId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var lines = new ArrayList<>(units);
        for (int i = 0; i < UNIT_LINES; i++) {
            lines.add("");
        }
        var known = directory.treeOf(who.tenant()).all().stream().filter(OrganisationTree.Unit::active).map(OrganisationTree.Unit::name).sorted().toList();
        return new CallForm(new Link(matter.subject().title(), "/matters/" + id), "/matters/" + id + "/call-outs",
                callOuts.kinds(who.tenant()).stream().map(one -> new Choice(one, CallViews.kind(one))).toList(), kind, reason, lines, known, minutes,
                key.isEmpty() ? UUID.randomUUID().toString() : key, errors);
    }

    @PostMapping(ALL + "/{id}/arrivals")
    @Needs(Right.CALL_OUT)
    ModelAndView arrive(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "0") long unit, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String key) {
        return answer(who, id, "arrived", new CallPage.Typed(unit, words, "", "", ""),
                callOuts.arrive(who, id, new OrganisationId(unit), text(words), FormKey.of(key)));
    }

    @PostMapping(ALL + "/{id}/end")
    @Needs(Right.CALL_OUT)
    ModelAndView end(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "") String result) {
        return answer(who, id, "ended", new CallPage.Typed(0, "", "", "", result), callOuts.end(who, id, result.replace("\r\n", "\n").strip()));
    }

    @PostMapping(ALL + "/{id}/ratings")
    @Needs(Right.CALL_OUT)
    ModelAndView rate(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "0") long unit, @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String words) {
        return answer(who, id, "rated", new CallPage.Typed(unit, "", grade, words, ""),
                callOuts.rate(who, id, new OrganisationId(unit), grade.matches("[1-5]") ? Integer.parseInt(grade) : 0, text(words)));
    }

    private static @Nullable String text(String words) {
        return words.isBlank() ? null : words.replace("\r\n", "\n").strip();
    }

    private ModelAndView answer(SignedIn who, long id, String what, CallPage.Typed typed, CallAnswer answer) {
        return switch (answer) {
            case CallAnswer.Done _ -> View.seeOther(ALL + "/" + id, t("supervision.callout.done." + what));
            case CallAnswer.Refused(CallRefusal.NoSuchCall _) -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case CallAnswer.Refused(var why) -> View.of("supervision/callout", page(who, id, typed, errors(why, what, typed.unit())), status(why));
        };
    }

    private static FieldErrors errors(CallRefusal why) {
        return FieldErrors.none().with(why.at(), say(why));
    }

    /// A page has a form for each unit, so what stands at a field of one bears its number.
    private static FieldErrors errors(CallRefusal why, String what, long unit) {
        var field = switch (why.at()) {
            case "words" -> (what.equals("rated") ? "said-" : "words-") + unit;
            case "grade" -> "grade-" + unit;
            default -> why.at();
        };
        return FieldErrors.none().with(field, say(why));
    }

    private static String say(CallRefusal why) {
        var key = "supervision.callout.refusal." + why.getClass().getSimpleName();
        return switch (why) {
            case CallRefusal.TooLong(_, var max) -> t(key, max);
            case CallRefusal.LimitOutOfRange(_, var max) -> t(key, max);
            case CallRefusal.Missing _, CallRefusal.HiddenCharacters _, CallRefusal.NoSuchUnit _, CallRefusal.CallsItself _, CallRefusal.KeptFrom _,
                    CallRefusal.NoSuchKind _,
                    CallRefusal.GradeOutOfRange _, CallRefusal.NoSuchMatter _, CallRefusal.NoSuchCall _, CallRefusal.NotYours _, CallRefusal.ArrivedAlready _,
                    CallRefusal.EndedAlready _, CallRefusal.NotEndedYet _, CallRefusal.RatedAlready _, CallRefusal.KeyUsedBefore _,
                    CallRefusal.ChangedMeanwhile _, CallRefusal.OfLedger _ -> t(key);
        };
    }

    private static HttpStatus status(CallRefusal why) {
        return why.at().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        @Nullable String value = typed.getFirst(name);
        return value == null ? "" : value;
    }
}
