package org.mingbai.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets people in and knows who they are afterwards.
///
/// A wrong password, an unknown login, a locked and a closed account get one answer in one time: whoever guesses
/// learns nothing. Attempts on one login queue, so that guesses made at once cannot outrun their count.
@Component
public class SignIn {

    private static final Duration REFUSAL_TAKES = Duration.ofMillis(250);
    private static final Lock[] QUEUES = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);
    private static final Semaphore HASHING = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private final AccountTable accounts;
    private final Accounts keeping;
    private final Directory directory;
    private final AuditTable audit;
    private final Writing writing;
    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final UnknownLogins unknown;
    private final Clock clock;

    SignIn(AccountTable accounts, Accounts keeping, Directory directory, AuditTable audit, Writing writing,
            Snapshots snapshots, PlatformTransactionManager transactions, UnknownLogins unknown, Clock clock) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.directory = directory;
        this.audit = audit;
        this.writing = writing;
        this.snapshots = snapshots;
        this.transaction = new TransactionTemplate(transactions);
        this.unknown = unknown;
        this.clock = clock;
    }

    public sealed interface Attempt {

        record Welcome(Ticket ticket, SignedIn who, boolean mustChangePassword) implements Attempt {}

        /// Wrong, unknown, locked or closed: which of them is not said.
        record NotTaken() implements Attempt {}
    }

    /// `login` may end in `@` and the number of the tenant, where two tenants use the same login.
    public Attempt attempt(String login, String password, String address) {
        long began = System.nanoTime();
        var plain = Accounts.plain(login);
        var queue = QUEUES[Math.floorMod(plain.hashCode(), QUEUES.length)];
        queue.lock();
        Attempt attempt;
        try {
            attempt = tried(plain, password, address);
        } finally {
            queue.unlock();
        }
        if (attempt instanceof Attempt.NotTaken) {
            LockSupport.parkNanos(REFUSAL_TAKES.toNanos() - (System.nanoTime() - began));
        }
        return attempt;
    }

    private Attempt tried(String login, String password, String address) {
        var found = accountOf(login);
        boolean right = matches(password, found.map(AccountTable.Locked::secret).orElse(Passwords.NOBODYS));
        if (found.isEmpty()) {
            unknown.tell(login, address);
            return new Attempt.NotTaken();
        }
        return transaction.execute(status -> judged(found.get(), right, address));
    }

    private Attempt judged(AccountTable.Locked found, boolean right, String address) {
        var tenant = found.tenant();
        var account = found.account();
        var rules = keeping.rulesOf(tenant);
        var now = OffsetDateTime.now(clock);
        if (account.lockedUntil().filter(now::isBefore).isPresent()) {
            return new Attempt.NotTaken();
        }
        var who = directory.actingAs(tenant, account.person()).orElseThrow();
        var by = Keeper.of(who, address);
        var subject = AuditTable.Subject.of(account.person(), account.name());
        if (!right) {
            countFailure(found, rules, now, by, subject);
            return new Attempt.NotTaken();
        }
        if (account.closed() || isLapsed(account, rules, who, now)) {
            audit.write(by, AuditAct.SIGN_IN_FAILED, subject, Map.of(), Map.of("reason", account.closed() ? "closed" : "unused"));
            return new Attempt.NotTaken();
        }
        accounts.signedIn(tenant, account.person(), now);
        audit.write(by, AuditAct.SIGNED_IN, subject, Map.of(), Map.of());
        return new Attempt.Welcome(new Ticket(tenant.value(), account.person().value(), found.epoch()), who,
                account.mustChange() || isOld(found.secretSince(), rules));
    }

    private void countFailure(AccountTable.Locked found, SignInRules rules, OffsetDateTime now, Keeper by, AuditTable.Subject subject) {
        int failures = found.failures() + 1;
        boolean locks = failures >= rules.failuresMax();
        accounts.failed(found.tenant(), found.account().person(), locks ? 0 : failures, locks ? now.plusMinutes(rules.lockMinutes()) : null);
        audit.write(by, AuditAct.SIGN_IN_FAILED, subject, Map.of(), Map.of("failures", String.valueOf(failures)));
        if (locks) {
            audit.write(by, AuditAct.SIGN_IN_LOCKED, subject, Map.of(), Map.of("minutes", String.valueOf(rules.lockMinutes())));
        }
    }

    /// Whoever holds this ticket as they stand today; empty when the account is closed or has another password since.
    public Optional<Presence> present(Ticket ticket) {
        var today = LocalDate.now(clock);
        return snapshots.answer(ticket.tenantId(), new PresentOn(ticket, today), () -> {
            var tenant = ticket.tenantId();
            var person = ticket.personId();
            return directory.standingOf(tenant, person)
                    .filter(standing -> !standing.closed() && standing.epoch() == ticket.epoch())
                    .flatMap(standing -> directory.actingAs(tenant, person).map(who -> {
                        var rules = keeping.rulesOf(tenant);
                        return new Presence(who, Access.rightsOf(who), unitOf(who, today), lentTo(who, today),
                                standing.mustChange() || isOld(standing.secretSince(), rules), Duration.ofMinutes(rules.idleMinutes()));
                    }));
        });
    }

    /// Whoever has this login, as they stand today, for a command line: who runs it holds the data itself and is asked for no password.
    /// Empty where nobody could sign in with it: unknown, closed, or unused for too long.
    public Optional<Presence> presentAs(TenantId tenant, String login) {
        return accounts.find(tenant, Accounts.plain(login))
                .filter(account -> directory.actingAs(tenant, account.person())
                        .filter(who -> !isLapsed(account, keeping.rulesOf(tenant), who, OffsetDateTime.now(clock))).isPresent())
                .flatMap(account -> directory.standingOf(tenant, account.person())
                        .flatMap(standing -> present(new Ticket(tenant.value(), account.person().value(), standing.epoch()))));
    }

    /// One's own password. Sessions elsewhere end; the ticket returned is for the one at hand. Wrong tries count as they do at the sign-in:
    /// a screen left alone is no place to guess at.
    public Answer<Ticket> changePassword(SignedIn who, String address, String current, String password, String again) {
        var queue = QUEUES[Math.floorMod(who.person().hashCode(), QUEUES.length)];
        queue.lock();
        try {
            return changedPassword(who, address, current, password, again);
        } finally {
            queue.unlock();
        }
    }

    private Answer<Ticket> changedPassword(SignedIn who, String address, String current, String password, String again) {
        var found = accounts.locked(who.tenant(), who.person());
        if (found.isEmpty()) {
            return Answer.refused(new Refusal.NoAccount());
        }
        var rules = keeping.rulesOf(who.tenant());
        var now = OffsetDateTime.now(clock);
        if (found.get().account().lockedUntil().filter(now::isBefore).isPresent()) {
            return Answer.refused(new Refusal.TooManyTries(rules.lockMinutes()));
        }
        var flaws = new ArrayList<Refusal>();
        if (!matches(current, found.get().secret())) {
            transaction.executeWithoutResult(_ -> countFailure(found.get(), rules, now, Keeper.of(who, address),
                    AuditTable.Subject.of(who.person(), who.name())));
            flaws.add(new Refusal.WrongPassword());
        }
        flaws.addAll(Passwords.flawsOf(password, found.get().account().login(), rules));
        if (!password.equals(again)) {
            flaws.add(new Refusal.PasswordsDiffer());
        }
        if (flaws.isEmpty() && current.equals(password)) {
            flaws.add(new Refusal.PasswordAsBefore());
        }
        if (!flaws.isEmpty()) {
            return Answer.refused(flaws);
        }
        var secret = Passwords.hash(password);
        return writing.alone(who.tenant(), () -> {
            accounts.changeSecret(who.tenant(), who.person(), secret, false, now);
            audit.write(Keeper.of(who, address), AuditAct.PASSWORD_CHANGED, AuditTable.Subject.of(who.person(), who.name()), Map.of(), Map.of());
            return Answer.done(new Ticket(who.tenant().value(), who.person().value(), found.get().epoch() + 1));
        });
    }

    public void signedOut(SignedIn who, String address) {
        audit.write(Keeper.of(who, address), AuditAct.SIGNED_OUT, AuditTable.Subject.of(who.person(), who.name()), Map.of(), Map.of());
    }

    private Optional<AccountTable.Locked> accountOf(String login) {
        int at = login.lastIndexOf('@');
        var matching = accounts.byLogin(at < 0 ? login : login.substring(0, at)).stream()
                .filter(found -> at < 0 || login.substring(at + 1).equals(String.valueOf(found.tenant().value()))).toList();
        return matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty();
    }

    private static boolean matches(String password, String secret) {
        HASHING.acquireUninterruptibly();
        try {
            return Passwords.matches(password, secret);
        } finally {
            HASHING.release();
        }
    }

    private boolean isOld(OffsetDateTime since, SignInRules rules) {
        return rules.passwordAgeDaysMax() > 0 && since.plusDays(rules.passwordAgeDaysMax()).isBefore(OffsetDateTime.now(clock));
    }

    private static boolean isLapsed(Account account, SignInRules rules, SignedIn who, OffsetDateTime now) {
        var used = account.lastSignIn().filter(account.openedAt()::isBefore).orElse(account.openedAt());
        return rules.unusedDaysMax() > 0 && used.plusDays(rules.unusedDaysMax()).isBefore(now)
                && who.seats().stream().noneMatch(seat -> seat.role().administrates());
    }

    private String unitOf(SignedIn who, LocalDate today) {
        return directory.postsOf(who.tenant(), who.person()).stream().filter(post -> post.span().contains(today)).findFirst()
                .flatMap(post -> directory.treeOf(who.tenant()).unit(post.seat().unit())).map(OrganisationTree.Unit::name).orElse("");
    }

    private List<Presence.Lent> lentTo(SignedIn who, LocalDate today) {
        return directory.standInsBy(who.tenant(), who.person()).stream()
                .filter(lent -> lent.span().contains(today) && lent.post().span().contains(today))
                .map(lent -> new Presence.Lent(directory.personName(who.tenant(), lent.post().person()), lent.span().end().orElseThrow()))
                .toList();
    }

    private record PresentOn(Ticket ticket, LocalDate day) {}
}
