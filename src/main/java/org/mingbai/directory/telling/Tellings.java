package org.mingbai.directory.telling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells people, within the transaction of the cause: if that is undone, nobody was told. Letters leave later, after the commit.
@Component
public class Tellings {

    private final TellingTable table;
    private final ReachTable reaches;
    private final HookTable hooks;
    private final Directory directory;
    private final MailSettings mail;
    private final TellingSettings settings;
    private final Clock clock;

    Tellings(TellingTable table, ReachTable reaches, HookTable hooks, Directory directory, MailSettings mail, TellingSettings settings, Clock clock) {
        this.table = table;
        this.reaches = reaches;
        this.hooks = hooks;
        this.directory = directory;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
    }

    /// Tells each of these people once; who was told of the same cause before is left in peace.
    public void tell(TenantId tenant, Collection<PersonId> people, Telling telling) {
        mustBeWithinItsCause();
        var to = List.copyOf(new LinkedHashSet<>(people));
        if (to.isEmpty()) {
            return;
        }
        var now = ZonedDateTime.now(clock);
        // Where no letter goes out, nobody's wishes for letters are asked.
        var known = mail.sends() ? reaches.of(tenant, to) : Map.<PersonId, Reach>of();
        var from = to.stream().map(person -> letterFrom(known.getOrDefault(person, Reach.USUAL), now, telling.urgent())).toList();
        table.insert(tenant, to, from, telling, now.toOffsetDateTime());
    }

    /// Tells the group chats and programs that are told what this unit is told: its own, and those of the units it stands below.
    public void tellUnit(TenantId tenant, OrganisationId unit, Telling telling) {
        mustBeWithinItsCause();
        if (!hooks.any(tenant)) {
            return;
        }
        var now = ZonedDateTime.now(clock);
        var from = telling.urgent() ? now : Reach.afterQuiet(now.plus(settings.gather()), Reach.USUAL.quietFrom(), Reach.USUAL.quietUntil());
        table.insertForHooks(tenant, directory.treeOf(tenant).lineOf(unit), from.toOffsetDateTime(), telling, now.toOffsetDateTime());
    }

    /// What was told of this topic is no longer so: it counts as read, and no letter carries it any more.
    public void settle(TenantId tenant, String topic) {
        mustBeWithinItsCause();
        table.settle(tenant, topic, OffsetDateTime.now(clock));
    }

    private Optional<OffsetDateTime> letterFrom(Reach reach, ZonedDateTime now, boolean urgent) {
        return mail.sends()
                ? reach.from(urgent ? now : now.plus(settings.gather()), urgent).map(ZonedDateTime::toOffsetDateTime)
                : Optional.empty();
    }

    private static void mustBeWithinItsCause() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("told outside the transaction of its cause");
        }
    }
}
