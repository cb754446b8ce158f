package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.number;
import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The box on top of the frame: a number, two characters of what a matter says, a unit, a person.
@Controller
@Needs(Right.OWN_ACCOUNT)
class SearchPages {

    private static final int EACH = 8;
    private static final int NAMES = 8;
    private static final int WORDS_MAX = 100;

    private final Matters matters;
    private final Ledger ledger;
    private final Registers registers;
    private final Directory directory;
    private final Lamps lamps;
    private final Clock clock;

    SearchPages(Matters matters, Ledger ledger, Registers registers, Directory directory, Lamps lamps, Clock clock) {
        this.matters = matters;
        this.ledger = ledger;
        this.registers = registers;
        this.directory = directory;
        this.lamps = lamps;
        this.clock = clock;
    }

    @GetMapping("/search")
    ModelAndView search(SignedIn who, @RequestParam(defaultValue = "") String q) {
        var words = q.strip();
        if (words.isEmpty()) {
            return View.of("ledger/search", new SearchPage("", "", List.of(), List.of(), List.of(), List.of()));
        }
        if (words.codePointCount(0, words.length()) > WORDS_MAX || words.codePoints().anyMatch(SearchPages::unreadable)) {
            return View.of("ledger/search", new SearchPage("", t("ledger.search.fault", WORDS_MAX), List.of(), List.of(), List.of(), List.of()),
                    HttpStatus.BAD_REQUEST);
        }
        return View.of("ledger/search", found(who, words));
    }

    private static boolean unreadable(int c) {
        return Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE;
    }

    private SearchPage found(SignedIn who, String words) {
        var cases = new ArrayList<SearchPage.Found>();
        var more = new ArrayList<Link>();
        if (Access.may(who, Right.SEE_MATTERS)) {
            var byNumber = MatterNumber.parse(words);
            if (byNumber.isPresent()) {
                ledger.matter(who, byNumber.get().matter()).filter(matter -> matter.register().equals(byNumber.get().register()))
                        .ifPresent(matter -> cases.add(found(who, matter, nameOf(who, matter.register()), Optional.empty())));
            } else {
                registers.of(who.tenant()).forEach(register -> lookIn(who, register, words, cases, more));
            }
        }
        boolean directoryToo = Access.may(who, Right.SEE_DIRECTORY);
        return new SearchPage(words, "", cases, more, directoryToo ? units(who, words) : List.of(),
                directoryToo ? people(who, words) : List.of());
    }

    private void lookIn(SignedIn who, Register register, String words, List<SearchPage.Found> cases, List<Link> more) {
        var filter = new MatterFilter(register.code(), java.util.Set.of(), false, null, null, null, null, words, MatterFilter.Order.NEWEST, null, EACH);
        var page = matters.page(who, filter);
        var saidBy = matters.saidByFiles(who, filter, page);
        page.matters().forEach(matter -> cases.add(found(who, matter, register.name(RegisterPages.locale()), SaidIn.of(matter.id(), saidBy))));
        if (page.next().isPresent()) {
            more.add(new Link(t("ledger.search.more", register.name(RegisterPages.locale())), RegisterQuery.all(register.code()).words(words).href()));
        }
    }

    private SearchPage.Found found(SignedIn who, Matter matter, String register, Optional<Link> saidIn) {
        var own = matter.subject().number();
        return new SearchPage.Found(MatterLink.to(matter.id()), own == null || own.isBlank() ? MatterNumber.of(matter).printed() : own,
                matter.subject().title(), register, Lights.of(matter.stage().named(), lamps.turning(who.tenant(), matter), clock.instant()), saidIn);
    }

    private @Nullable String nameOf(SignedIn who, String register) {
        return registers.register(who.tenant(), register).map(found -> found.name(RegisterPages.locale())).orElse("");
    }

    private List<SearchPage.Unit> units(SignedIn who, String words) {
        var plain = words.toLowerCase(Locale.ROOT);
        var named = directory.treeOf(who.tenant()).all().stream()
                .filter(OrganisationTree.Unit::active)
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).contains(plain))
                .limit(NAMES)
                .toList();
        return named.stream().map(unit -> new SearchPage.Unit(unit.name(), "/directory/organisations/" + unit.id().value(), leads(who, unit))).toList();
    }

    /// Where a unit leads something that the asker sees.
    private List<Link> leads(SignedIn who, OrganisationTree.Unit unit) {
        if (!Access.may(who, Right.SEE_MATTERS)) {
            return List.of();
        }
        var now = clock.instant();
        return registers.of(who.tenant()).stream().flatMap(register -> {
            var query = RegisterQuery.all(register.code()).lead(unit.id()).open(true);
            return new RegisterCounts(matters.counts(who, register.code()), now).of(query).filter(count -> count > 0)
                    .map(count -> new Link(t("ledger.search.leads", register.name(RegisterPages.locale()), number(count)), query.href())).stream();
        }).toList();
    }

    private List<SearchPage.Person> people(SignedIn who, String words) {
        return directory.searchPeople(who.tenant(), words, NAMES).stream()
                .map(person -> new SearchPage.Person(person.name(), "/directory/people/" + person.id().value()))
                .toList();
    }
}
