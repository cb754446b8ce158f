package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.library.web.HandedOut;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FilterPart;
import org.mingbai.shell.page.Pager;
import org.mingbai.shell.page.Tab;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipFilter;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.Slips;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The register of slips, what came to one's own unit, and one slip.
@Controller
@Needs(Right.SEE_MATTERS)
class SlipPages {

    private static final int ROWS = 50;
    private static final int GROUP_ROWS = 20;

    private final Slips slips;
    private final Directory directory;
    private final Clock clock;

    SlipPages(Slips slips, Directory directory, Clock clock) {
        this.slips = slips;
        this.directory = directory;
        this.clock = clock;
    }

    /// What an address asks; each part may be nothing.
    private record Asked(@Nullable SlipKind kind, SlipFilter.@Nullable Group group, @Nullable OrganisationId to, String toTyped) {

        SlipFilter filter(@Nullable Long before, @Nullable Long after) {
            return new SlipFilter(kind, group, to, before, after, ROWS);
        }

        Asked in(SlipFilter.@Nullable Group other) {
            return new Asked(kind, other, to, toTyped);
        }

        String href() {
            var address = UriComponentsBuilder.fromPath("/slips");
            Optional.ofNullable(kind).ifPresent(it -> address.queryParam("kind", it.name()));
            Optional.ofNullable(group).ifPresent(it -> address.queryParam("group", it.name()));
            return toTyped.isEmpty() ? address.toUriString() : address.queryParam("to", "{to}").encode().buildAndExpand(toTyped).toUriString();
        }

        String href(String way, long id) {
            return href() + (href().contains("?") ? "&" : "?") + way + "=" + id;
        }
    }

    @GetMapping("/slips")
    ModelAndView register(SignedIn who, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String before, @RequestParam(defaultValue = "") String after) {
        var names = new Names(directory, who.tenant());
        var faults = new ArrayList<String>();
        var asked = asked(kind, group, to, names, faults);
        var page = slips.page(who, asked.filter(number(before), number(after)));
        var rows = page.slips().stream().map(slip -> row(who, slip, names)).toList();
        var pager = new Pager(page.newer() && !rows.isEmpty() ? Optional.of(asked.href("after", rows.getFirst().id())) : Optional.empty(),
                page.older() && !rows.isEmpty() ? Optional.of(asked.href("before", rows.getLast().id())) : Optional.empty(),
                t("supervision.slip.shown", rows.size()));
        var kinds = Arrays.stream(SlipKind.values()).map(it -> new Choice(it.name(), Names.kind(it))).toList();
        var parts = parts(asked);
        return View.of("supervision/slips", new SlipsPage(tabs(who, asked), parts, kinds, names.addressees(),
                asked.kind == null ? "" : asked.kind.name(), asked.group == null ? "" : asked.group.name(), asked.toTyped, rows, pager,
                Access.may(who, Right.DRAFT_SLIPS), Access.may(who, Right.KEEP_SLIPS), Access.may(who, Right.KEEP_SLIP_RULES),
                Access.may(who, Right.ANSWER_SLIPS), !parts.isEmpty(), faults));
    }

    private SlipRow row(SignedIn who, Slip slip, Names names) {
        return SlipRow.of(slip, names, today(), slips.waitsForNobody(who, slip));
    }

    private static Asked asked(String kind, String group, String to, Names names, List<String> faults) {
        var kindMeant = Arrays.stream(SlipKind.values()).filter(it -> it.name().equals(kind)).findFirst().orElse(null);
        var groupMeant = Arrays.stream(SlipFilter.Group.values()).filter(it -> it.name().equals(group)).findFirst().orElse(null);
        var units = to.isBlank() ? List.<OrganisationId>of() : names.meant(to);
        if (!kind.isEmpty() && kindMeant == null || !group.isEmpty() && groupMeant == null || !to.isBlank() && units.size() != 1) {
            faults.add(t("supervision.slip.not-understood"));
        }
        return new Asked(kindMeant, groupMeant, units.size() == 1 ? units.getFirst() : null, units.size() == 1 ? to.strip() : "");
    }

    private static List<FilterPart> parts(Asked asked) {
        var parts = new ArrayList<FilterPart>();
        if (asked.kind != null) {
            parts.add(new FilterPart(t("supervision.slip.is.kind", Names.kind(asked.kind)), new Asked(null, asked.group, asked.to, asked.toTyped).href()));
        }
        if (asked.group != null) {
            parts.add(new FilterPart(t("supervision.slip.is.group", t("supervision.slip.group." + asked.group)), asked.in(null).href()));
        }
        if (asked.to != null) {
            parts.add(new FilterPart(t("supervision.slip.is.to", asked.toTyped), new Asked(asked.kind, asked.group, null, "").href()));
        }
        return parts;
    }

    private List<Tab> tabs(SignedIn who, Asked asked) {
        var counts = slips.counts(who, asked.in(null).filter(null, null));
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(t("supervision.slip.all"), asked.in(null).href(), asked.group == null));
        for (var group : SlipFilter.Group.values()) {
            var count = group == SlipFilter.Group.ENDED ? OptionalLong.empty() : OptionalLong.of(counts.getOrDefault(group, 0L));
            tabs.add(new Tab(t("supervision.slip.group." + group), asked.in(group).href(), asked.group == group, count));
        }
        return tabs;
    }

    @Needs(Right.ANSWER_SLIPS)
    @GetMapping("/slips/ours")
    ModelAndView ours(SignedIn who) {
        var names = new Names(directory, who.tenant());
        var units = Access.unitsWhere(who, Right.ANSWER_SLIPS);
        var groups = new ArrayList<SlipsPage.Group>();
        for (var group : List.of(SlipFilter.Group.OVERDUE, SlipFilter.Group.AWAITED, SlipFilter.Group.TO_JUDGE, SlipFilter.Group.ENDED)) {
            for (var unit : units) {
                var found = slips.page(who, new SlipFilter(null, group, unit, null, null, GROUP_ROWS));
                if (!found.slips().isEmpty()) {
                    var title = t("supervision.slip.ours." + group) + (units.size() == 1 ? "" : " · " + names.unit(unit));
                    groups.add(new SlipsPage.Group(title, found.slips().stream().map(slip -> row(who, slip, names)).toList(),
                            found.older() ? Optional.of(new Asked(null, group, unit, names.unit(unit)).href()) : Optional.empty()));
                }
            }
        }
        return View.of("supervision/ourslips", new SlipsPage.Ours(names.units(units), groups));
    }

    @GetMapping("/slips/{id}")
    ModelAndView slip(SignedIn who, @PathVariable long id) {
        var slip = slips.slip(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return View.of("supervision/slip", new SlipPageMaker(slips, new Names(directory, who.tenant()), today()).of(who, slip));
    }

    /// As a document in the form of GB/T 9704.
    @GetMapping("/slips/{id}/paper")
    ResponseEntity<byte[]> paper(SignedIn who, @PathVariable long id) {
        var slip = slips.slip(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return document(slips.paper(who.tenant(), slip), Names.called(slip));
    }

    /// What is enclosed as a file, for whoever may read the slip.
    @GetMapping("/slips/{id}/files/{sha256}")
    ResponseEntity<Resource> file(SignedIn who, @PathVariable long id, @PathVariable String sha256) {
        return slips.file(who, id, sha256).map(found -> HandedOut.of(found.file(), found.bytes()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// A unit's answer as a document.
    @GetMapping("/slips/{id}/feedbacks/{no}/paper")
    ResponseEntity<byte[]> feedback(SignedIn who, @PathVariable long id, @PathVariable int no) {
        var slip = slips.slip(who, id).filter(it -> no >= 1 && no <= it.feedbacks().size())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return document(slips.paper(who.tenant(), slip, slip.feedbacks().get(no - 1)), slip.name() + " " + t("ledger.slip.FEEDBACK") + no);
    }

    private static ResponseEntity<byte[]> document(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ") + ".docx", java.nio.charset.StandardCharsets.UTF_8).build().toString())
                .body(content);
    }

    private static @Nullable Long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static String href(Slip slip) {
        return "/slips/" + slip.id();
    }
}
