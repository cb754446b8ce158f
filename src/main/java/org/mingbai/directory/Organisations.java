package org.mingbai.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Founds, changes, moves and closes units. One verb, one transaction; every verb leaves an audit line.
@Component
public class Organisations {

    static final Wording NAME = new Wording("name", 100, true);
    static final Wording SHORT_NAME = new Wording("shortName", 30, false);

    private static final OrganisationId NONE = new OrganisationId(0);

    private final OrganisationTable table;
    private final PostTable posts;
    private final AuditTable audit;
    private final Writing writing;

    Organisations(OrganisationTable table, PostTable posts, AuditTable audit, Writing writing) {
        this.table = table;
        this.posts = posts;
        this.audit = audit;
        this.writing = writing;
    }

    /// How a unit is described by whoever keeps it. The code is as typed; empty is none.
    public record Description(String name, String shortName, OrganisationKind kind, String creditCode) {

        public static Description of(String name, OrganisationKind kind) {
            return new Description(name, "", kind, "");
        }

        Description tidied() {
            return new Description(Wording.tidy(name), Wording.tidy(shortName), kind, CreditCode.plain(creditCode));
        }
    }

    public Answer<OrganisationId> found(Keeper by, Optional<OrganisationId> parent, Description described, Span validity,
            Optional<OrganisationId> predecessor) {
        return found(by, parent, described, validity, predecessor, Optional.empty());
    }

    /// `form` is the key of the form it came by: the same form twice founds one unit.
    public Answer<OrganisationId> found(Keeper by, Optional<OrganisationId> parent, Description described, Span validity,
            Optional<OrganisationId> predecessor, Optional<UUID> form) {
        var tidy = described.tidied();
        var content = List.of("organisation", parent, tidy, validity, predecessor);
        return writing.once(by.tenant(), form, content, OrganisationId::new, OrganisationId::value, () -> {
            var flaws = flawsOf(by.tenant(), tidy, parent, NONE);
            if (validity.isBackwards()) {
                flaws.add(new Refusal.EndsBeforeItStarts());
            }
            parent.ifPresent(id -> flaws.addAll(mustBeThere(by.tenant(), id, "parent", validity.first())));
            predecessor.filter(id -> table.find(by.tenant(), id).isEmpty())
                    .ifPresent(id -> flaws.add(new Refusal.NoSuchUnit("predecessor")));
            if (!flaws.isEmpty()) {
                return Answer.refused(flaws);
            }
            var unit = new Organisation(table.nextId(), parent, tidy.name(), tidy.shortName(), tidy.kind(),
                    codeOf(tidy), validity, predecessor, 1);
            table.insert(by.tenant(), unit);
            audit.write(by, AuditAct.ORGANISATION_FOUNDED, AuditTable.Subject.of(unit), Map.of(), told(by.tenant(), unit));
            return Answer.done(unit.id());
        });
    }

    /// Renames a unit or corrects what is said of it. `version` is the one the keeper saw.
    public Answer<Integer> change(Keeper by, OrganisationId id, int version, Description described) {
        var tidy = described.tidied();
        return rewrite(by, id, version, AuditAct.ORGANISATION_CHANGED, unit -> {
            var flaws = flawsOf(by.tenant(), tidy, unit.parent(), id);
            return flaws.isEmpty()
                    ? Answer.done(now -> new Organisation(id, now.parent(), tidy.name(), tidy.shortName(), tidy.kind(),
                            codeOf(tidy), now.validity(), now.predecessor(), now.version()))
                    : Answer.refused(flaws);
        });
    }

    /// Puts a unit, with all below it, under another; without one it stands at the top.
    public Answer<Integer> move(Keeper by, OrganisationId id, int version, Optional<OrganisationId> parent) {
        return rewrite(by, id, version, AuditAct.ORGANISATION_MOVED, unit -> {
            var flaws = new ArrayList<Refusal>();
            if (parent.isPresent()) {
                var tree = treeNow(by.tenant());
                var superior = tree.unit(parent.get());
                if (superior.isEmpty()) {
                    flaws.add(new Refusal.NoSuchUnit("parent"));
                } else if (tree.isWithin(parent.get(), id)) {
                    flaws.add(new Refusal.BelowItself(superior.get().name()));
                } else if (!superior.get().active()) {
                    flaws.add(new Refusal.UnitNotThereThen("parent", superior.get().name()));
                }
            }
            if (table.nameTaken(by.tenant(), parent, unit.name(), id)) {
                flaws.add(new Refusal.NameTaken(unit.name()));
            }
            return flaws.isEmpty()
                    ? Answer.done(now -> new Organisation(id, parent, now.name(), now.shortName(), now.kind(), now.creditCode(),
                            now.validity(), now.predecessor(), now.version()))
                    : Answer.refused(flaws);
        });
    }

    /// Closes a unit after its last day. Its units and posts have to be moved or ended first: nothing may fall silent.
    public Answer<Integer> close(Keeper by, OrganisationId id, int version, LocalDate last) {
        return rewrite(by, id, version, AuditAct.ORGANISATION_CLOSED, unit -> {
            var flaws = new ArrayList<Refusal>();
            unit.validity().end().ifPresent(day -> flaws.add(new Refusal.AlreadyClosed(day)));
            if (last.isBefore(unit.validity().first())) {
                flaws.add(new Refusal.EndsBeforeItStarts());
            }
            int units = table.openBelow(by.tenant(), id, last);
            if (units > 0) {
                flaws.add(new Refusal.StillHasUnits(units));
            }
            int filled = posts.openAt(by.tenant(), id, last);
            if (filled > 0) {
                flaws.add(new Refusal.StillHasPosts(filled));
            }
            return flaws.isEmpty()
                    ? Answer.done(now -> new Organisation(id, now.parent(), now.name(), now.shortName(), now.kind(), now.creditCode(),
                            new Span(now.validity().first(), last), now.predecessor(), now.version()))
                    : Answer.refused(flaws);
        });
    }

    private Answer<Integer> rewrite(Keeper by, OrganisationId id, int version, AuditAct act,
            java.util.function.Function<Organisation, Answer<UnaryOperator<Organisation>>> rule) {
        return writing.alone(by.tenant(), () -> {
            var found = table.find(by.tenant(), id);
            if (found.isEmpty()) {
                return Answer.refused(new Refusal.NoSuchUnit(""));
            }
            var before = found.get();
            if (before.version() != version) {
                return Answer.refused(new Refusal.ChangedMeanwhile(before.version()));
            }
            return rule.apply(before).map(change -> {
                var after = raised(change.apply(before));
                if (told(by.tenant(), after).equals(told(by.tenant(), before))) {
                    return before.version();
                }
                if (!table.update(by.tenant(), after)) {
                    throw new IllegalStateException("unit " + id + " was changed outside the queue");
                }
                audit.write(by, act, AuditTable.Subject.of(after), told(by.tenant(), before), told(by.tenant(), after));
                return after.version();
            });
        });
    }

    private List<Refusal> flawsOf(TenantId tenant, Description tidy, Optional<OrganisationId> parent, OrganisationId self) {
        var flaws = new ArrayList<Refusal>();
        flaws.addAll(NAME.flawsOf(tidy.name()));
        flaws.addAll(SHORT_NAME.flawsOf(tidy.shortName()));
        if (flaws.isEmpty() && table.nameTaken(tenant, parent, tidy.name(), self)) {
            flaws.add(new Refusal.NameTaken(tidy.name()));
        }
        if (!tidy.creditCode().isEmpty()) {
            CreditCode.flawOf(tidy.creditCode()).ifPresentOrElse(
                    flaw -> flaws.add(new Refusal.BadCreditCode(flaw)),
                    () -> table.holderOf(tenant, new CreditCode(tidy.creditCode()), self)
                            .ifPresent(holder -> flaws.add(new Refusal.CreditCodeTaken(holder))));
        }
        return flaws;
    }

    private List<Refusal> mustBeThere(TenantId tenant, OrganisationId id, String field, LocalDate day) {
        var unit = table.find(tenant, id);
        if (unit.isEmpty()) {
            return List.of(new Refusal.NoSuchUnit(field));
        }
        return unit.get().validity().contains(day) ? List.of() : List.of(new Refusal.UnitNotThereThen(field, unit.get().name()));
    }

    private OrganisationTree treeNow(TenantId tenant) {
        return new OrganisationTree(table.all(tenant).stream().map(unit ->
                new OrganisationTree.Unit(unit.id(), unit.parent(), unit.name(), unit.validity().last() == null)).toList());
    }

    private static Optional<CreditCode> codeOf(Description tidy) {
        return tidy.creditCode().isEmpty() ? Optional.empty() : Optional.of(new CreditCode(tidy.creditCode()));
    }

    private static Organisation raised(Organisation unit) {
        return new Organisation(unit.id(), unit.parent(), unit.name(), unit.shortName(), unit.kind(), unit.creditCode(),
                unit.validity(), unit.predecessor(), unit.version() + 1);
    }

    private Map<String, String> told(TenantId tenant, Organisation unit) {
        var told = new LinkedHashMap<String, String>();
        told.put("name", unit.name());
        told.put("shortName", unit.shortName());
        told.put("kind", unit.kind().name());
        told.put("creditCode", unit.creditCode().map(CreditCode::value).orElse(""));
        told.put("parent", named(tenant, unit.parent()));
        told.put("predecessor", named(tenant, unit.predecessor()));
        told.put("first", unit.validity().first().toString());
        told.put("last", unit.validity().end().map(LocalDate::toString).orElse(""));
        told.values().removeIf(String::isEmpty);
        return told;
    }

    /// The name it had then, with the number that stays.
    private String named(TenantId tenant, Optional<OrganisationId> unit) {
        return unit.flatMap(id -> table.find(tenant, id)).map(found -> found.name() + " #" + found.id().value()).orElse("");
    }
}
