package org.mingbai.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Person;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Post;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.StandIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Act;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The directory to look things up in: the tree, a unit, a person.
@Controller
@Needs(Right.SEE_DIRECTORY)
class DirectoryPages {

    private static final int WHOLE_TREE_MAX = 400;
    private static final int LEVELS_OPEN = 2;
    private static final int FOUND_MAX = 50;

    private final Directory directory;
    private final Accounts accounts;
    private final Clock clock;

    DirectoryPages(Directory directory, Accounts accounts, Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/directory")
    ModelAndView tree(Presence present, @RequestParam(defaultValue = "") String q) {
        var tenant = present.who().tenant();
        var tree = directory.treeOf(tenant);
        var counts = directory.peopleCounts(tenant);
        int levels = tree.all().size() <= WHOLE_TREE_MAX ? Integer.MAX_VALUE : LEVELS_OPEN;
        var tops = tree.tops().stream().map(id -> branch(tree, tree.unit(id).orElseThrow(), counts, 0, levels))
                .sorted(Comparator.comparingLong(TreePage.Branch::id)).toList();
        var words = FormReader.kept(q.strip());
        return View.of("directory/tree", new TreePage(words.isEmpty() ? tops : List.of(), words,
                words.isEmpty() ? Optional.empty() : Optional.of(found(tenant, tree, words)), present.may(Right.KEEP_DIRECTORY)));
    }

    private static TreePage.Branch branch(OrganisationTree tree, OrganisationTree.Unit unit, Map<OrganisationId, Integer> people, int level, int levels) {
        var below = tree.below(unit.id()).stream().filter(OrganisationTree.Unit::active).toList();
        var shown = level + 1 < levels
                ? below.stream().map(child -> branch(tree, child, people, level + 1, levels)).toList()
                : List.<TreePage.Branch>of();
        return new TreePage.Branch(unit.id().value(), unit.name(), people.getOrDefault(unit.id(), 0), shown,
                below.size() - shown.size(), level < LEVELS_OPEN);
    }

    private TreePage.Found found(TenantId tenant, OrganisationTree tree, String words) {
        var units = directory.organisations(tenant).stream()
                .filter(unit -> unit.name().contains(words) || unit.shortName().contains(words)
                        || unit.creditCode().filter(code -> code.value().equals(words)).isPresent())
                .limit(FOUND_MAX)
                .map(unit -> new TreePage.Hit(unit.name(), nameOf(tree, unit.parent()), hrefOf(unit.id()))).toList();
        var people = directory.searchPeople(tenant, words, FOUND_MAX).stream()
                .map(person -> new TreePage.Hit(person.name(), placesOf(tenant, tree, person), hrefOf(person.id()))).toList();
        return new TreePage.Found(units, people);
    }

    private String placesOf(TenantId tenant, OrganisationTree tree, Person person) {
        var today = LocalDate.now(clock);
        return directory.postsOf(tenant, person.id()).stream().filter(post -> post.span().contains(today))
                .map(post -> nameOf(tree, Optional.of(post.seat().unit()))).distinct().reduce((a, b) -> a + Words.t("directory.and") + b).orElse("");
    }

    @GetMapping("/directory/organisations/{id}")
    ModelAndView unit(Presence present, @PathVariable long id) {
        var tenant = present.who().tenant();
        var unit = directory.organisation(tenant, new OrganisationId(id)).orElseThrow(DirectoryPages::notThere);
        var tree = directory.treeOf(tenant);
        var today = LocalDate.now(clock);
        var posts = directory.postsAt(tenant, unit.id());
        var names = directory.personNames(tenant, posts.stream().map(Post::person).toList());
        var successors = directory.organisations(tenant).stream().filter(other -> other.predecessor().equals(Optional.of(unit.id())))
                .map(other -> new Link(other.name(), hrefOf(other.id()))).toList();
        return View.of("directory/unit", new UnitPage(unit, wayTo(tree, unit.id()), link(tree, unit.parent()), link(tree, unit.predecessor()),
                successors, filled(tenant, posts, names, today, true), filled(tenant, posts, names, today, false),
                tree.below(unit.id()).stream().filter(OrganisationTree.Unit::active).map(it -> new Link(it.name(), hrefOf(it.id()))).toList(),
                actsOn(unit, present)));
    }

    private List<UnitPage.Filled> filled(TenantId tenant, List<Post> posts, Map<PersonId, String> names, LocalDate today, boolean present) {
        return posts.stream().filter(post -> (post.span().last() == null || !post.span().last().isBefore(today)) == present)
                .sorted(Comparator.comparing((Post post) -> post.seat().role()))
                .map(post -> new UnitPage.Filled(post.person().value(), names.getOrDefault(post.person(), ""),
                        Words.t("directory.role." + post.seat().role()), post.title(), post.span(),
                        directory.standInsFor(tenant, post.id()).stream().filter(lent -> lent.span().contains(today)).findFirst()
                                .map(lent -> directory.personName(tenant, lent.person())).orElse("")))
                .toList();
    }

    private static List<Act> actsOn(Organisation unit, Presence present) {
        var acts = new ArrayList<Act>();
        var here = hrefOf(unit.id());
        boolean open = unit.validity().last() == null;
        if (present.may(Right.KEEP_DIRECTORY) && open) {
            acts.add(new Act(Words.t("directory.unit.change"), here + "/description", false));
            acts.add(new Act(Words.t("directory.unit.below.new"), "/directory/organisations/new?under=" + unit.id().value(), false));
            acts.add(new Act(Words.t("directory.unit.move"), here + "/superior", false));
            acts.add(new Act(Words.t("directory.unit.close"), here + "/closing", false));
        }
        if (present.may(Right.KEEP_ACCOUNTS) && open) {
            acts.add(new Act(Words.t("directory.post.give"), "/directory/posts/new?unit=" + unit.id().value(), false));
        }
        return acts;
    }

    @GetMapping("/directory/people/{id}")
    ModelAndView person(Presence present, @PathVariable long id) {
        var tenant = present.who().tenant();
        var person = directory.person(tenant, new PersonId(id)).orElseThrow(DirectoryPages::notThere);
        var tree = directory.treeOf(tenant);
        var today = LocalDate.now(clock);
        var posts = directory.postsOf(tenant, person.id());
        boolean keepsAccounts = present.may(Right.KEEP_ACCOUNTS);
        var account = keepsAccounts ? accounts.of(tenant, person.id()) : Optional.<org.mingbai.directory.Account>empty();
        var acts = new ArrayList<Act>();
        if (present.may(Right.KEEP_DIRECTORY)) {
            acts.add(new Act(Words.t("directory.person.rename"), hrefOf(person.id()) + "/name", false));
        }
        if (keepsAccounts) {
            acts.add(new Act(Words.t("directory.post.give"), "/directory/posts/new?person=" + id, false));
            acts.add(account.isPresent()
                    ? new Act(Words.t("directory.account"), "/administration/accounts/" + id, false)
                    : new Act(Words.t("directory.account.open"), "/administration/accounts/" + id + "/opening", false));
        }
        var standsInFor = directory.standInsBy(tenant, person.id()).stream().filter(lent -> isOpen(lent, today))
                .map(lent -> new OwnPage.Lent(directory.personName(tenant, lent.post().person()),
                        nameOf(tree, Optional.of(lent.post().seat().unit())) + " · " + Words.t("directory.role." + lent.post().seat().role()),
                        lent.span(), Optional.of(lent.id().value()))).toList();
        return View.of("directory/person", new PersonPage(id, person.name(), held(tenant, tree, posts, today, true),
                held(tenant, tree, posts, today, false), standsInFor, acts, keepsAccounts, keepsAccounts, account));
    }

    private List<PersonPage.Held> held(TenantId tenant, OrganisationTree tree, List<Post> posts, LocalDate today, boolean present) {
        return posts.stream().filter(post -> (post.span().last() == null || !post.span().last().isBefore(today)) == present)
                .map(post -> new PersonPage.Held(post.id().value(), post.seat().unit().value(), nameOf(tree, Optional.of(post.seat().unit())),
                        Words.t("directory.role." + post.seat().role()), post.title(), post.span(),
                        directory.standInsFor(tenant, post.id()).stream().filter(lent -> isOpen(lent, today))
                                .map(lent -> new OwnPage.Lent(directory.personName(tenant, lent.person()), "", lent.span(),
                                        Optional.of(lent.id().value()))).toList()))
                .toList();
    }

    private static boolean isOpen(StandIn lent, LocalDate today) {
        return !lent.span().end().orElseThrow().isBefore(today);
    }

    static List<Link> wayTo(OrganisationTree tree, OrganisationId unit) {
        var way = new ArrayList<Link>();
        tree.lineOf(unit).stream().skip(1).forEach(id -> way.addFirst(new Link(nameOf(tree, Optional.of(id)), hrefOf(id))));
        way.addFirst(new Link(Words.t("directory.places.directory"), "/directory"));
        return way;
    }

    private static Optional<Link> link(OrganisationTree tree, Optional<OrganisationId> unit) {
        return unit.map(id -> new Link(nameOf(tree, unit), hrefOf(id)));
    }

    private static String nameOf(OrganisationTree tree, Optional<OrganisationId> unit) {
        return unit.flatMap(tree::unit).map(OrganisationTree.Unit::name).orElse("");
    }

    static String hrefOf(OrganisationId unit) {
        return "/directory/organisations/" + unit.value();
    }

    static String hrefOf(PersonId person) {
        return "/directory/people/" + person.value();
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
