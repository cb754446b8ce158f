package org.mingbai.directory.telling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The letters that did not arrive, for whoever keeps the system. What stands in them is not theirs to read.
@Component
public class Deliveries {

    private final LetterTable table;
    private final AuditTrail audit;
    private final Clock clock;

    Deliveries(LetterTable table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param toPerson whether it is for a person, else for an address outside
    /// @param next     when it is tried again, unless it is given up
    /// @param why      key of a phrase, or what the other side said
    public record Undelivered(long id, boolean toPerson, String to, int attempts, OffsetDateTime writtenAt, OffsetDateTime next, boolean givenUp,
                              String why) {}

    /// Those tried in vain so far, the newest first, before that one.
    public List<Undelivered> undelivered(TenantId tenant, long before, int limit) {
        return table.undelivered(tenant, before, limit);
    }

    /// Tries it again, as often as at first. False when it has arrived meanwhile, or is being tried.
    @Transactional
    public boolean again(Keeper by, long id) {
        boolean again = table.again(by.tenant(), id, OffsetDateTime.now(clock));
        if (again) {
            audit.sentAgain(by, id);
        }
        return again;
    }
}
