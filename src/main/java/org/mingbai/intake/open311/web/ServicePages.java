package org.mingbai.intake.open311.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.intake.open311.ProgramKeys;
import org.mingbai.intake.open311.Service;
import org.mingbai.intake.open311.Services;
import org.mingbai.intake.open311.web.ServiceForm.Typed;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Days;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

/// What a body offers to programs over Open311, and the keys of these.
@Controller
@Needs(Right.KEEP_CHANNELS)
class ServicePages {

    static final String ALL = "/programs";
    private static final int PLACE = 76;

    private final Services services;
    private final ProgramKeys keys;
    private final Registers registers;
    private final TellingSettings telling;
    private final Clock clock;

    ServicePages(Services services, ProgramKeys keys, Registers registers, TellingSettings telling, Clock clock) {
        this.services = services;
        this.keys = keys;
        this.registers = registers;
        this.telling = telling;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Places {

        @Bean
        Place programsPlace() {
            return PlainPlace.of("intake.service.title", ALL, PLACE, Sign.PROGRAMS, Right.KEEP_CHANNELS.name());
        }
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who) {
        return View.of("intake/open311/services", page(who.tenant(), "", "", FieldErrors.none()));
    }

    private ServicesPage page(TenantId tenant, String name, String fresh, FieldErrors errors) {
        var names = registers.of(tenant).stream().collect(Collectors.toMap(Register::code, register -> register.name(locale())));
        var offered = services.offered(tenant).stream().map(Service::code).toList();
        var rows = services.of(tenant).stream().map(it -> new ServicesPage.Row(it.code(), it.name().in(locale()),
                names.getOrDefault(it.register(), it.register()), it.offered(), offered.contains(it.code()))).toList();
        var programs = keys.of(tenant).stream().map(it -> new ServicesPage.Program(it.id(), it.name(), day(it.madeAt()), day(it.revokedAt()))).toList();
        return new ServicesPage(telling.linkTo("/open311/v2/services.json?jurisdiction_id=" + tenant.value()), rows, programs, name, fresh, errors);
    }

    private String day(@Nullable OffsetDateTime at) {
        return at == null ? "" : Days.full(at.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    /// The key is on the page that answers, and on no other: loaded again it is gone.
    @PostMapping(ALL + "/keys")
    ModelAndView key(SignedIn who, Keeper by, @RequestParam(defaultValue = "") String name) {
        var wanted = name.strip();
        if (wanted.isEmpty() || wanted.codePointCount(0, wanted.length()) > ProgramKeys.NAME_MAX || wanted.chars().anyMatch(Character::isISOControl)) {
            var errors = FieldErrors.none().with("name", t("intake.program.wrong.name", ProgramKeys.NAME_MAX), t("intake.program.name"));
            return View.of("intake/open311/services", page(who.tenant(), wanted.length() > 200 ? wanted.substring(0, 200) : wanted, "", errors),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var fresh = keys.make(by, wanted);
        return View.of("intake/open311/services", page(who.tenant(), "", fresh, FieldErrors.none()));
    }

    @PostMapping(ALL + "/keys/{id}/revocation")
    ModelAndView revoke(Keeper by, @PathVariable long id) {
        return View.seeOther(ALL, t(keys.revoke(by, id) ? "intake.program.revoked" : "intake.program.revoked-before"));
    }

    @GetMapping(ALL + "/services/new")
    ModelAndView fresh(SignedIn who) {
        return form(who.tenant(), "", new Typed("", "", "", "", "", "", "", "", "", Service.Delivery.REALTIME.name(), "", true), FieldErrors.none());
    }

    @GetMapping(ALL + "/services/{code}")
    ModelAndView one(SignedIn who, @PathVariable String code) {
        var service = service(who.tenant(), code);
        return form(who.tenant(), code, new Typed(code, service.register(), service.category(), service.name().zh(), service.name().en(),
                service.description().zh(), service.description().en(), service.keywords(), service.group(), service.delivery().name(),
                AttributeLines.written(service), service.offered()), FieldErrors.none());
    }

    @PostMapping(ALL + "/services")
    ModelAndView add(SignedIn who, Keeper by, @RequestParam MultiValueMap<String, String> sent) {
        var typed = typed(sent, one(sent, "code"));
        if (services.of(who.tenant()).stream().anyMatch(it -> it.code().equals(typed.code()))) {
            return refused(who.tenant(), "", typed, FieldErrors.none().with("code", t("intake.service.wrong.twice"), t("intake.service.code")));
        }
        return put(who, by, "", typed);
    }

    @PostMapping(ALL + "/services/{code}")
    ModelAndView change(SignedIn who, Keeper by, @PathVariable String code, @RequestParam MultiValueMap<String, String> sent) {
        service(who.tenant(), code);
        return put(who, by, code, typed(sent, code));
    }

    private ModelAndView put(SignedIn who, Keeper by, String code, Typed typed) {
        var read = AttributeLines.read(typed.attributes());
        var errors = read.wrong() == 0 ? FieldErrors.none()
                : FieldErrors.none().with("attributes", t("intake.service.wrong.attributes", read.wrong()), t("intake.service.attributes"));
        var delivery = Arrays.stream(Service.Delivery.values()).filter(it -> it.name().equals(typed.delivery())).findFirst();
        errors = delivery.isPresent() ? errors : errors.with("delivery", t("intake.refusal.Missing"), t("intake.service.delivery"));
        if (errors.any()) {
            return refused(who.tenant(), code, typed, errors);
        }
        var flaws = services.put(by, new Service(typed.code(), typed.register(), typed.category(), new Service.Text(typed.zh(), typed.en()),
                new Service.Text(typed.saysZh(), typed.saysEn()), typed.keywords(), typed.group(), delivery.orElseThrow(), read.attributes(), typed.offered()));
        for (var flaw : flaws) {
            errors = errors.with(flaw.field(), t(flaw.key(), flaw.args().toArray()), flaw.field().isEmpty() ? "" : t("intake.service." + flaw.field()));
        }
        return errors.any() ? refused(who.tenant(), code, typed, errors) : View.seeOther(ALL, t("intake.service.done", typed.zh()));
    }

    private ModelAndView refused(TenantId tenant, String code, Typed typed, FieldErrors errors) {
        var page = form(tenant, code, typed, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView form(TenantId tenant, String code, Typed typed, FieldErrors errors) {
        var open = registers.of(tenant).stream().map(it -> new Choice(it.code(), it.open() ? it.name(locale())
                : t("intake.service.register.closed", it.name(locale())))).toList();
        var deliveries = Arrays.stream(Service.Delivery.values()).map(it -> new Choice(it.name(), t("intake.service.delivery." + it))).toList();
        return View.of("intake/open311/service", new ServiceForm(code, typed, open, deliveries, errors));
    }

    private Service service(TenantId tenant, String code) {
        return services.of(tenant).stream().filter(it -> it.code().equals(code)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Typed typed(MultiValueMap<String, String> sent, String code) {
        return new Typed(code, one(sent, "register"), one(sent, "category"), one(sent, "zh"), one(sent, "en"), one(sent, "saysZh"), one(sent, "saysEn"),
                one(sent, "keywords"), one(sent, "group"), one(sent, "delivery"), many(sent, "attributes"), sent.containsKey("offered"));
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        var plain = many(sent, name).replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > 500 ? plain.substring(0, 500) : plain;
    }

    private static String many(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("").replace("\0", "");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
