package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.TrayFilter;
import org.mingbai.ledger.Urgency;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Tab;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is mine to do now, why, and by when.
@Controller
@Needs(Right.SEE_MATTERS)
class TrayPages {

    private static final int GROUP = 20;
    private static final int PAGE = 50;
    private static final int ORPHANS = 100;

    private final Matters matters;
    private final Registers registers;
    private final Directory directory;
    private final Lamps lamps;
    private final Clock clock;

    TrayPages(Matters matters, Registers registers, Directory directory, Lamps lamps, Clock clock) {
        this.matters = matters;
        this.registers = registers;
        this.directory = directory;
        this.lamps = lamps;
        this.clock = clock;
    }

    @GetMapping("/tray")
    ModelAndView tray(SignedIn who, @RequestParam(defaultValue = "") String urgency, @RequestParam(defaultValue = "") String register,
            @RequestParam(defaultValue = "") String after) {
        var faults = new ArrayList<String>();
        var asked = urgency(urgency, faults);
        var known = registers.of(who.tenant());
        var chosen = known.stream().filter(one -> one.code().equals(register)).findFirst();
        if (!register.isEmpty() && chosen.isEmpty()) {
            faults.add(t("ledger.tray.no-register"));
        }
        var from = position(after, faults);
        var page = page(who, known, asked, chosen.map(Register::code).orElse(null), asked.isPresent() ? from : null, faults);
        return View.of("ledger/tray", page, faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    private TrayPage page(SignedIn who, List<Register> known, Optional<Urgency> asked, @Nullable String register,
            MatterFilter.@Nullable Position after, List<String> faults) {
        var today = LocalDate.now(clock);
        var counts = matters.trayCounts(who);
        var numbers = new TrayNumbers(counts, clock.instant());
        var items = new TrayItems(who, directory, lamps, known, today, clock.instant());
        var groups = asked.map(Stream::of).orElseGet(() -> Stream.of(Urgency.values()))
                .filter(urgency -> numbers.of(urgency, register) > 0)
                .map(urgency -> group(who, urgency, register, asked.isPresent() ? PAGE : GROUP, after, numbers, items))
                .toList();
        return new TrayPage(numbers.now(), tabs(numbers, asked, register), registerTabs(known, counts, asked, register), groups,
                Access.may(who, Right.LIST_AND_ASSIGN) ? orphans(who, today) : null, nothing(who), faults);
    }

    private static TrayPage.Empty nothing(SignedIn who) {
        var coming = who.seats().stream().map(Seat::role).distinct().sorted().filter(role -> !role.administrates())
                .map(role -> t("ledger.tray.coming." + role)).toList();
        boolean raises = Access.may(who, Right.RAISE) && who.seats().stream().anyMatch(seat -> seat.role() == Role.HANDLER
                || seat.role() == Role.COORDINATOR);
        return new TrayPage.Empty(coming, raises ? new Link(t("ledger.act.RAISE"), "/matters/new") : new Link(t("ledger.tray.empty.first"), "/registers"));
    }

    private TrayPage.Group group(SignedIn who, Urgency urgency, @Nullable String register, int limit, MatterFilter.@Nullable Position after,
            TrayNumbers numbers, TrayItems items) {
        var page = matters.tray(who, new TrayFilter(register, urgency, items.now(), after, limit));
        var more = page.next().map(next -> href(urgency, register)
                + (limit == PAGE ? "&after=" + (next.due() == null ? "" : next.due() + "~") + next.id() : ""));
        return new TrayPage.Group(t("ledger.tray.urgency." + urgency), numbers.of(urgency, register), !urgency.now(),
                page.matters().stream().map(matter -> items.item(matter, page.turnings().get(matter.id()))).toList(), more);
    }

    private static List<Tab> tabs(TrayNumbers numbers, Optional<Urgency> asked, @Nullable String register) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(t("ledger.tray.all"), href(null, register), asked.isEmpty(), OptionalLong.of(numbers.of(null, register))));
        for (var urgency : Urgency.values()) {
            tabs.add(new Tab(t("ledger.tray.urgency." + urgency), href(urgency, register), asked.filter(urgency::equals).isPresent(),
                    OptionalLong.of(numbers.of(urgency, register))));
        }
        return tabs;
    }

    private static List<Tab> registerTabs(List<Register> known, List<Matters.Count> counts, Optional<Urgency> asked, @Nullable String register) {
        Map<String, Long> byRegister = new TreeMap<>();
        counts.forEach(count -> byRegister.merge(count.register(), count.number(), Long::sum));
        if (byRegister.size() < 2) {
            return List.of();
        }
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(t("ledger.tray.every-register"), href(asked.orElse(null), null), register == null));
        known.stream().filter(one -> byRegister.getOrDefault(one.code(), 0L) > 0).forEach(one ->
                tabs.add(new Tab(one.name(RegisterPages.locale()), href(asked.orElse(null), one.code()), one.code().equals(register),
                        OptionalLong.of(byRegister.get(one.code())))));
        return tabs;
    }

    static String href(@Nullable Urgency urgency, @Nullable String register) {
        var parts = Stream.of(urgency == null ? "" : "urgency=" + RegisterQuery.name(urgency), register == null ? "" : "register=" + register)
                .filter(part -> !part.isEmpty()).toList();
        return parts.isEmpty() ? "/tray" : "/tray?" + String.join("&", parts);
    }

    private TrayPage.Orphans orphans(SignedIn who, LocalDate today) {
        var lost = matters.orphans(who, today, ORPHANS).stream()
                .map(matter -> new TrayPage.Lost(MatterLink.to(matter.id()), MatterNumber.of(matter).printed(), matter.subject().title(),
                        matter.turn() == null ? "" : post(who, matter.turn())))
                .toList();
        var sight = directory.sightOf(who);
        boolean seesAll = registers.of(who.tenant()).stream().allMatch(register -> sight.reaches(register.office()));
        if (!seesAll) {
            return new TrayPage.Orphans(lost, null);
        }
        var sum = matters.balance(who, today);
        return new TrayPage.Orphans(lost, new TrayPage.Balance(sum.inTrays(), sum.orphans(), sum.owed()));
    }

    private String post(SignedIn who, Seat seat) {
        return t("ledger.tray.post", new Naming(directory, who.tenant()).unit(seat.unit()), t("ledger.tray.role." + seat.role()));
    }

    private static Optional<Urgency> urgency(String text, List<String> faults) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var found = Stream.of(Urgency.values()).filter(urgency -> RegisterQuery.name(urgency).equals(text.toLowerCase(Locale.ROOT))).findFirst();
        if (found.isEmpty()) {
            faults.add(t("ledger.tray.no-urgency"));
        }
        return found;
    }

    private static MatterFilter.@Nullable Position position(String text, List<String> faults) {
        if (text.isEmpty()) {
            return null;
        }
        var place = RegisterQueryReader.position(text);
        if (place.isEmpty()) {
            faults.add(t("ledger.tray.no-place"));
        }
        return place.orElse(null);
    }
}
