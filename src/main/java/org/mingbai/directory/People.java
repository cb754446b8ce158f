package org.mingbai.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Adds people, gives them posts and lends these to others. One verb, one transaction; every verb leaves an audit line.
@Component
public class People {

    static final Wording NAME = new Wording("name", 50, true);
    static final Wording TITLE = new Wording("title", 60, false);

    private final PersonTable people;
    private final PostTable posts;
    private final StandInTable standIns;
    private final OrganisationTable organisations;
    private final Separation separation;
    private final AuditTable audit;
    private final Writing writing;
    private final Clock clock;

    People(PersonTable people, PostTable posts, StandInTable standIns, OrganisationTable organisations,
            Separation separation, AuditTable audit, Writing writing, Clock clock) {
        this.people = people;
        this.posts = posts;
        this.standIns = standIns;
        this.organisations = organisations;
        this.separation = separation;
        this.audit = audit;
        this.writing = writing;
        this.clock = clock;
    }

    public Answer<PersonId> add(Keeper by, String name) {
        return add(by, name, Optional.empty());
    }

    /// `form` is the key of the form it came by. Namesakes are different people.
    public Answer<PersonId> add(Keeper by, String name, Optional<UUID> form) {
        var tidy = Wording.tidy(name);
        return writing.once(by.tenant(), form, List.of("person", tidy), PersonId::new, PersonId::value, () -> {
            var flaws = NAME.flawsOf(tidy);
            if (!flaws.isEmpty()) {
                return Answer.refused(flaws);
            }
            var person = new Person(people.nextId(), tidy, 1);
            people.insert(by.tenant(), person);
            audit.write(by, AuditAct.PERSON_ADDED, AuditTable.Subject.of(person.id(), tidy), Map.of(), Map.of("name", tidy));
            return Answer.done(person.id());
        });
    }

    public Answer<Integer> rename(Keeper by, PersonId id, int version, String name) {
        var tidy = Wording.tidy(name);
        return writing.alone(by.tenant(), () -> {
            var before = people.find(by.tenant(), id);
            if (before.isEmpty()) {
                return Answer.refused(new Refusal.NoSuchPerson(""));
            }
            if (before.get().version() != version) {
                return Answer.refused(new Refusal.ChangedMeanwhile(before.get().version()));
            }
            var flaws = NAME.flawsOf(tidy);
            if (!flaws.isEmpty()) {
                return Answer.refused(flaws);
            }
            if (tidy.equals(before.get().name())) {
                return Answer.done(version);
            }
            if (!people.update(by.tenant(), new Person(id, tidy, version + 1))) {
                throw new IllegalStateException("person " + id + " was changed outside the queue");
            }
            audit.write(by, AuditAct.PERSON_RENAMED, AuditTable.Subject.of(id, tidy),
                    Map.of("name", before.get().name()), Map.of("name", tidy));
            return Answer.done(version + 1);
        });
    }

    public Answer<PostId> givePost(Keeper by, PersonId person, Seat seat, String title, Span span) {
        return givePost(by, person, seat, title, span, Optional.empty());
    }

    public Answer<PostId> givePost(Keeper by, PersonId person, Seat seat, String title, Span span, Optional<UUID> form) {
        var tidy = Wording.tidy(title);
        var content = List.of("post", person, seat, tidy, span);
        return writing.once(by.tenant(), form, content, PostId::new, PostId::value, () -> {
            var holder = people.find(by.tenant(), person);
            var unit = organisations.find(by.tenant(), seat.unit());
            var flaws = new ArrayList<>(TITLE.flawsOf(tidy));
            if (holder.isEmpty()) {
                flaws.add(new Refusal.NoSuchPerson("person"));
            }
            if (span.isBackwards()) {
                flaws.add(new Refusal.EndsBeforeItStarts());
            }
            unit.ifPresentOrElse(there -> {
                if (!span.within(there.validity())) {
                    flaws.add(new Refusal.UnitNotThereThen("unit", there.name()));
                }
                if (posts.ofPerson(by.tenant(), person).stream().anyMatch(had -> had.seat().equals(seat) && had.span().overlaps(span))) {
                    flaws.add(new Refusal.AlreadyHolds(there.name(), seat.role()));
                }
            }, () -> flaws.add(new Refusal.NoSuchUnit("unit")));
            separation.hinders(by.tenant(), person, seat.role(), span).ifPresent(flaws::add);
            if (!flaws.isEmpty()) {
                return Answer.refused(flaws);
            }
            var post = new Post(posts.nextId(), person, seat, tidy, span);
            posts.insert(by.tenant(), post);
            audit.write(by, AuditAct.POST_GIVEN, AuditTable.Subject.of(person, holder.orElseThrow().name()), Map.of(), told(by.tenant(), post));
            return Answer.done(post.id());
        });
    }

    /// The title a post bears; it gives no right.
    public Answer<PostId> retitle(Keeper by, PostId id, String title) {
        var tidy = Wording.tidy(title);
        return withPost(by, id, post -> {
            var flaws = TITLE.flawsOf(tidy);
            if (!flaws.isEmpty()) {
                return Answer.refused(flaws);
            }
            if (!tidy.equals(post.title())) {
                posts.retitle(by.tenant(), id, tidy);
                audit.write(by, AuditAct.POST_RETITLED, holderOf(by.tenant(), post), told(by.tenant(), post),
                        told(by.tenant(), new Post(id, post.person(), post.seat(), tidy, post.span())));
            }
            return Answer.done(id);
        });
    }

    /// Ends a post after its last day, and with it whatever stand-ins of it would last longer.
    public Answer<PostId> endPost(Keeper by, PostId id, LocalDate last) {
        return withPost(by, id, post -> {
            if (post.span().last() != null && !post.span().last().isAfter(last)) {
                return Answer.refused(new Refusal.AlreadyClosed(post.span().last()));
            }
            if (last.isBefore(post.span().first())) {
                return Answer.refused(new Refusal.EndsBeforeItStarts());
            }
            standIns.ofPost(by.tenant(), id).forEach(lent -> cutAfter(by.tenant(), lent, last));
            posts.end(by.tenant(), id, last);
            audit.write(by, AuditAct.POST_ENDED, holderOf(by.tenant(), post), told(by.tenant(), post),
                    told(by.tenant(), new Post(id, post.person(), post.seat(), post.title(), new Span(post.span().first(), last))));
            return Answer.done(id);
        });
    }

    /// Lends a post to somebody else from the first day to the last. It gives no more than the post is: only on its
    /// days, to one person at a time, and to nobody whom it would make administrator of two things.
    public Answer<StandInId> appointStandIn(Keeper by, PostId id, PersonId person, LocalDate first, LocalDate last) {
        return withPost(by, id, post -> {
            var span = new Span(first, last);
            var flaws = new ArrayList<Refusal>();
            var named = people.find(by.tenant(), person);
            if (named.isEmpty()) {
                flaws.add(new Refusal.NoSuchPerson("person"));
            }
            if (person.equals(post.person())) {
                flaws.add(new Refusal.StandsInForSelf());
            }
            if (span.isBackwards()) {
                flaws.add(new Refusal.EndsBeforeItStarts());
            } else if (!span.within(post.span())) {
                flaws.add(new Refusal.OutsideThePost(post.span()));
            } else {
                standIns.ofPost(by.tenant(), id).stream().filter(lent -> lent.span().overlaps(span)).findFirst()
                        .ifPresent(lent -> flaws.add(new Refusal.LentAlready(nameOf(by.tenant(), lent.person()),
                                lent.span().first(), lent.span().end().orElseThrow())));
                separation.hinders(by.tenant(), person, post.seat().role(), span).ifPresent(flaws::add);
            }
            if (!flaws.isEmpty()) {
                return Answer.refused(flaws);
            }
            var lent = new StandIn(standIns.nextId(), post, person, span);
            standIns.insert(by.tenant(), lent);
            audit.write(by, AuditAct.STAND_IN_APPOINTED, AuditTable.Subject.of(person, named.orElseThrow().name()),
                    Map.of(), told(by.tenant(), lent));
            return Answer.done(lent.id());
        });
    }

    /// Takes a lent post back at once; one that has not begun never begins.
    public Answer<StandInId> endStandIn(Keeper by, StandInId id) {
        return writing.alone(by.tenant(), () -> {
            var found = standIns.find(by.tenant(), id);
            if (found.isEmpty()) {
                return Answer.refused(new Refusal.NoSuchPost());
            }
            var lent = found.get();
            cutAfter(by.tenant(), lent, LocalDate.now(clock).minusDays(1));
            audit.write(by, AuditAct.STAND_IN_ENDED, AuditTable.Subject.of(lent.person(), nameOf(by.tenant(), lent.person())),
                    told(by.tenant(), lent), Map.of());
            return Answer.done(id);
        });
    }

    private void cutAfter(TenantId tenant, StandIn lent, LocalDate last) {
        if (lent.span().first().isAfter(last)) {
            standIns.delete(tenant, lent.id());
        } else if (lent.span().end().orElseThrow().isAfter(last)) {
            standIns.end(tenant, lent.id(), last);
        }
    }

    private <T> Answer<T> withPost(Keeper by, PostId id, java.util.function.Function<Post, Answer<T>> verb) {
        return writing.alone(by.tenant(), () ->
                posts.find(by.tenant(), id).map(verb).orElseGet(() -> Answer.refused(new Refusal.NoSuchPost())));
    }

    private AuditTable.Subject holderOf(TenantId tenant, Post post) {
        return AuditTable.Subject.of(post.person(), nameOf(tenant, post.person()));
    }

    private String nameOf(TenantId tenant, PersonId person) {
        return people.find(tenant, person).map(Person::name).orElse("");
    }

    private Map<String, String> told(TenantId tenant, Post post) {
        var told = new LinkedHashMap<String, String>();
        told.put("unit", organisations.find(tenant, post.seat().unit()).map(Organisation::name).orElse(""));
        told.put("role", post.seat().role().name());
        told.put("title", post.title());
        told.put("first", post.span().first().toString());
        told.put("last", post.span().end().map(LocalDate::toString).orElse(""));
        told.values().removeIf(String::isEmpty);
        return told;
    }

    private Map<String, String> told(TenantId tenant, StandIn lent) {
        var told = told(tenant, lent.post());
        told.put("for", nameOf(tenant, lent.post().person()));
        told.put("first", lent.span().first().toString());
        told.put("last", lent.span().end().orElseThrow().toString());
        return told;
    }
}
