package org.mingbai.ledger;

import static org.mingbai.ledger.Lifecycle.accept;
import static org.mingbai.ledger.Lifecycle.refuse;

/// From being brought in to standing on the list, or going another way.
final class Listing {

    private Listing() {}

    static Ruling verify(Act.Verify act, Matter matter, Policy policy) {
        int passed = layersPassed(matter);
        return passed < policy.verification().size()
                ? accept(new Entry.Verified(passed, act.remark()))
                : refuse(new Refusal.AllVerified());
    }

    static Ruling putOnList(Act.PutOnList act, Matter matter, Policy policy) {
        int passed = layersPassed(matter);
        return passed == policy.verification().size()
                ? accept(new Entry.Listed(act.remark()))
                : refuse(new Refusal.VerificationMissing(passed, policy.verification().size()));
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

    /// The other side of a merge.
    static Ruling takeIn(Matter kept, Matter joining) {
        if (!kept.register().equals(joining.register())) {
            return refuse(new Refusal.MergeIntoAnotherRegister());
        }
        return kept.open()
                ? accept(new Entry.Joined(joining.id()))
                : refuse(new Refusal.MergeIntoClosed(kept.stage().named()));
    }

    private static int layersPassed(Matter matter) {
        return matter.stage() instanceof Stage.Raised(int passed) ? passed : 0;
    }
}
