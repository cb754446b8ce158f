package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// One act for several matters. It is the ordinary verb, one matter after the other: each is done whole or refused with its reason.
@Controller
@Needs(Right.ACT_ON_MATTERS)
class BulkPages {

    private final Ledger ledger;
    private final Registers registers;
    private final Directory directory;
    private final Clock clock;

    BulkPages(Ledger ledger, Registers registers, Directory directory, Clock clock) {
        this.ledger = ledger;
        this.registers = registers;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping("/registers/{code}/selected")
    ModelAndView selected(SignedIn who, @PathVariable String code, @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") List<String> matter, @RequestParam(defaultValue = "") String back) {
        var register = known(who, code);
        var asked = act(who, act);
        var chosen = chosen(who, code, matter);
        if (chosen.isEmpty()) {
            return View.seeOther("/registers/" + code + backTo(code, back), t("ledger.register.bulk.none"));
        }
        var page = page(who, register, asked, UUID.randomUUID(), backTo(code, back), chosen, BulkPage.Form.empty(), FieldErrors.none());
        return View.of("ledger/bulk", page);
    }

    @PostMapping("/registers/{code}/selected/done")
    ModelAndView done(SignedIn who, @PathVariable String code, @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") List<String> matter, @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String lead, @RequestParam(defaultValue = "") String leader,
            @RequestParam(defaultValue = "") String due, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String on) {
        var register = known(who, code);
        var asked = act(who, act);
        var form = new BulkPage.Form(lead.strip(), leader.strip(), due.strip(), text.strip(), on.strip());
        var errors = flaws(asked, form);
        var chosen = chosen(who, code, matter);
        var request = key(key);
        if (errors.any() || request.isEmpty()) {
            var page = page(who, register, asked, request.orElseGet(UUID::randomUUID), backTo(code, back), chosen, form, errors);
            return View.of("ledger/bulk", page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return View.of("ledger/bulkdone", carriedOut(who, register, asked, verb(asked, form), request.get(), backTo(code, back), chosen));
    }

    private BulkPage.Result carriedOut(SignedIn who, Register register, BulkAct asked, Act act, UUID request, String back, List<Matter> chosen) {
        var folk = new Folk(directory, who, LocalDate.now(clock), List.of());
        var done = new ArrayList<BulkPage.Todo>();
        var refused = new ArrayList<BulkPage.Cannot>();
        for (var matter : chosen) {
            var key = UUID.nameUUIDFromBytes((request + "/" + matter.id().value()).getBytes(StandardCharsets.US_ASCII));
            switch (ledger.act(who, matter.id(), act, key, null)) {
                case Answer.Done _ -> done.add(todo(matter));
                case Answer.Refused(var why, _) -> refused.add(cannot(matter, why, asked, folk));
            }
        }
        return new BulkPage.Result(register.code(), register.name(RegisterPages.locale()), t("ledger.register.bulk." + asked), back, done, refused);
    }

    private BulkPage page(SignedIn who, Register register, BulkAct act, UUID key, String back, List<Matter> chosen, BulkPage.Form form,
            FieldErrors errors) {
        var today = LocalDate.now(clock);
        var folk = new Folk(directory, who, today, List.of());
        var todo = new ArrayList<BulkPage.Todo>();
        var cannot = new ArrayList<BulkPage.Cannot>();
        for (var matter : chosen) {
            ledger.acts(who, matter).get(act.kind()).ifPresentOrElse(
                    why -> cannot.add(cannot(matter, why, act, folk)),
                    () -> todo.add(todo(matter)));
        }
        return new BulkPage(register.code(), register.name(RegisterPages.locale()), act, t("ledger.register.bulk." + act), key, back, todo, cannot,
                act == BulkAct.ASSIGN ? units(who) : List.of(), today, today.plusDays(Math.max(1, register.policy().limitDays())), form, errors);
    }

    private List<Choice> units(SignedIn who) {
        return directory.treeOf(who.tenant()).all().stream()
                .filter(OrganisationTree.Unit::active)
                .map(unit -> new Choice(Long.toString(unit.id().value()), unit.name()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private static BulkPage.Todo todo(Matter matter) {
        return new BulkPage.Todo(matter.id().value(), MatterLink.to(matter.id()), MatterNumber.of(matter).printed(), matter.subject().title());
    }

    private static BulkPage.Cannot cannot(Matter matter, Refusal why, BulkAct act, Folk folk) {
        return new BulkPage.Cannot(MatterLink.to(matter.id()), MatterNumber.of(matter).printed(), matter.subject().title(),
                RefusalWords.of(why, act.kind(), folk, t("ledger.register.bulk.others")));
    }

    private static FieldErrors flaws(BulkAct act, BulkPage.Form form) {
        var errors = FieldErrors.none();
        switch (act) {
            case ASSIGN -> {
                errors = id(form.lead()) == null ? errors.with("lead", t("ledger.register.bulk.no-unit")) : errors;
                errors = day(form.due()) == null ? errors.with("due", t("ledger.register.bulk.no-day")) : errors;
            }
            case CALL_FOR_PROGRESS -> errors = form.text().isEmpty() ? errors.with("text", t("ledger.register.bulk.no-text")) : errors;
            case SCHEDULE_LOOK_BACK -> errors = day(form.on()) == null ? errors.with("on", t("ledger.register.bulk.no-day")) : errors;
            case PUT_ON_LIST, END_NOTICE -> { }
        }
        return errors;
    }

    private static Act verb(BulkAct act, BulkPage.Form form) {
        return switch (act) {
            case PUT_ON_LIST -> new Act.PutOnList(form.text().isEmpty() ? null : form.text());
            case ASSIGN -> new Act.Assign(new Assignment(new OrganisationId(known(id(form.lead()))), form.leader().isEmpty() ? null : form.leader(),
                    List.of(), List.of(), Deadline.by(known(day(form.due()))), form.text().isEmpty() ? null : form.text()));
            case CALL_FOR_PROGRESS -> new Act.Note(form.text());
            case END_NOTICE -> new Act.EndNotice();
            case SCHEDULE_LOOK_BACK -> new Act.ScheduleLookBack(known(day(form.on())));
        };
    }

    private static <T> T known(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }

    /// Those of the selected that are on this register and that the asker may see.
    private List<Matter> chosen(SignedIn who, String code, List<String> ids) {
        return ids.stream().map(BulkPages::id).filter(java.util.Objects::nonNull).distinct().limit(MatterFilter.LIMIT_MAX)
                .flatMap(id -> ledger.matter(who, new MatterId(id)).stream())
                .filter(matter -> matter.register().equals(code))
                .toList();
    }

    private static BulkAct act(SignedIn who, String name) {
        return Stream.of(BulkAct.values()).filter(act -> RegisterQuery.name(act).equals(name.toLowerCase(Locale.ROOT))).findFirst()
                .map(act -> {
                    if (!BulkAct.of(who).contains(act)) {
                        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
                    }
                    return act;
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private Register known(SignedIn who, String code) {
        return registers.register(who.tenant(), code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// Only ever a question to this very register, whatever the form was made to say.
    static String backTo(String code, String query) {
        return query.startsWith("?") ? RegisterQueryReader.of(code, query).query() : "";
    }

    private static Optional<UUID> key(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static @Nullable Long id(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.valueOf(text) : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
