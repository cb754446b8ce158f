package org.mingbai.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.Tellings;
import org.mingbai.ledger.Registers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells, once a week while there is something to do, whoever may propose or decide it that somebody's time to be kept is over. The clock alone
/// destroys nothing: 个人信息保护法 Art. 47 makes it a duty, and two people carry it out.
@Component
class DestructionsDue {

    private static final Logger LOG = LoggerFactory.getLogger(DestructionsDue.class);
    private static final List<Role> KEEPERS = Arrays.stream(Role.values()).filter(role -> Access.rightsOf(role).contains(Right.KEEP_REQUESTS)).toList();

    private final Tenants tenants;
    private final Directory directory;
    private final Registers registers;
    private final Destructions destructions;
    private final Tellings tellings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DestructionsDue(Tenants tenants, Directory directory, Registers registers, Destructions destructions, Tellings tellings,
            PlatformTransactionManager transactions, Clock clock) {
        this.tenants = tenants;
        this.directory = directory;
        this.registers = registers;
        this.destructions = destructions;
        this.tellings = tellings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(initialDelay = 15, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void look() {
        tenants.all().forEach(tenant -> {
            try {
                look(tenant);
            } catch (RuntimeException e) {
                LOG.warn("Whose time is over is told to tenant {} the next time", tenant.value(), e);
            }
        });
    }

    void look(TenantId tenant) {
        var today = LocalDate.now(clock);
        var week = DateTimeFormatter.ISO_WEEK_DATE.format(today).substring(0, "2026-W01".length());
        keepers(tenant, today).distinct().flatMap(person -> directory.actingAs(tenant, person).stream()).forEach(who -> {
            try {
                transaction.executeWithoutResult(_ -> tell(who, week));
            } catch (RuntimeException e) {
                LOG.warn("Whose time is over is told {} of tenant {} the next time", who.person().value(), tenant.value(), e);
            }
        });
    }

    /// At the offices of registers and above them: what an office led itself, or what complains of it, is decided by its superiors.
    private Stream<PersonId> keepers(TenantId tenant, LocalDate today) {
        var tree = directory.treeOf(tenant);
        return registers.offices(tenant).stream().flatMap(office -> tree.lineOf(office).stream()).distinct()
                .flatMap(unit -> KEEPERS.stream().map(role -> new Seat(unit, role)))
                .flatMap(seat -> directory.holdersOf(tenant, seat, today).stream()).map(Holder::person);
    }

    private void tell(SignedIn who, String week) {
        long toPropose = destructions.overdue(who).stream().filter(it -> it.hindrance().isEmpty()).count();
        long toDecide = destructions.waiting(who).stream().filter(it -> !it.proposedBy().equals(who.person())).count();
        var topic = "destruction/" + who.person().value();
        if (toPropose + toDecide == 0) {
            tellings.settle(who.tenant(), topic);
            return;
        }
        tellings.tell(who.tenant(), List.of(who.person()), Telling.of(topic, topic + "/" + week, "/rights/destruction", "intake.tell.destruction",
                toPropose < Vault.FOUND_MAX ? Long.toString(toPropose) : Vault.FOUND_MAX + "+", toDecide));
    }
}
