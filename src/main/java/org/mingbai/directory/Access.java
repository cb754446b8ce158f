package org.mingbai.directory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The one place that decides who may see and do what: pages, lists, counts, searches, files and interfaces ask here.
public final class Access {

    /// h handler, c checker, a approver, k coordinator, v verdict-taker, l leader, r auditor (reads, changes nothing);
    /// S system, T security, U audit administrator, who see no matters.
    private static final String TABLE = """
                             h c a k v l r   S T U
            OWN_ACCOUNT      x x x x x x x   x x x
            SEE_MATTERS      x x x x x x x   . . .
            RAISE            x x x x x x .   . . .
            ACT_ON_MATTERS   x x x x x x .   . . .
            LIST_AND_ASSIGN  . . . x . x .   . . .
            KEEP_DISPATCH    . . . x . . .   . . .
            RECORD_VERDICTS  . . . . x . .   . . .
            REVEAL_REPORTER  x . . x x . .   . . .
            REVEAL_GUARDED   . . . x x . .   . . .
            SEE_VAULT_LOG    . . . . . . x   . . .
            KEEP_REQUESTS    . . x x . . .   . . .
            KEEP_CHANNELS    . . . x . . .   . . .
            WRITE_ANSWERS    x . . x . . .   . . .
            APPROVE_ANSWERS  . . x . . x .   . . .
            SEE_LETTERS      . . x x . x x   . . .
            KEEP_LETTERS     . . . x . . .   . . .
            PUBLISH_OUTCOMES . . . x . x .   . . .
            IMPORT_LEDGER    . . . x . . .   . . .
            EXPORT_LEDGER    x x x x x x x   . . .
            KEEP_REGISTERS   . . . x . . .   . . .
            KEEP_CALENDAR    . . . x . . .   . . .
            DRAFT_SLIPS      . . . x . . .   . . .
            SIGN_SLIPS       . . x . . x .   . . .
            SIGN_TALKS       . . . . . x .   . . .
            ANSWER_SLIPS     x . . . . . .   . . .
            KEEP_SLIPS       . . . x . . .   . . .
            KEEP_SLIP_RULES  . . x x . x .   . . .
            SUPERVISE        . . . x . x .   . . .
            SEE_SUPERVISION  . . x x . x x   . . .
            WRITE_BRIEFS     . . x x . x .   . . .
            CALL_OUT         x . . x . . .   . . .
            SEE_TIME_RULES   x x x x x x x   . . .
            KEEP_TIME_RULES  . . . x . . .   . . .
            SEE_BURDEN       x x x x x x x   . . .
            MAKE_DEMANDS     . . . x . x .   . . .
            KEEP_CEILING     . . . x . . .   . . .
            KEEP_FORMULA     . . . x . . .   . . .
            KEEP_CALL_BACKS  . . . x . . .   . . .
            KEEP_CAMPAIGNS   . . . x . . .   . . .
            ASK_EXCLUSION    x . . . . . .   . . .
            DECIDE_EXCLUSION . . x . . . .   . . .
            SEE_DIRECTORY    x x x x x x x   x x x
            KEEP_DIRECTORY   . . . . . . .   x . .
            KEEP_ACCOUNTS    . . . . . . .   . x .
            IMPORT_DIRECTORY . . . . . . .   x x .
            SEE_AUDIT        . . . . . . .   . . x
            KEEP_DELIVERY    . . . . . . .   x . .
            ADMINISTER       . . . . . . .   x x x
            """;

    private static final Map<Role, Set<Right>> RIGHTS = read();

    private Access() {}

    public static Set<Right> rightsOf(Role role) {
        return RIGHTS.get(role);
    }

    /// What somebody may do in any of their seats. One who fills no seat has only their own account.
    public static Set<Right> rightsOf(SignedIn who) {
        var rights = EnumSet.of(Right.PUBLIC, Right.OWN_ACCOUNT);
        who.seats().forEach(seat -> rights.addAll(rightsOf(seat.role())));
        return rights;
    }

    public static boolean may(SignedIn who, Right right) {
        return right == Right.PUBLIC || right == Right.OWN_ACCOUNT
                || who.seats().stream().anyMatch(seat -> rightsOf(seat.role()).contains(right));
    }

    /// The units in which somebody may do this: where a role that has the right is theirs.
    public static Set<OrganisationId> unitsWhere(SignedIn who, Right right) {
        return who.seats().stream().filter(seat -> rightsOf(seat.role()).contains(right)).map(Seat::unit).collect(toUnmodifiableSet());
    }

    /// A person sees the matters in which a unit of theirs, or one below it, has a part.
    public static Sight sightOf(SignedIn who, OrganisationTree tree) {
        var own = unitsWhere(who, Right.SEE_MATTERS);
        if (own.isEmpty() || who.seats().stream().anyMatch(seat -> seat.role().administrates())) {
            return new Sight.Nothing();
        }
        if (tree.tops().size() == 1 && own.containsAll(tree.tops())) {
            return new Sight.Everything();
        }
        var units = new HashSet<OrganisationId>();
        own.forEach(unit -> units.addAll(tree.within(unit)));
        return new Sight.Within(Set.copyOf(units));
    }

    /// Matters that complain of one of these units are kept from this person, whatever else they see (I4): units of theirs, and all that stand
    /// above those. Whoever sits in an office that keeps a register is kept only from what complains of that office: somebody has to take on
    /// what complains of those above.
    public static Set<OrganisationId> keptFrom(SignedIn who, OrganisationTree tree, Set<OrganisationId> offices) {
        var units = new HashSet<OrganisationId>();
        unitsWhere(who, Right.SEE_MATTERS).forEach(unit -> {
            if (offices.contains(unit)) {
                units.add(unit);
            } else {
                units.addAll(tree.lineOf(unit));
            }
        });
        return Set.copyOf(units);
    }

    /// Whether somebody reads what people outside said as the unit that took it down typed it: those who work there. Others, those above it
    /// too, read it with the numbers masked and open it for a purpose.
    public static boolean readsAsTyped(SignedIn who, OrganisationId takenDownBy) {
        return unitsWhere(who, Right.SEE_MATTERS).contains(takenDownBy);
    }

    /// What is asked of a unit is seen by the unit, and by those above it; by whoever may ask, of every unit: they are to look before they add to it.
    public static Sight burdenOf(SignedIn who, OrganisationTree tree) {
        return may(who, Right.MAKE_DEMANDS) ? new Sight.Everything() : sightOf(who, tree);
    }

    /// The opinion letters of one's own units and of those below: of the units in which one may see letters, whatever else one does elsewhere.
    public static Sight lettersOf(SignedIn who, OrganisationTree tree) {
        var own = unitsWhere(who, Right.SEE_LETTERS);
        if (tree.tops().size() == 1 && own.containsAll(tree.tops())) {
            return new Sight.Everything();
        }
        var units = new HashSet<OrganisationId>();
        own.forEach(unit -> units.addAll(tree.within(unit)));
        return units.isEmpty() ? new Sight.Nothing() : new Sight.Within(Set.copyOf(units));
    }

    private static Map<Role, Set<Right>> read() {
        var rights = new EnumMap<Role, Set<Right>>(Role.class);
        for (var role : Role.values()) {
            rights.put(role, EnumSet.of(Right.PUBLIC));
        }
        TABLE.lines().skip(1).map(line -> line.strip().split(" +")).forEach(cells -> {
            for (var role : Role.values()) {
                if (cells[1 + role.ordinal()].equals("x")) {
                    rights.get(role).add(Right.valueOf(cells[0]));
                }
            }
        });
        return rights;
    }
}
