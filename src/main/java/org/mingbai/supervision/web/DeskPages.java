package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.LightSign;
import org.mingbai.supervision.ClockRow;
import org.mingbai.supervision.Demands;
import org.mingbai.supervision.Endings;
import org.mingbai.supervision.Endings.When;
import org.mingbai.supervision.clock.ClockTable;
import org.mingbai.supervision.slip.SlipFilter;
import org.mingbai.supervision.slip.SlipFilter.Group;
import org.mingbai.supervision.slip.Slips;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The supervision desk: what is late and what turns late this week, by unit and leader, and what nobody has.
@Controller
@Needs(Right.SUPERVISE)
class DeskPages {

    private static final int LEADER_MAX = 400;
    /// As a leader: those matters for which none is named.
    private static final String NOBODY = "-";
    private static final int ORPHANS_MAX = 50;

    private final Endings endings;
    private final Matters matters;
    private final Registers registers;
    private final Directory directory;
    private final Slips slips;
    private final Demands demands;
    private final Clock clock;

    DeskPages(Endings endings, Matters matters, Registers registers, Directory directory, Slips slips, Demands demands, Clock clock) {
        this.endings = endings;
        this.matters = matters;
        this.registers = registers;
        this.directory = directory;
        this.slips = slips;
        this.demands = demands;
        this.clock = clock;
    }

    @GetMapping("/supervision")
    ModelAndView desk(SignedIn who) {
        var tree = directory.treeOf(who.tenant());
        var sums = endings.sums(who);
        var rows = sums.stream().sorted(Comparator.comparing(Endings.Sum::late).thenComparing(Endings.Sum::soon).reversed())
                .map(sum -> new DeskPage.Row(name(tree, sum.unit()), sum.leader().orElse(""),
                        new DeskPage.Number(sum.late(), href(When.LATE, sum.unit(), sum.leader().orElse(NOBODY), null)),
                        new DeskPage.Number(sum.soon(), href(When.SOON, sum.unit(), sum.leader().orElse(NOBODY), null))))
                .toList();
        var today = LocalDate.now(clock);
        var orphans = matters.orphans(who, today, ORPHANS_MAX).stream().map(matter -> new DeskPage.Orphan(
                new Link(matter.subject().title(), "/matters/" + matter.id().value()), MatterNumber.of(matter).printed(),
                matter.turn() == null ? "" : t("ledger.tray.orphans.post", t("ledger.tray.post", name(tree, matter.turn().unit()),
                        t("ledger.tray.role." + matter.turn().role()))))).toList();
        return View.of("supervision/desk", new DeskPage(rows, sums.stream().mapToLong(Endings.Sum::late).sum(),
                sums.stream().mapToLong(Endings.Sum::soon).sum(), elsewhere(who, today), orphans, balance(who, today)), HttpStatus.OK);
    }

    private List<DeskPage.Elsewhere> elsewhere(SignedIn who, LocalDate today) {
        var places = new ArrayList<DeskPage.Elsewhere>();
        var counts = slips.counts(who, SlipFilter.ALL);
        places.add(place("supervision.slip.title", "/slips", Stream.of(Group.OVERDUE, Group.TO_JUDGE, Group.UNSENT, Group.AWAITED)
                .map(group -> new DeskPage.Counted(t("supervision.slip.group." + group),
                        new DeskPage.Number(counts.getOrDefault(group, 0L), "/slips?group=" + group), group == Group.OVERDUE)).toList()));
        if (Access.may(who, Right.KEEP_SLIP_RULES)) {
            places.add(place("supervision.slip.rules", "/slips/rules", List.of()));
        }
        places.add(place("supervision.rule.title", "/limits", List.of()));
        places.add(place("supervision.burden.title", "/burden", demands.ceiling(who.tenant()).map(ceiling -> {
            long over = demands.loads(who, today, today).stream().filter(load -> load.minutes() > ceiling.minutes()).count();
            return List.of(new DeskPage.Counted(t("supervision.desk.over-ceiling"), new DeskPage.Number(over, "/burden"), true));
        }).orElse(List.of())));
        places.add(place("supervision.calendar.title", "/calendar", List.of()));
        return List.copyOf(places);
    }

    private static DeskPage.Elsewhere place(String title, String href, List<DeskPage.Counted> counts) {
        return new DeskPage.Elsewhere(new Link(t(title), href), counts.stream().filter(counted -> counted.number().count() > 0).toList());
    }

    private Optional<DeskPage.Balance> balance(SignedIn who, LocalDate today) {
        var sight = directory.sightOf(who);
        if (!registers.of(who.tenant()).stream().allMatch(register -> sight.reaches(register.office()))) {
            return Optional.empty();
        }
        var sum = matters.balance(who, today);
        return Optional.of(new DeskPage.Balance(sum.inTrays(), sum.orphans(), sum.owed()));
    }

    @GetMapping("/supervision/clocks")
    ModelAndView clocks(SignedIn who, @RequestParam(defaultValue = "late") String when, @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String leader, @RequestParam(defaultValue = "") String after) {
        var asked = Stream.of(When.values()).filter(it -> name(it).equals(when)).findFirst().orElseThrow(DeskPages::notThere);
        var of = unit.isEmpty() ? null : Optional.of(unit).filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> new OrganisationId(Long.parseLong(text))).orElseThrow(DeskPages::notThere);
        var named = leader.isEmpty() ? null : leader;
        if (leader.length() > LEADER_MAX || leader.chars().anyMatch(Character::isISOControl)) {
            throw notThere();
        }
        var page = endings.page(who, asked, of, NOBODY.equals(named) ? "" : named, position(after));
        var tree = directory.treeOf(who.tenant());
        var title = t("supervision.desk." + name(asked)) + (of == null ? "" : " · " + name(tree, of))
                + (named == null ? "" : " · " + (named.equals(NOBODY) ? t("supervision.desk.no-leader") : named));
        return View.of("supervision/endings", new DeskPage.Clocks(title, page.endings().stream().map(ending -> line(tree, ending)).toList(),
                page.next().map(next -> href(asked, of, named, next))), HttpStatus.OK);
    }

    private DeskPage.Line line(OrganisationTree tree, Endings.Ending ending) {
        var row = ending.clock();
        var matter = ending.matter();
        var last = row.lateFrom().minusNanos(1).atZone(clock.getZone());
        boolean wholeDay = row.lateFrom().atZone(clock.getZone()).toLocalTime().toSecondOfDay() == 0;
        boolean late = !row.lateFrom().isAfter(clock.instant());
        var time = wholeDay ? "" : " " + row.lateFrom().atZone(clock.getZone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        var due = Days.day(last.toLocalDate(), LocalDate.now(clock)) + time;
        return new DeskPage.Line(new Link(matter.subject().title(), "/matters/" + matter.id().value()), MatterNumber.of(matter).printed(),
                t("ledger.step." + row.step()), name(tree, row.unit()), Optional.ofNullable(row.leader()).orElse(""), sign(row, late), due,
                last.toLocalDate(), row.provisional(), Days.left(last.toLocalDate(), LocalDate.now(clock)));
    }

    private LightSign sign(ClockRow row, boolean late) {
        return late ? LightSign.LATE : row.riskFrom().isAfter(clock.instant()) ? LightSign.ON_TRACK : LightSign.AT_RISK;
    }

    private static String name(OrganisationTree tree, OrganisationId unit) {
        return tree.unit(unit).map(OrganisationTree.Unit::name).orElse("");
    }

    static String name(When when) {
        return when.name().toLowerCase(Locale.ROOT);
    }

    private static String href(When when, @Nullable OrganisationId unit, @Nullable String leader, ClockTable.@Nullable Position after) {
        var to = UriComponentsBuilder.fromPath("/supervision/clocks").queryParam("when", name(when));
        if (unit != null) {
            to.queryParam("unit", unit.value());
        }
        var values = new HashMap<String, String>();
        if (leader != null) {
            to.queryParam("leader", "{leader}");
            values.put("leader", leader);
        }
        if (after != null) {
            to.queryParam("after", after.lateFrom().atOffset(ZoneOffset.UTC).toInstant() + "~" + after.matter()
                    + "~" + after.step() + "~" + after.startedSeq() + "~"
                    + after.unit());
        }
        return to.encode().buildAndExpand(values).toUriString();
    }

    private static ClockTable.@Nullable Position position(String text) {
        var parts = text.split("~", -1);
        if (parts.length != 5 || !parts[0].matches("[12][0-9]{3}-.{1,40}") || !parts[1].matches("[0-9]{1,18}") || !parts[2].matches("[A-Z_]{1,40}")
                || !parts[3].matches("[0-9]{1,9}") || !parts[4].matches("[0-9]{1,18}")) {
            return null;
        }
        try {
            return new ClockTable.Position(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2], Integer.parseInt(parts[3]), Long.parseLong(parts[4]));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
