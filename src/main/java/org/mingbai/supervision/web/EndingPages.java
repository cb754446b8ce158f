package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
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
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.LightSign;
import org.mingbai.supervision.ClockRow;
import org.mingbai.supervision.Endings;
import org.mingbai.supervision.Endings.When;
import org.mingbai.supervision.clock.ClockTable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The clocks behind a number of the desk: which are late, and which end soon, of whom.
@Controller
@Needs(Right.SEE_SUPERVISION)
class EndingPages {

    /// As a leader: those matters for which none is named.
    static final String NOBODY = "-";
    private static final int LEADER_MAX = 400;

    private final Endings endings;
    private final Directory directory;
    private final Clock clock;

    EndingPages(Endings endings, Directory directory, Clock clock) {
        this.endings = endings;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/supervision/clocks")
    ModelAndView clocks(SignedIn who, @RequestParam(defaultValue = "late") String when, @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String leader, @RequestParam(defaultValue = "") String after) {
        var asked = Stream.of(When.values()).filter(it -> name(it).equals(when)).findFirst().orElseThrow(EndingPages::notThere);
        var of = unit.isEmpty() ? null : Optional.of(unit).filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> new OrganisationId(Long.parseLong(text))).orElseThrow(EndingPages::notThere);
        var named = leader.isEmpty() ? null : leader;
        if (leader.length() > LEADER_MAX || leader.chars().anyMatch(Character::isISOControl)) {
            throw notThere();
        }
        var page = endings.page(who, asked, of, NOBODY.equals(named) ? "" : named, position(after));
        var tree = directory.treeOf(who.tenant());
        var title = t("supervision.desk." + name(asked)) + (of == null ? "" : " · " + DeskPages.name(tree, of))
                + (named == null ? "" : " · " + (named.equals(NOBODY) ? t("supervision.desk.no-leader") : named));
        var sums = endings.sums(who);
        boolean writes = Access.may(who, Right.DRAFT_SLIPS);
        return View.of("supervision/endings", new EndingsPage(title, all(sums, asked, of, named), filter(tree, sums, asked, of, named),
                page.endings().stream().map(ending -> line(tree, ending, writes)).toList(), writes, page.next().map(next -> href(asked, of, named, next))));
    }

    /// By the same sums as the desk, so that a number there and this list say the same.
    private static long all(List<Endings.Sum> sums, When when, @Nullable OrganisationId unit, @Nullable String leader) {
        return sums.stream().filter(sum -> unit == null || unit.equals(sum.unit())).filter(sum -> leader == null || leader.equals(sum.leader().orElse(NOBODY)))
                .mapToLong(sum -> when == When.LATE ? sum.late() : sum.soon()).sum();
    }

    private static EndingsPage.Filter filter(OrganisationTree tree, List<Endings.Sum> sums, When when, @Nullable OrganisationId unit,
            @Nullable String leader) {
        var whens = Stream.of(When.values()).map(it -> new Choice(name(it), t("supervision.desk." + name(it)))).toList();
        var units = sums.stream().map(Endings.Sum::unit).distinct().map(it -> new Choice(Long.toString(it.value()), DeskPages.name(tree, it)))
                .sorted(Comparator.comparing(Choice::label)).toList();
        var leaders = sums.stream().map(sum -> sum.leader().orElse(NOBODY)).distinct().sorted()
                .map(it -> new Choice(it, it.equals(NOBODY) ? t("supervision.desk.no-leader") : it)).toList();
        return new EndingsPage.Filter(whens, name(when), units, unit == null ? "" : Long.toString(unit.value()), leaders, leader == null ? "" : leader);
    }

    private EndingsPage.Line line(OrganisationTree tree, Endings.Ending ending, boolean writes) {
        var row = ending.clock();
        var matter = ending.matter();
        var last = row.lateFrom().minusNanos(1).atZone(clock.getZone());
        boolean wholeDay = row.lateFrom().atZone(clock.getZone()).toLocalTime().toSecondOfDay() == 0;
        boolean late = !row.lateFrom().isAfter(clock.instant());
        var time = wholeDay ? "" : " " + row.lateFrom().atZone(clock.getZone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        var due = Days.day(last.toLocalDate(), LocalDate.now(clock)) + time;
        return new EndingsPage.Line(new Link(matter.subject().title(), "/matters/" + matter.id().value()), MatterNumber.of(matter).printed(),
                t("ledger.step." + row.step()), DeskPages.name(tree, row.unit()), Optional.ofNullable(row.leader()).orElse(""), sign(row, late), due,
                last.toLocalDate(), row.provisional(), Days.left(last.toLocalDate(), LocalDate.now(clock)),
                writes && matter.open() ? "/slips/new?matter=" + matter.id().value() : "");
    }

    private LightSign sign(ClockRow row, boolean late) {
        return late ? LightSign.LATE : row.riskFrom().isAfter(clock.instant()) ? LightSign.ON_TRACK : LightSign.AT_RISK;
    }

    static String name(When when) {
        return when.name().toLowerCase(Locale.ROOT);
    }

    static String href(When when, @Nullable OrganisationId unit, @Nullable String leader, ClockTable.@Nullable Position after) {
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
