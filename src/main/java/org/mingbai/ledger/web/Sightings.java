package org.mingbai.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import org.mingbai.directory.Directory;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Lifecycle;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Registers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Lays a matter before somebody. One that is not there and one he may not know of are the same: not found.
@Component
class Sightings {

    private final Ledger ledger;
    private final Registers registers;
    private final Directory directory;
    private final Lamps lamps;
    private final Clock clock;

    Sightings(Ledger ledger, Registers registers, Directory directory, Lamps lamps, Clock clock) {
        this.ledger = ledger;
        this.registers = registers;
        this.directory = directory;
        this.lamps = lamps;
        this.clock = clock;
    }

    Seen of(SignedIn who, long id) {
        var journal = ledger.journalOf(who, new MatterId(id));
        if (journal.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var matter = Lifecycle.replay(new MatterId(id), journal);
        var today = LocalDate.now(clock);
        return new Seen(who, matter, journal, registers.register(who.tenant(), matter.register()).orElseThrow(),
                registers.policy(who.tenant(), matter.register(), matter.policyVersion()), new Folk(directory, who, today, journal), today,
                lamps.light(who.tenant(), matter), lamps.offer(who.tenant(), matter));
    }
}
