package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.supervision.Demands;
import org.mingbai.supervision.Endings;
import org.mingbai.supervision.Endings.When;
import org.mingbai.supervision.slip.SlipFilter;
import org.mingbai.supervision.slip.SlipFilter.Group;
import org.mingbai.supervision.slip.SlipRules;
import org.mingbai.supervision.slip.Slips;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The supervision desk: what is late and what turns late this week, by unit and leader, and what nobody has.
@Controller
@Needs(Right.SEE_SUPERVISION)
class DeskPages {

    private static final int ORPHANS_MAX = 50;

    private final Endings endings;
    private final Matters matters;
    private final Registers registers;
    private final Directory directory;
    private final Slips slips;
    private final SlipRules rules;
    private final Demands demands;
    private final Clock clock;

    DeskPages(Endings endings, Matters matters, Registers registers, Directory directory, Slips slips, SlipRules rules,
            Demands demands, Clock clock) {
        this.endings = endings;
        this.matters = matters;
        this.registers = registers;
        this.directory = directory;
        this.slips = slips;
        this.rules = rules;
        this.demands = demands;
        this.clock = clock;
    }

    @GetMapping("/supervision")
    ModelAndView desk(SignedIn who) {
        var tree = directory.treeOf(who.tenant());
        var sums = endings.sums(who);
        var rows = sums.stream().sorted(Comparator.comparing(Endings.Sum::late).thenComparing(Endings.Sum::soon).reversed())
                .map(sum -> new DeskPage.Row(name(tree, sum.unit()), sum.leader().orElse(""),
                        new DeskPage.Number(sum.late(), EndingPages.href(When.LATE, sum.unit(), sum.leader().orElse(EndingPages.NOBODY), null)),
                        new DeskPage.Number(sum.soon(), EndingPages.href(When.SOON, sum.unit(), sum.leader().orElse(EndingPages.NOBODY), null))))
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
            long refused = rules.refusedLately(who);
            places.add(place("supervision.slip.rules", "/slips/rules", refused == 0 ? List.of() : List.of(new DeskPage.Counted(
                    t("supervision.desk.not-drafted"), new DeskPage.Number(refused, "/slips/rules#dry"), true))));
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

    static String name(OrganisationTree tree, OrganisationId unit) {
        return tree.unit(unit).map(OrganisationTree.Unit::name).orElse("");
    }
}
