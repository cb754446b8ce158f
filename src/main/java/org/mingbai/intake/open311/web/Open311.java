package org.mingbai.intake.open311.web;

import static org.mingbai.intake.open311.web.Written.thing;
import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.open311.Fault;
import org.mingbai.intake.open311.Requests;
import org.mingbai.intake.open311.Service;
import org.mingbai.intake.open311.Services;
import org.mingbai.intake.open311.Shown;
import org.mingbai.intake.site.Plainly;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Open311 GeoReport v2: services, their definitions, and requests raised and read by programs, in JSON and XML. A jurisdiction is a body that
/// keeps its account here, named by its number; where there is one only, it need not be named.
@RestController
@Needs(Right.PUBLIC)
class Open311 {

    private static final String V2 = "/open311/v2";
    private static final String FORMAT = ".{format:json|xml}";
    private static final int NAMED_MAX = 50;
    private static final String MATTER = "[1-9][0-9]{0,17}";

    private final Services services;
    private final Requests requests;
    private final Tenants tenants;
    private final TellingSettings telling;
    private final Clock clock;

    Open311(Services services, Requests requests, Tenants tenants, TellingSettings telling, Clock clock) {
        this.services = services;
        this.requests = requests;
        this.tenants = tenants;
        this.telling = telling;
        this.clock = clock;
    }

    /// GET Service List.
    @GetMapping(V2 + "/services" + FORMAT)
    ResponseEntity<String> services(@PathVariable String format, @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction) {
        var written = Written.of(format);
        var tenant = tenant(jurisdiction);
        return tenant.fault().isPresent() ? refused(written, List.of(tenant.fault().get()))
                : written.list(200, "services", "service", services.offered(tenant.id()).stream().map(Open311::service).toList());
    }

    private static Map<String, Object> service(Service service) {
        return thing("service_code", service.code(), "service_name", service.name().in(locale()), "description", service.description().in(locale()),
                "metadata", !service.attributes().isEmpty(), "type", service.delivery().name().toLowerCase(Locale.ROOT), "keywords", service.keywords(),
                "group", service.group());
    }

    /// GET Service Definition.
    @GetMapping(V2 + "/services/{code:[A-Za-z0-9_-]+}" + FORMAT)
    ResponseEntity<String> definition(@PathVariable String code, @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction) {
        var written = Written.of(format);
        var tenant = tenant(jurisdiction);
        if (tenant.fault().isPresent()) {
            return refused(written, List.of(tenant.fault().get()));
        }
        return services.offered(tenant.id(), code)
                .map(service -> written.one(200, "service_definition", thing("service_code", service.code(), "attributes", attributes(service))))
                .orElseGet(() -> refused(written, List.of(Fault.of(404, "service"))));
    }

    private static List<Map<String, Object>> attributes(Service service) {
        var all = new ArrayList<Map<String, Object>>();
        for (var attribute : service.attributes()) {
            var told = thing("variable", true, "code", attribute.code(), "datatype", attribute.datatype().name().toLowerCase(Locale.ROOT),
                    "required", attribute.required(), "datatype_description", "", "order", all.size() + 1, "description", attribute.name().in(locale()));
            if (attribute.listed()) {
                told.put("values", attribute.values().stream().map(value -> thing("key", value.key(), "name", value.name().in(locale()))).toList());
            }
            all.add(told);
        }
        return all;
    }

    /// POST Service Request.
    @PostMapping(V2 + "/requests" + FORMAT)
    ResponseEntity<String> raise(@PathVariable String format, @RequestParam MultiValueMap<String, String> sent) {
        var written = Written.of(format);
        var tenant = tenant(Optional.ofNullable(sent.getFirst("jurisdiction_id")).orElse(""));
        if (tenant.fault().isPresent()) {
            return refused(written, List.of(tenant.fault().get()));
        }
        return switch (requests.raise(tenant.id(), sent, locale().getLanguage())) {
            case Requests.Raised.Refused(var faults) -> refused(written, faults);
            case Requests.Raised.NotTaken(var why) -> refused(written, why instanceof VoiceRefusal.KeysMissing ? 503 : 400, List.of(Plainly.words(why)));
            case Requests.Raised.Done(var receipt, var token, var delivery) -> written.list(200, "service_requests", "request", List.of(switch (delivery) {
                case REALTIME -> thing("service_request_id", Long.toString(receipt.matter().value()), "service_notice", notice(tenant.id(), receipt.code()),
                        "account_id", null);
                case BATCH -> thing("token", token, "service_notice", notice(tenant.id(), receipt.code()), "account_id", null);
                case BLACKBOX -> thing("service_notice", notice(tenant.id(), receipt.code()), "account_id", null);
            }));
        };
    }

    /// Whoever raised it follows it by the code of the receipt, and only they.
    private String notice(TenantId tenant, String code) {
        return t("intake.open311.notice", code, telling.linkTo("/p/" + tenant.value() + "/r"));
    }

    /// GET service_request_id from a token.
    @GetMapping(V2 + "/tokens/{token:[A-Za-z0-9-]+}" + FORMAT)
    ResponseEntity<String> token(@PathVariable String token, @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction, HttpServletRequest asking) {
        var written = Written.of(format);
        if (requests.asksForOneTooOften(asking.getRemoteAddr())) {
            return refused(written, List.of(Fault.of(429, "pace")));
        }
        var tenant = tenant(jurisdiction);
        if (tenant.fault().isPresent()) {
            return refused(written, List.of(tenant.fault().get()));
        }
        return requests.byToken(tenant.id(), token)
                .map(matter -> written.list(200, "service_requests", "request", List.of(
                        thing("service_request_id", Long.toString(matter.value()), "token", token))))
                .orElseGet(() -> refused(written, List.of(Fault.of(404, "token"))));
    }

    /// GET Service Request.
    @GetMapping(V2 + "/requests/{id:[^.]+}" + FORMAT)
    ResponseEntity<String> request(@PathVariable String id, @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction, HttpServletRequest asking) {
        var written = Written.of(format);
        if (requests.asksForOneTooOften(asking.getRemoteAddr())) {
            return refused(written, List.of(Fault.of(429, "pace")));
        }
        var tenant = tenant(jurisdiction);
        if (tenant.fault().isPresent()) {
            return refused(written, List.of(tenant.fault().get()));
        }
        return one(tenant.id(), id).map(shown -> written.list(200, "service_requests", "request", List.of(request(shown))))
                .orElseGet(() -> refused(written, List.of(Fault.of(404, "request"))));
    }

    /// GET Service Requests: of the last ninety days where no time is given, the latest first, a page of them at a time.
    @GetMapping(V2 + "/requests" + FORMAT)
    ResponseEntity<String> requests(@PathVariable String format, @RequestParam MultiValueMap<String, String> asked, HttpServletRequest request) {
        var written = Written.of(format);
        if (requests.asksTooOften(request.getRemoteAddr())) {
            return refused(written, List.of(Fault.of(429, "pace")));
        }
        var tenant = tenant(Optional.ofNullable(asked.getFirst("jurisdiction_id")).orElse(""));
        if (tenant.fault().isPresent()) {
            return refused(written, List.of(tenant.fault().get()));
        }
        var named = several(asked, "service_request_id");
        if (!named.isEmpty()) {
            return named.size() > NAMED_MAX ? refused(written, List.of(Fault.of(400, "many", NAMED_MAX)))
                    : written.list(200, "service_requests", "request",
                            requests.these(tenant.id(), named.stream().filter(id -> id.matches(MATTER)).map(Long::valueOf).toList()).stream()
                                    .map(this::request).toList());
        }
        var faults = new ArrayList<Fault>();
        var now = OffsetDateTime.now(clock);
        var start = time(asked, "start_date", faults);
        var end = time(asked, "end_date", faults);
        var to = end != null ? end : start != null && start.plusDays(Requests.DAYS_MAX).isBefore(now) ? start.plusDays(Requests.DAYS_MAX) : now;
        var from = start != null ? start : to.minusDays(Requests.DAYS_MAX);
        if (from.isAfter(to) || from.plusDays(Requests.DAYS_MAX).isBefore(to)) {
            faults.add(Fault.of(400, "span", Requests.DAYS_MAX));
        }
        var status = several(asked, "status");
        if (status.stream().anyMatch(word -> !word.equals("open") && !word.equals("closed"))) {
            faults.add(Fault.of(400, "status"));
        }
        var page = Optional.ofNullable(asked.getFirst("page")).map(String::strip).orElse("1");
        if (!page.matches("[1-9][0-9]?") || Integer.parseInt(page) > Requests.PAGES_MAX) {
            faults.add(Fault.of(400, "page", Requests.PAGES_MAX));
        }
        if (!faults.isEmpty()) {
            return refused(written, faults);
        }
        var codes = several(asked, "service_code");
        var open = status.contains("open") == status.contains("closed") ? null : (Boolean) status.contains("open");
        return written.list(200, "service_requests", "request",
                requests.between(tenant.id(), from, to, codes.isEmpty() ? null : codes, open, Integer.parseInt(page)).stream().map(this::request).toList());
    }

    private Optional<Shown> one(TenantId tenant, String id) {
        return id.matches(MATTER) ? requests.one(tenant, Long.parseLong(id)) : Optional.empty();
    }

    private Map<String, Object> request(Shown shown) {
        var service = shown.service();
        return thing("service_request_id", Long.toString(shown.matter().value()), "status", shown.open() ? "open" : "closed",
                "status_notes", t("intake.site.stage." + shown.stage()), "service_name", service == null ? null : service.name().in(locale()),
                "service_code", shown.serviceCode(), "description", shown.description(), "agency_responsible", shown.unit(), "service_notice", null,
                "requested_datetime", written(shown.requestedAt()), "updated_datetime", written(shown.updatedAt()),
                "expected_datetime", shown.expectedOn() == null ? null
                        : written(shown.expectedOn().plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime().minusSeconds(1)),
                "address", shown.address(), "address_id", shown.addressId(), "zipcode", null, "lat", shown.lat(), "long", shown.lon(), "media_url", null);
    }

    /// W3C date and time, to the second, in the body's own time.
    private String written(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZoneSameInstant(clock.getZone()).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS));
    }

    private @Nullable OffsetDateTime time(MultiValueMap<String, String> asked, String name, List<Fault> faults) {
        var typed = Optional.ofNullable(asked.getFirst(name)).orElse("").strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            var time = OffsetDateTime.parse(typed);
            if (time.getYear() >= 1900 && time.getYear() < 2200) {
                return time;
            }
        } catch (DateTimeException e) {
            // told below
        }
        faults.add(Fault.of(400, "time", name));
        return null;
    }

    private static List<String> several(MultiValueMap<String, String> asked, String name) {
        return asked.getOrDefault(name, List.of()).stream().flatMap(text -> Arrays.stream(text.split(","))).map(String::strip)
                .filter(word -> !word.isEmpty()).distinct().toList();
    }

    private record Jurisdiction(TenantId id, Optional<Fault> fault) {}

    private Jurisdiction tenant(String jurisdiction) {
        var all = tenants.all();
        var named = jurisdiction.strip();
        if (named.isEmpty()) {
            return all.size() == 1 ? new Jurisdiction(all.getFirst(), Optional.empty())
                    : new Jurisdiction(new TenantId(1), Optional.of(Fault.of(400, "no-jurisdiction")));
        }
        return Stream.of(named).filter(it -> it.matches("[1-9][0-9]{0,8}")).map(it -> new TenantId(Integer.parseInt(it))).filter(all::contains).findFirst()
                .map(it -> new Jurisdiction(it, Optional.empty()))
                .orElseGet(() -> new Jurisdiction(new TenantId(1), Optional.of(Fault.of(404, "jurisdiction"))));
    }

    private static ResponseEntity<String> refused(Written written, int code, List<String> why) {
        return written.list(code, "errors", "error", why.stream().map(text -> thing("code", code, "description", text)).toList());
    }

    private static ResponseEntity<String> refused(Written written, List<Fault> faults) {
        return written.list(faults.getFirst().code(), "errors", "error",
                faults.stream().map(fault -> thing("code", fault.code(), "description", t(fault.key(), fault.args().toArray()))).toList());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
