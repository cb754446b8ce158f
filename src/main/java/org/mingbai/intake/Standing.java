package org.mingbai.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.Right;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.Subject;
import org.springframework.stereotype.Component;

/// Who has to do with a voice: those who have to do with its matter, or with the one its matter was joined to.
@Component
class Standing {

    private final Ledger ledger;

    Standing(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Where it is worked on: the matter itself, or the one it was joined to.
    Optional<Matter> workedOn(TenantId tenant, MatterId id) {
        return ledger.kept(tenant, id)
                .flatMap(matter -> matter.stage() instanceof Stage.Merged(var into, _, _) ? ledger.kept(tenant, into) : Optional.of(matter));
    }

    /// The same, for one who may know of it.
    Optional<Matter> seen(SignedIn who, MatterId id) {
        return workedOn(who.tenant(), id).flatMap(matter -> ledger.matter(who, matter.id()));
    }

    /// What it was about when it began here: as it was raised, or as the ledger told it that it was taken over from.
    static Subject first(List<Line> journal) {
        return switch (journal.getFirst().entry()) {
            case Entry.Raised raised -> raised.subject();
            case Entry.TakenOver taken -> taken.subject();
            case Entry other -> throw new IllegalStateException("A journal begins with " + other);
        };
    }

    /// The post in which somebody who sees the matter may do this about those who raised it: at work on it, asking for the verdict, or signing.
    Optional<Seat> postFor(SignedIn who, Matter matter, Right right) {
        return Stream.of(ActKind.CONTACT, ActKind.RECORD_VERDICT, ActKind.CLOSE)
                .flatMap(kind -> ledger.postsFor(who, matter, kind).stream())
                .filter(seat -> who.holds(seat) && Access.rightsOf(seat.role()).contains(right))
                .findFirst();
    }
}
