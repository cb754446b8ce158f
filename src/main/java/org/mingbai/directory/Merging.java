package org.mingbai.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.DirectoryImport.Flaw;
import org.mingbai.directory.DirectoryImport.Outcome;
import org.mingbai.directory.DirectoryImport.Parts;
import org.mingbai.directory.DirectoryImport.Step;
import org.mingbai.directory.sheet.Heading;
import org.mingbai.directory.sheet.Line;

/// One run of a file over the directory, through the same verbs a form would call: what is there already is left alone.
final class Merging {

    record Doors(Directory directory, Organisations organisations, People people, Accounts accounts, Clock clock) {}

    private final Doors doors;
    private final Keeper by;
    private final TenantId tenant;
    private final Parts parts;
    private final DirectoryImport.@Nullable FirstPasswords passwords;
    private final LocalDate today;

    private final List<Step> steps = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final Set<PersonId> taken = new HashSet<>();
    private final Map<OrganisationId, Organisation> units = new LinkedHashMap<>();
    private int unchanged;
    private int left;

    Merging(Doors doors, Keeper by, Parts parts, DirectoryImport.@Nullable FirstPasswords passwords) {
        this.doors = doors;
        this.by = by;
        this.tenant = by.tenant();
        this.parts = parts;
        this.passwords = passwords;
        this.today = LocalDate.now(doors.clock());
    }

    Outcome of(List<Line> lines) {
        doors.directory().organisations(tenant).stream().filter(unit -> unit.validity().contains(today)).forEach(unit -> units.put(unit.id(), unit));
        var since = lines.stream().map(line -> SheetWords.day(line.at(Heading.FIRST))).flatMap(Optional::stream).min(LocalDate::compareTo)
                .filter(today::isAfter).orElse(today);
        mergeUnits(lines.stream().filter(line -> line.has(Heading.UNIT) && (!line.has(Heading.NAME) || line.has(Heading.SUPERIOR))).toList(), since);
        var groups = new LinkedHashMap<String, List<Line>>();
        lines.stream().filter(line -> line.has(Heading.NAME)).forEach(line -> groups.computeIfAbsent(personKey(line), key -> new ArrayList<>()).add(line));
        groups.values().forEach(this::mergePerson);
        return new Outcome(List.copyOf(steps), List.copyOf(flaws), unchanged, left, List.of());
    }

    /// Superiors may stand below those they are superior to, so rows wait until theirs is there.
    private void mergeUnits(List<Line> rows, LocalDate since) {
        var waiting = new ArrayList<>(rows);
        boolean moved = true;
        while (moved && !waiting.isEmpty()) {
            moved = waiting.removeIf(line -> {
                boolean ready = !line.has(Heading.SUPERIOR) || !meant(line.at(Heading.SUPERIOR)).isEmpty();
                if (ready) {
                    mergeUnit(line, since);
                }
                return ready;
            });
        }
        waiting.forEach(line -> flaw(line, Heading.SUPERIOR, new Refusal.UnitNotYetThere(line.at(Heading.SUPERIOR))));
    }

    private void mergeUnit(Line line, LocalDate since) {
        var kind = kind(line);
        var superiors = line.has(Heading.SUPERIOR) ? meant(line.at(Heading.SUPERIOR)) : List.<OrganisationId>of();
        if (superiors.size() > 1) {
            flaw(line, Heading.SUPERIOR, new Refusal.SameNamedUnits("parent", superiors.size()));
            return;
        }
        var parent = superiors.stream().findFirst();
        var there = existing(line, parent);
        if (there.size() > 1) {
            flaw(line, Heading.UNIT, new Refusal.SameNamedUnits("name", there.size()));
        } else if (there.size() == 1) {
            updateUnit(line, there.getFirst(), parent, kind);
        } else if (!parts.directory()) {
            flaw(line, Heading.UNIT, new Refusal.UnitNotYetThere(line.at(Heading.UNIT)));
        } else {
            var described = new Organisations.Description(line.at(Heading.UNIT), line.at(Heading.SHORT_NAME),
                    kind.orElse(OrganisationKind.DEPARTMENT), line.at(Heading.CREDIT_CODE));
            var founded = doors.organisations().found(by, parent, described, Span.from(since), Optional.empty());
            take(line, founded, AuditAct.ORGANISATION_FOUNDED, line.at(Heading.UNIT)).ifPresent(this::learn);
        }
    }

    private List<Organisation> existing(Line line, Optional<OrganisationId> parent) {
        var code = CreditCode.plain(line.at(Heading.CREDIT_CODE));
        var coded = units.values().stream().filter(unit -> unit.creditCode().filter(own -> own.value().equals(code)).isPresent()).toList();
        if (!coded.isEmpty()) {
            return coded;
        }
        var name = Wording.tidy(line.at(Heading.UNIT));
        return units.values().stream().filter(unit -> unit.name().equals(name))
                .filter(unit -> !line.has(Heading.SUPERIOR) || unit.parent().equals(parent)).toList();
    }

    private void updateUnit(Line line, Organisation unit, Optional<OrganisationId> parent, Optional<OrganisationKind> kind) {
        var described = new Organisations.Description(line.at(Heading.UNIT),
                line.has(Heading.SHORT_NAME) ? line.at(Heading.SHORT_NAME) : unit.shortName(), kind.orElse(unit.kind()),
                line.has(Heading.CREDIT_CODE) ? line.at(Heading.CREDIT_CODE) : unit.creditCode().map(CreditCode::value).orElse(""));
        boolean differs = !described.tidied().equals(new Organisations.Description(unit.name(), unit.shortName(), unit.kind(),
                unit.creditCode().map(CreditCode::value).orElse("")));
        boolean moves = line.has(Heading.SUPERIOR) && !unit.parent().equals(parent);
        if (!differs && !moves) {
            unchanged++;
        } else if (!parts.directory()) {
            left++;
        } else {
            var version = differs
                    ? take(line, doors.organisations().change(by, unit.id(), unit.version(), described), AuditAct.ORGANISATION_CHANGED, unit.name())
                    : Optional.of(unit.version());
            if (moves && version.isPresent()) {
                take(line, doors.organisations().move(by, unit.id(), version.get(), parent), AuditAct.ORGANISATION_MOVED, unit.name());
            }
            learn(unit.id());
        }
    }

    private void mergePerson(List<Line> rows) {
        var first = rows.getFirst();
        var at = new LinkedHashMap<Line, OrganisationId>();
        for (var line : rows) {
            if (line.has(Heading.UNIT)) {
                unitOf(line).ifPresent(unit -> at.put(line, unit));
            }
        }
        var login = first.at(Heading.LOGIN);
        var holder = login.isEmpty() ? Optional.<Account>empty() : doors.accounts().withLogin(tenant, login);
        var name = Wording.tidy(first.at(Heading.NAME));
        if (holder.isPresent() && !holder.get().name().equals(name)) {
            flaw(first, Heading.LOGIN, new Refusal.LoginOfAnother(login, holder.get().name()));
            return;
        }
        var known = holder.map(Account::person).or(() -> same(name, Set.copyOf(at.values()), login));
        var person = known.or(() -> parts.directory()
                ? take(first, doors.people().add(by, name), AuditAct.PERSON_ADDED, name)
                : refuse(first, Heading.NAME, new Refusal.NoSuchPerson("name")));
        person.ifPresent(id -> {
            taken.add(id);
            int before = steps.size();
            rows.forEach(line -> Optional.ofNullable(at.get(line)).ifPresent(unit -> mergePosts(line, id, unit)));
            if (!login.isEmpty() && holder.isEmpty()) {
                openAccount(first, id, login);
            }
            if (known.isPresent() && steps.size() == before) {
                unchanged++;
            }
        });
    }

    /// Somebody of this name who has a post at one of these units, else one who has neither post nor account yet.
    /// Nobody is two people of one file.
    private Optional<PersonId> same(String name, Set<OrganisationId> at, String login) {
        var free = doors.directory().peopleNamed(tenant, name).stream().map(Person::id).filter(id -> !taken.contains(id)).toList();
        return free.stream().filter(id -> doors.directory().postsOf(tenant, id).stream().anyMatch(post -> at.contains(post.seat().unit())))
                .filter(id -> login.isEmpty() || doors.accounts().of(tenant, id).isEmpty())
                .findFirst()
                .or(() -> free.stream().filter(id -> doors.directory().postsOf(tenant, id).isEmpty() && doors.accounts().of(tenant, id).isEmpty())
                        .findFirst());
    }

    private void mergePosts(Line line, PersonId person, OrganisationId unit) {
        if (!line.has(Heading.ROLE)) {
            if (line.has(Heading.TITLE) && parts.accounts()) {
                flaw(line, Heading.ROLE, new Refusal.Missing("role"));
            }
            return;
        }
        var since = line.has(Heading.FIRST) ? SheetWords.day(line.at(Heading.FIRST)) : Optional.of(today);
        if (since.isEmpty()) {
            flaw(line, Heading.FIRST, new Refusal.NotUnderstood("first", line.at(Heading.FIRST)));
            return;
        }
        for (var word : SheetWords.several(line.at(Heading.ROLE))) {
            SheetWords.role(word).ifPresentOrElse(role -> mergePost(line, person, new Seat(unit, role), since.get()),
                    () -> flaw(line, Heading.ROLE, new Refusal.NotUnderstood("role", word)));
        }
    }

    private void mergePost(Line line, PersonId person, Seat seat, LocalDate since) {
        var held = doors.directory().postsOf(tenant, person).stream()
                .filter(post -> post.seat().equals(seat) && (post.span().last() == null || post.span().contains(today))).findFirst();
        var title = Wording.tidy(line.at(Heading.TITLE));
        boolean entitled = held.isPresent() && (title.isEmpty() || held.get().title().equals(title));
        if (entitled) {
            return;
        }
        if (!parts.accounts()) {
            left++;
        } else if (held.isPresent()) {
            take(line, doors.people().retitle(by, held.get().id(), title), AuditAct.POST_RETITLED, line.at(Heading.NAME));
        } else {
            take(line, doors.people().givePost(by, person, seat, title, Span.from(since)), AuditAct.POST_GIVEN, line.at(Heading.NAME));
        }
    }

    private void openAccount(Line line, PersonId person, String login) {
        if (doors.accounts().of(tenant, person).isPresent()) {
            flaw(line, Heading.LOGIN, new Refusal.HasAccount());
        } else if (!parts.accounts()) {
            left++;
        } else {
            var plain = Accounts.plain(login);
            var hash = passwords == null ? Passwords.NOBODYS : passwords.hashFor(plain);
            take(line, doors.accounts().openHashed(by, person, login, hash, true), AuditAct.ACCOUNT_OPENED, plain);
        }
    }

    private Optional<OrganisationId> unitOf(Line line) {
        var meant = meant(line.at(Heading.UNIT));
        if (meant.size() == 1) {
            return Optional.of(meant.getFirst());
        }
        flaw(line, Heading.UNIT, meant.isEmpty()
                ? new Refusal.UnitNotYetThere(line.at(Heading.UNIT))
                : new Refusal.SameNamedUnits("unit", meant.size()));
        return Optional.empty();
    }

    private List<OrganisationId> meant(String written) {
        return Directory.meant(units, written);
    }

    private void learn(OrganisationId id) {
        doors.directory().organisation(tenant, id).ifPresent(unit -> units.put(id, unit));
    }

    private static String personKey(Line line) {
        return line.has(Heading.LOGIN)
                ? "login " + Accounts.plain(line.at(Heading.LOGIN))
                : Wording.tidy(line.at(Heading.NAME)) + " at " + Wording.tidy(line.at(Heading.UNIT));
    }

    private Optional<OrganisationKind> kind(Line line) {
        if (!line.has(Heading.KIND)) {
            return Optional.empty();
        }
        var kind = SheetWords.kind(line.at(Heading.KIND));
        if (kind.isEmpty()) {
            flaw(line, Heading.KIND, new Refusal.NotUnderstood("kind", line.at(Heading.KIND)));
        }
        return kind;
    }

    private <T> Optional<T> take(Line line, Answer<T> answer, AuditAct act, String subject) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> {
                steps.add(new Step(act, subject, line.cell(headingOf(act))));
                yield Optional.of(value);
            }
            case Answer.Refused<T>(var refusals) -> {
                refusals.forEach(refusal -> flaw(line, headingOf(refusal, act), refusal));
                yield Optional.empty();
            }
        };
    }

    private <T> Optional<T> refuse(Line line, Heading heading, Refusal refusal) {
        flaw(line, heading, refusal);
        return Optional.empty();
    }

    private void flaw(Line line, Heading heading, Refusal refusal) {
        flaws.add(new Flaw(line.cell(heading), refusal));
    }

    private static Heading headingOf(AuditAct act) {
        return switch (act) {
            case ORGANISATION_FOUNDED, ORGANISATION_CHANGED, ORGANISATION_MOVED -> Heading.UNIT;
            case POST_GIVEN, POST_RETITLED -> Heading.ROLE;
            case ACCOUNT_OPENED -> Heading.LOGIN;
            default -> Heading.NAME;
        };
    }

    /// The column a refusal of a form's field belongs to in a sheet.
    private static Heading headingOf(Refusal refusal, AuditAct act) {
        return switch (refusal.field()) {
            case "creditCode" -> Heading.CREDIT_CODE;
            case "shortName" -> Heading.SHORT_NAME;
            case "parent" -> Heading.SUPERIOR;
            case "unit" -> Heading.UNIT;
            case "title" -> Heading.TITLE;
            case "role" -> Heading.ROLE;
            case "login" -> Heading.LOGIN;
            case "first", "last" -> Heading.FIRST;
            default -> headingOf(act);
        };
    }
}
