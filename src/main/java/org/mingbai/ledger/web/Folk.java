package org.mingbai.ledger.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Line;

/// The units and people of one matter by name, asked for at once.
final class Folk {

    private final Directory directory;
    private final SignedIn who;
    private final LocalDate today;
    private final OrganisationTree tree;
    private final Map<PersonId, String> people;

    Folk(Directory directory, SignedIn who, LocalDate today, Collection<Line> journal) {
        this.directory = directory;
        this.who = who;
        this.today = today;
        this.tree = directory.treeOf(who.tenant());
        this.people = directory.personNames(who.tenant(), journal.stream().map(Line::by).distinct().toList());
    }

    String unit(OrganisationId id) {
        return tree.unit(id).map(OrganisationTree.Unit::name).orElse("");
    }

    String units(Collection<OrganisationId> ids) {
        return ids.stream().map(this::unit).collect(joining(t("ledger.matter.and")));
    }

    String person(PersonId id) {
        return people.getOrDefault(id, "");
    }

    List<String> holders(Seat seat) {
        return directory.holdersOf(who.tenant(), seat, today).stream().map(Holder::name).distinct().toList();
    }

    /// `路灯所承办（张三、李四）`; without names where nobody fills it.
    String post(Seat seat) {
        var names = holders(seat);
        var post = t("ledger.matter.post", unit(seat.unit()), t("directory.role." + seat.role()));
        return names.isEmpty() ? t("ledger.matter.post.vacant", post)
                : t("ledger.matter.post.held", post, String.join(t("ledger.matter.and"), names));
    }
}
