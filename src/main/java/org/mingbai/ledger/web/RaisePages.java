package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Subject;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Brings a matter in.
@Controller
@Needs(Right.RAISE)
class RaisePages {

    private static final List<String> COMMON = List.of("title", "text", "number", "source", "channel", "category", "place", "about", "cause", "goal");
    private static final Set<String> ALWAYS = Set.of("channel", "about");
    private static final Set<String> MUST = Set.of("title", "text");
    private static final Set<String> SEVERAL_LINES = Set.of("text", "cause", "goal");
    private static final String OWN = "own.";

    private final Registers registers;
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    RaisePages(Registers registers, Ledger ledger, Directory directory, Clock clock) {
        this.registers = registers;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/matters/new")
    ModelAndView form(SignedIn who, @RequestParam(defaultValue = "") String register) {
        return View.of("ledger/raise", registers.register(who.tenant(), register)
                .map(found -> page(found, Typed.nothing(), UUID.randomUUID(), FieldErrors.none()))
                .orElseGet(() -> choice(who, FieldErrors.none())));
    }

    @PostMapping("/matters")
    ModelAndView raise(SignedIn who, @RequestParam MultiValueMap<String, String> sent) {
        var typed = Typed.of(sent);
        var register = registers.register(who.tenant(), typed.one("register")).orElse(null);
        if (register == null) {
            return View.of("ledger/raise", choice(who, FieldErrors.none().with("", t("ledger.refusal.UnknownRegister"))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var key = FormKey.of(typed.one("key"));
        var about = UnitsTyped.of(List.of(typed.one("about").split("[、,，;；\\n]")), name -> directory.unitsMeant(who.tenant(), name));
        if (!about.faults().isEmpty()) {
            return View.of("ledger/raise", page(register, typed, key, FieldErrors.none().with("about", about.faults().getFirst())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (ledger.raise(who, register.code(), subject(register.policy(), typed).about(about.units()), key)) {
            case Answer.Done(var matter, _) -> View.seeOther(MatterLink.to(matter.id()), t("ledger.matter.raised", matter.id().value()));
            case Answer.Refused(var why, _) -> refused(who, register, typed, key, why);
        };
    }

    private ModelAndView refused(SignedIn who, Register register, Typed typed, UUID key, Refusal why) {
        var folk = new Folk(directory, who, LocalDate.now(clock), List.of());
        boolean own = RaiseColumns.further(register.policy()).stream().anyMatch(column -> column.code().equals(why.field()));
        var errors = FieldErrors.none().with(own ? OWN + why.field() : why.field(), own
                ? t(why.key(), RaiseColumns.heading(register.policy(), why.field())) : RefusalWords.of(why, null, folk, ""));
        boolean used = why instanceof Refusal.KeyUsedBefore;
        return View.of("ledger/raise", page(register, typed, used ? UUID.randomUUID() : key, errors),
                used ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private RaisePage choice(SignedIn who, FieldErrors errors) {
        var locale = LocaleContextHolder.getLocale();
        var links = registers.of(who.tenant()).stream().map(it -> new Link(it.name(locale), "/matters/new?register=" + it.code())).toList();
        return new RaisePage(links, "", "", "", List.of(), List.of(), Typed.nothing(), errors);
    }

    private static RaisePage page(Register register, Typed typed, UUID key, FieldErrors errors) {
        var policy = register.policy();
        var has = Stream.concat(MUST.stream(), policy.columns().stream().map(Policy.Column::code)).toList();
        var asked = COMMON.stream().filter(code -> has.contains(code) || ALWAYS.contains(code))
                .map(code -> new RaisePage.Asked(code, RaiseColumns.label(policy, code), FieldWords.helpOf(code), !MUST.contains(code), false,
                        SEVERAL_LINES.contains(code)))
                .toList();
        var further = RaiseColumns.further(policy).stream()
                .map(column -> new RaisePage.Asked(OWN + column.code(), RaiseColumns.said(column), "", true,
                        column.kind() == Policy.Column.Kind.DATE, false))
                .toList();
        return new RaisePage(List.of(), register.code(), register.name(LocaleContextHolder.getLocale()), key.toString(), asked, further, typed,
                errors);
    }

    private static Subject subject(Policy policy, Typed typed) {
        var fields = new TreeMap<String, String>();
        RaiseColumns.further(policy).forEach(column -> {
            var text = maybe(typed, OWN + column.code());
            if (text != null) {
                fields.put(column.code(), text);
            }
        });
        return new Subject(text(typed, "title"), text(typed, "text"), maybe(typed, "number"), maybe(typed, "source"), maybe(typed, "channel"),
                maybe(typed, "category"), maybe(typed, "place"), maybe(typed, "cause"), maybe(typed, "goal"), fields);
    }

    private static String text(Typed typed, String field) {
        return typed.one(field).replace("\r\n", "\n").strip();
    }

    private static @Nullable String maybe(Typed typed, String field) {
        var text = text(typed, field);
        return text.isEmpty() ? null : text;
    }
}
