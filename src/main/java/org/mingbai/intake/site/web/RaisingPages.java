package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.intake.Channel;
import org.mingbai.intake.Channels;
import org.mingbai.intake.Emergency;
import org.mingbai.intake.Followed;
import org.mingbai.intake.Following;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.Vault;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.site.Plainly;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.SiteSettings;
import org.mingbai.intake.site.Sites;
import org.mingbai.intake.site.Tickets;
import org.mingbai.intake.web.HandedIn;
import org.mingbai.ledger.Subject;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Link;
import org.mingbai.shell.Pace;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Square;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Anybody raises something, and takes a receipt home.
@Controller
@Needs(Right.PUBLIC)
class RaisingPages {

    private static final String CHANNEL = "web";
    private static final int UNITS_OFFERED_MAX = 300;
    private static final int TITLE_MAX = 40;
    private static final int ABOUT_MAX = 300;

    private final Sites sites;
    private final Receiving receiving;
    private final Channels channels;
    private final Following following;
    private final Vault vault;
    private final Directory directory;
    private final Tickets tickets;
    private final Handed handed;
    private final Pace pace;
    private final Paces paces;
    private final TellingSettings telling;
    private final Clock clock;

    RaisingPages(Sites sites, Receiving receiving, Channels channels, Following following, Vault vault, Directory directory, Tickets tickets,
            Handed handed, Paces paces, SiteSettings settings, TellingSettings telling, Clock clock) {
        this.sites = sites;
        this.receiving = receiving;
        this.channels = channels;
        this.following = following;
        this.vault = vault;
        this.directory = directory;
        this.tickets = tickets;
        this.handed = handed;
        this.paces = paces;
        this.pace = new Pace(settings.raisePerHour(), clock);
        this.telling = telling;
        this.clock = clock;
    }

    @GetMapping("/p/{tenant}/raise")
    ModelAndView form(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        CodeCookie.ask(site, request, response);
        return View.of("intake/site/raise", form(site, RaiseForm.Typed.nothing(language()), List.of(), null, FieldErrors.none()));
    }

    @PostMapping("/p/{tenant}/raise")
    ModelAndView raise(@PathVariable String tenant, @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> handedIn, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        var typed = RaiseForm.Typed.of(sent, language());
        var late = pace.take(request.getRemoteAddr());
        var ticket = Optional.ofNullable(sent.getFirst("ticket")).orElse("");
        if (late.isPresent()) {
            return wait(site, typed, List.of(), ticket, late.get(), response);
        }
        if (!vault.isOpen(site.tenant()) || site.open().isEmpty()) {
            return View.of("intake/site/raise", form(site, typed, List.of(), null, FieldErrors.none()), HttpStatus.SERVICE_UNAVAILABLE);
        }
        var judged = tickets.judged(site.tenant(), ticket, Optional.ofNullable(sent.getFirst("proof")).orElse(""));
        // What comes with no form of ours is not kept.
        var files = judged instanceof Tickets.Judged.Worthless || handedIn == null ? List.<MultipartFile>of() : handedIn;
        var brought = handed.take(site, sent.getOrDefault("kept", List.of()), files);
        return switch (judged) {
            case Tickets.Judged.TooSoon(var wait) -> wait(site, typed, brought.files(), ticket, wait, response);
            case Tickets.Judged.Worthless _ -> View.of("intake/site/raise",
                    form(site, typed, brought.files(), null, FieldErrors.none().with("", t("intake.site.raise.stale"))), HttpStatus.CONFLICT);
            case Tickets.Judged.Good(var key) -> received(site, typed, brought, ticket, key, request, response);
        };
    }

    private ModelAndView wait(Site site, RaiseForm.Typed typed, List<StoredFile> files, String ticket, Duration wait, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        return View.of("intake/site/raise", form(site, typed, files, ticket, FieldErrors.none().with("", Waits.words(wait))), HttpStatus.TOO_MANY_REQUESTS);
    }

    private ModelAndView received(Site site, RaiseForm.Typed typed, HandedIn.Taken brought, String ticket, UUID key, HttpServletRequest request,
            HttpServletResponse response) {
        var about = complainedOf(site, typed.about());
        var errors = brought.errors();
        errors = about.isEmpty() ? errors.with("about", t("intake.site.raise.no-unit")) : errors;
        var register = site.open().size() == 1 ? Optional.of(site.open().getFirst())
                : site.open().stream().filter(it -> it.code().equals(typed.kind())).findFirst();
        errors = register.isEmpty() ? errors.with("kind", t("intake.refusal.Missing")) : errors;
        errors = typed.email().isEmpty() || typed.email().matches("[^@\\s]+@[^@\\s]+") ? errors : errors.with("email", t("intake.site.raise.no-mail"));
        if (errors.any() || register.isEmpty() || about.isEmpty()) {
            return View.of("intake/site/raise", form(site, typed, brought.files(), ticket, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var said = new Submission(register.get().code(), subject(site, typed).about(about.get()), identity(typed), typed.anonymous(), typed.confidential(),
                typed.language(), brought.files(), key);
        return switch (receiving.receive(site.tenant(), said)) {
            case VoiceAnswer.Done<Receipt>(var receipt) -> given(site, receipt, request, response);
            case VoiceAnswer.Refused<Receipt>(var why) -> refused(site, typed, brought.files(), ticket, why);
        };
    }

    private ModelAndView given(Site site, Receipt receipt, HttpServletRequest request, HttpServletResponse response) {
        if (CodeCookie.comesBack(request)) {
            CodeCookie.keep(site, receipt.code(), request, response);
            return View.seeOther(site.href() + "/receipt");
        }
        return receipt(site, receipt.code()).orElseThrow();
    }

    private ModelAndView refused(Site site, RaiseForm.Typed typed, List<StoredFile> files, String ticket, VoiceRefusal why) {
        boolean used = why instanceof VoiceRefusal.KeyUsedBefore;
        var errors = FieldErrors.none().with(why.field().equals("title") ? "text" : why.field(), Plainly.words(why));
        return View.of("intake/site/raise", form(site, typed, files, used ? null : ticket, errors),
                used ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// A code that opens nothing costs a try, as on every page. Loaded again it gives nothing again: the form is behind it, and what it shows is what
    /// the browser keeps for half an hour.
    @GetMapping("/p/{tenant}/receipt")
    ModelAndView receipt(@PathVariable String tenant, HttpServletRequest request) {
        var site = sites.of(tenant);
        var code = CodeCookie.code(request);
        if (code.isEmpty() || paces.codes().take(request.getRemoteAddr()).isPresent()) {
            return View.seeOther(site.href() + "/r");
        }
        var shown = receipt(site, code.get());
        shown.ifPresent(_ -> paces.codes().giveBack(request.getRemoteAddr()));
        return shown.orElseGet(() -> View.seeOther(site.href() + "/r"));
    }

    private Optional<ModelAndView> receipt(Site site, String code) {
        if (!(following.follow(site.tenant(), code) instanceof VoiceAnswer.Done<Followed>(var told))) {
            return Optional.empty();
        }
        var address = telling.linkTo(site.href() + "/r");
        return Optional.of(View.of("intake/site/receipt",
                new ReceiptPage(site, code, told.number(), told.receivedOn(), Square.of(address + "#" + code), address,
                        told.notice(), told.apart().stream().map(held -> held.file().name()).toList(),
                        calls(told.title() + "\n" + told.text()))));
    }

    private static List<Link> calls(String text) {
        return Emergency.in(text).stream().map(it -> new Link(it.number() + " " + it.whom(LocaleContextHolder.getLocale()), "tel:" + it.number())).toList();
    }

    private RaiseForm form(Site site, RaiseForm.Typed typed, List<StoredFile> files, @Nullable String ticket, FieldErrors errors) {
        boolean ready = vault.isOpen(site.tenant());
        var locale = LocaleContextHolder.getLocale();
        var kinds = site.open().size() < 2 ? List.<Choice>of() : site.open().stream().map(it -> new Choice(it.code(), it.name(locale))).toList();
        return new RaiseForm(site, kinds, communities(site), units(site), typed,
                handed.kept(site, files), ticket != null ? ticket : ready ? tickets.fresh(site.tenant()) : "", tickets.proofBits(), errors, ready);
    }

    private List<Choice> communities(Site site) {
        var today = LocalDate.now(clock);
        return directory.organisations(site.tenant()).stream()
                .filter(unit -> unit.kind() == OrganisationKind.VILLAGE && unit.validity().contains(today))
                .map(unit -> unit.shortName().isBlank() ? unit.name() : unit.shortName()).distinct().map(name -> new Choice(name, name)).toList();
    }

    private List<String> units(Site site) {
        return directory.treeOf(site.tenant()).all().stream().filter(OrganisationTree.Unit::active).map(OrganisationTree.Unit::name)
                .limit(UNITS_OFFERED_MAX).toList();
    }

    /// Empty where one of the names is not one unit's.
    private Optional<List<OrganisationId>> complainedOf(Site site, String names) {
        if (names.length() > ABOUT_MAX) {
            return Optional.empty();
        }
        var meant = Stream.of(names.split("[、,，;；\\n]")).map(String::strip).filter(name -> !name.isEmpty()).distinct()
                .map(name -> directory.unitsMeant(site.tenant(), name)).toList();
        return meant.stream().allMatch(units -> units.size() == 1) ? Optional.of(meant.stream().map(List::getFirst).toList()) : Optional.empty();
    }

    private Subject subject(Site site, RaiseForm.Typed typed) {
        var community = communities(site).stream().map(Choice::value).filter(typed.community()::equals).findFirst();
        var place = Stream.concat(community.stream(), Stream.of(typed.place())).filter(part -> !part.isEmpty()).distinct().toList();
        var channel = channels.find(site.tenant(), CHANNEL).map(Channel::zh).orElse(CHANNEL);
        return new Subject(title(typed.text()), typed.text(), null, null, channel, null, place.isEmpty() ? null : String.join(" ", place), null, null,
                Map.of());
    }

    /// Nobody is asked to find a title for their trouble: the first sentence is one.
    static String title(String text) {
        var first = text.split("[。！？!?；;\\n]|\\.\\s", 2)[0].strip();
        var line = first.isEmpty() ? text.replace('\n', ' ').strip() : first;
        return line.codePointCount(0, line.length()) <= TITLE_MAX ? line : line.substring(0, line.offsetByCodePoints(0, TITLE_MAX)) + "…";
    }

    private static @Nullable Identity identity(RaiseForm.Typed typed) {
        var named = new Identity(maybe(typed.name()), maybe(typed.phone()), maybe(typed.email()), null, null);
        return named.name() == null && named.phone() == null && named.email() == null ? null : named;
    }

    private static @Nullable String maybe(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
