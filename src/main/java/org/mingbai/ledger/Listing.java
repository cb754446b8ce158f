package org.mingbai.ledger;

import static org.mingbai.ledger.Lifecycle.accept;
import static org.mingbai.ledger.Lifecycle.refuse;

import java.util.EnumSet;
import java.util.Set;

/// From being brought in to standing on the list, or going another way.
final class Listing {

    /// Where a matter is still being worked on.
    private static final Set<StageName> BEFORE_CLAIM = EnumSet.range(StageName.RAISED, StageName.PARKED);

    private Listing() {}

    static Ruling verify(Act.Verify act, Matter matter) {
        return accept(new Entry.Verified(layersPassed(matter), act.remark()));
    }

    static boolean allVerified(Matter matter, Policy policy) {
        return layersPassed(matter) == policy.verification().size();
    }

    static Ruling putOnList(Act.PutOnList act, Matter matter, Policy policy) {
        return allVerified(matter, policy)
                ? accept(new Entry.Listed(act.remark()))
                : refuse(new Refusal.VerificationMissing(layersPassed(matter), policy.verification().size()));
    }

    /// Whether the other matter can take it in is asked of the ledger, which has both.
    static Ruling merge(Act.Merge act, Matter matter) {
        if (act.into().equals(matter.id())) {
            return refuse(new Refusal.MergeIntoItself());
        }
        if (!matter.joined().isEmpty()) {
            return refuse(new Refusal.JoinedByOthers(matter.joined().size()));
        }
        return accept(new Entry.Merged(act.into(), act.reason()));
    }

    /// What was once answered here was ours: another round of it can be worked on, not declined.
    static Ruling decline(Act.Decline act, Matter matter) {
        return matter.past().stream().anyMatch(round -> round.claims() > 0)
                ? refuse(new Refusal.AnsweredBefore())
                : accept(new Entry.Declined(act.reason(), act.wayToGo()));
    }

    /// Whoever raised what was joined to it has taken nothing back.
    static Ruling withdraw(Act.Withdraw act, Matter matter) {
        return matter.joined().isEmpty()
                ? accept(new Entry.Withdrawn(act.reason()))
                : refuse(new Refusal.JoinedByOthers(matter.joined().size()));
    }

    /// The other side of a merge. What is already claimed to be done takes nothing in: a fresh complaint would be closed with it.
    static Ruling takeIn(Matter kept, Matter joining) {
        if (!kept.register().equals(joining.register())) {
            return refuse(new Refusal.MergeIntoAnotherRegister());
        }
        if (!kept.concern().keptFrom().equals(joining.concern().keptFrom())) {
            return refuse(new Refusal.MergeAcrossConcern());
        }
        return BEFORE_CLAIM.contains(kept.stage().named())
                ? accept(new Entry.Joined(joining.id()))
                : refuse(new Refusal.MergeIntoClosed(kept.stage().named()));
    }

    private static int layersPassed(Matter matter) {
        return matter.stage() instanceof Stage.Raised(int passed) ? passed : 0;
    }
}
