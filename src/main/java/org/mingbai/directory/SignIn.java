package org.mingbai.directory;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets people in and knows who they are afterwards.
///
/// A wrong password, an unknown login, a locked and a closed account get one answer in one time: whoever guesses
/// learns nothing. Attempts on one login queue, so that guesses made at once cannot outrun their count.
@Component
public class SignIn {

    private static final int LETTERS_LOOKED_AT = 200;
    private static final Duration REFUSAL_TAKES = Duration.ofMillis(250);

    private final AccountTable accounts;
    private final Accounts keeping;
    private final Directory directory;
    private final AuditTable audit;
    private final SecondFactor second;
    private final WrongTries tries;
    private final Writing writing;
    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final UnknownLogins unknown;
    private final AddressTries addresses;
    private final PasswordRules passwords;
    private final Clock clock;

    SignIn(AccountTable accounts, Accounts keeping, Directory directory, AuditTable audit, SecondFactor second, WrongTries tries, Writing writing,
            Snapshots snapshots, PlatformTransactionManager transactions, UnknownLogins unknown, AddressTries addresses, PasswordRules passwords,
            Clock clock) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.directory = directory;
        this.audit = audit;
        this.second = second;
        this.tries = tries;
        this.writing = writing;
        this.snapshots = snapshots;
        this.transaction = new TransactionTemplate(transactions);
        this.unknown = unknown;
        this.addresses = addresses;
        this.passwords = passwords;
        this.clock = clock;
    }

    public sealed interface Attempt {

        record Welcome(Ticket ticket, SignedIn who, boolean mustChangePassword) implements Attempt {}

        /// The password is right; nobody is signed in before a code is given with this ticket.
        record CodeAsked(Ticket halfway) implements Attempt {}

        /// The password is right, but what would check a code is not at hand.
        record KeysAway() implements Attempt {}

        /// Wrong, unknown, locked or closed: which of them is not said.
        record NotTaken() implements Attempt {}

        /// From this address too many logins were tried in vain; nothing is looked at before that moment.
        record Barred(Instant until) implements Attempt {}
    }

    /// `login` may end in `@` and the number of the tenant, where two tenants use the same login.
    public Attempt attempt(String login, String password, String address) {
        // Nobody has one that long; what is kept of a try is no more than what a login can be.
        var plain = Accounts.plain(login.substring(0, Math.min(login.length(), LETTERS_LOOKED_AT)));
        return unlessBarred(address, () -> {
            var attempt = WrongTries.inTurn(plain, () -> tried(plain, password, address));
            if (attempt instanceof Attempt.NotTaken) {
                addresses.failed(address, plain, accountOf(plain).map(AccountTable.Locked::tenant).or(() -> unknown.meant(plain)));
            } else {
                addresses.succeeded(address, plain);
            }
            return attempt;
        });
    }

    /// The second step, with a code of the app or a recovery code. A wrong one is asked for again; when the account is locked by it, closed, or has
    /// another password since, it begins anew.
    public Attempt attemptCode(Ticket halfway, String code, String address) {
        return unlessBarred(address, () -> {
            var attempt = WrongTries.inTurn(halfway.personId(), () -> transaction.execute(_ -> judgedCode(halfway, code, address)));
            if (attempt instanceof Attempt.Welcome) {
                addresses.succeeded(address, halfway.toString());
            } else {
                addresses.failed(address, halfway.toString(), Optional.of(halfway.tenantId()));
            }
            return attempt;
        });
    }

    /// Looked at again when its turn comes: what is sent at once does not pass before the first of it is counted.
    private Attempt unlessBarred(String address, Supplier<Attempt> made) {
        return barred(address).orElseGet(() -> unhurried(() -> addresses.inTurn(address, () -> barred(address).orElseGet(made))));
    }

    private Optional<Attempt> barred(String address) {
        return addresses.barred(address).map(Attempt.Barred::new);
    }

    private static Attempt unhurried(Supplier<Attempt> made) {
        long began = System.nanoTime();
        var attempt = made.get();
        if (!(attempt instanceof Attempt.Welcome)) {
            LockSupport.parkNanos(REFUSAL_TAKES.toNanos() - (System.nanoTime() - began));
        }
        return attempt;
    }

    private Attempt tried(String login, String password, String address) {
        var found = accountOf(login);
        boolean right = Passwords.matches(password, found.map(AccountTable.Locked::secret).orElse(Passwords.NOBODYS));
        if (found.isEmpty()) {
            unknown.tell(login, address);
            return new Attempt.NotTaken();
        }
        return transaction.execute(_ -> accounts.alone(found.get().tenant(), found.get().account().person())
                .filter(now -> now.epoch() == found.get().epoch()).map(now -> judged(now, right, address)).orElseGet(Attempt.NotTaken::new));
    }

    private Attempt judged(AccountTable.Locked found, boolean right, String address) {
        var tenant = found.tenant();
        var account = found.account();
        var rules = keeping.rulesOf(tenant);
        var now = OffsetDateTime.now(clock);
        if (tries.isLocked(found)) {
            return new Attempt.NotTaken();
        }
        var who = directory.actingAs(tenant, account.person()).orElseThrow();
        var by = Keeper.of(who, address);
        var subject = AuditTable.Subject.of(account.person(), account.name());
        if (!right) {
            tries.count(found, rules, by, "password", 0);
            return new Attempt.NotTaken();
        }
        if (account.closed() || isLapsed(account, rules, who, now)) {
            audit.write(by, AuditAct.SIGN_IN_FAILED, subject, Map.of(), Map.of("reason", account.closed() ? "closed" : "unused"));
            return new Attempt.NotTaken();
        }
        if (second.isSetUp(tenant, account.person())) {
            return second.opens(tenant, account.person()) ? new Attempt.CodeAsked(ticketOf(found, false)) : new Attempt.KeysAway();
        }
        return welcomed(found, who, by, ticketOf(found, false));
    }

    /// What becomes of somebody an identity provider vouches for.
    public sealed interface Vouching {

        record Welcome(Ticket ticket) implements Vouching {}

        record CodeAsked(Ticket halfway) implements Vouching {}

        record KeysAway() implements Vouching {}

        /// Nobody here has that login; nobody is made up for it.
        record Nobody() implements Vouching {}

        /// Closed, locked or unused for too long.
        record NotOpen() implements Vouching {}
    }

    /// Somebody an identity provider vouches for, in place of a password and of nothing else: a second factor set up here is asked for here.
    /// A name that only looks like the login, in letters of another width, is another name to the provider.
    public Vouching vouchedFor(TenantId tenant, String login, String issuer, String address) {
        var plain = Accounts.plain(login.substring(0, Math.min(login.length(), LETTERS_LOOKED_AT)));
        var account = accounts.find(tenant, plain).filter(_ -> Normalizer.isNormalized(login, Normalizer.Form.NFKC));
        if (account.isEmpty()) {
            unknown.tell(plain + "@" + tenant.value(), address);
            return new Vouching.Nobody();
        }
        return transaction.execute(_ -> accounts.alone(tenant, account.get().person()).<Vouching>map(it -> vouched(it, issuer, address))
                .orElseGet(Vouching.Nobody::new));
    }

    private Vouching vouched(AccountTable.Locked found, String issuer, String address) {
        var tenant = found.tenant();
        var account = found.account();
        var who = directory.actingAs(tenant, account.person()).orElseThrow();
        var by = Keeper.of(who, address);
        if (account.closed() || tries.isLocked(found) || isLapsed(account, keeping.rulesOf(tenant), who, OffsetDateTime.now(clock))) {
            audit.write(by, AuditAct.SIGN_IN_FAILED, AuditTable.Subject.of(account.person(), account.name()), Map.of(),
                    Map.of("issuer", issuer, "reason", account.closed() ? "closed" : tries.isLocked(found) ? "locked" : "unused"));
            return new Vouching.NotOpen();
        }
        if (second.isSetUp(tenant, account.person())) {
            return second.opens(tenant, account.person()) ? new Vouching.CodeAsked(ticketOf(found, true)) : new Vouching.KeysAway();
        }
        welcomed(found, who, by, ticketOf(found, true));
        return new Vouching.Welcome(ticketOf(found, true));
    }

    /// An answer came that no identity provider of ours vouches for.
    public void notTrusted(TenantId tenant, String address) {
        if (!unknown.isTold(tenant, address)) {
            return;
        }
        audit.write(new Keeper(tenant, Optional.empty(), "", address), AuditAct.SIGN_IN_FAILED, new AuditTable.Subject("login", null, "…"), Map.of(),
                Map.of("reason", "provider"));
    }

    private Attempt judgedCode(Ticket halfway, String code, String address) {
        var tenant = halfway.tenantId();
        var person = halfway.personId();
        var found = accounts.alone(tenant, person).filter(it -> it.epoch() == halfway.epoch() && !it.account().closed() && !tries.isLocked(it));
        var who = directory.actingAs(tenant, person);
        if (found.isEmpty() || who.isEmpty()) {
            return new Attempt.NotTaken();
        }
        var by = Keeper.of(who.get(), address);
        if (second.takes(by, person, who.get().name(), code)) {
            return welcomed(found.get(), who.get(), by, ticketOf(found.get(), halfway.vouched()));
        }
        return second.refused(found.get(), by) ? new Attempt.NotTaken() : new Attempt.CodeAsked(halfway);
    }

    /// Only here are failures forgiven: whoever has the password alone would else guess codes without end.
    private Attempt welcomed(AccountTable.Locked found, SignedIn who, Keeper by, Ticket ticket) {
        var account = found.account();
        accounts.signedIn(found.tenant(), account.person(), OffsetDateTime.now(clock));
        audit.write(by, AuditAct.SIGNED_IN, AuditTable.Subject.of(account.person(), account.name()), Map.of(),
                ticket.vouched() ? Map.of("reason", "vouched") : Map.of());
        return new Attempt.Welcome(ticket, who,
                !ticket.vouched() && (account.mustChange() || isOld(found.secretSince(), keeping.rulesOf(found.tenant()))));
    }

    private static Ticket ticketOf(AccountTable.Locked found, boolean vouched) {
        return new Ticket(found.tenant().value(), found.account().person().value(), found.epoch(), vouched);
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
                                !ticket.vouched() && (standing.mustChange() || isOld(standing.secretSince(), rules)), mustSetUp(who),
                                Duration.ofMinutes(rules.idleMinutes()),
                                Optional.of(Duration.ofHours(rules.sessionHoursMax())).filter(Duration::isPositive));
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
                        .flatMap(standing -> present(new Ticket(tenant.value(), account.person().value(), standing.epoch(), false))));
    }

    /// One's own password. Sessions elsewhere end; the ticket returned is for the one at hand. Wrong tries count as they do at the sign-in:
    /// a screen left alone is no place to guess at.
    public Answer<Ticket> changePassword(SignedIn who, String address, String current, String password, String again) {
        return WrongTries.inTurn(who.person(), () -> changedPassword(who, address, current, password, again));
    }

    private Answer<Ticket> changedPassword(SignedIn who, String address, String current, String password, String again) {
        var found = accounts.locked(who.tenant(), who.person());
        if (found.isEmpty()) {
            return Answer.refused(new Refusal.NoAccount());
        }
        var rules = keeping.rulesOf(who.tenant());
        var now = OffsetDateTime.now(clock);
        if (tries.isLocked(found.get())) {
            return Answer.refused(new Refusal.TooManyTries(tries.minutesLocked(found.get())));
        }
        var flaws = new ArrayList<Refusal>();
        if (!Passwords.matches(current, found.get().secret())) {
            transaction.executeWithoutResult(_ -> tries.count(found.get(), rules, Keeper.of(who, address), "password", 0));
            flaws.add(new Refusal.WrongPassword());
        }
        flaws.addAll(passwords.flaws(who.tenant(), password, found.get().account().login(), who.name(), rules));
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
            return Answer.done(new Ticket(who.tenant().value(), who.person().value(), found.get().epoch() + 1, false));
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

    private boolean isOld(OffsetDateTime since, SignInRules rules) {
        return rules.passwordAgeDaysMax() > 0 && since.plusDays(rules.passwordAgeDaysMax()).isBefore(OffsetDateTime.now(clock));
    }

    private boolean mustSetUp(SignedIn who) {
        var required = keeping.secondFactorFor(who.tenant());
        return who.seats().stream().anyMatch(seat -> required.contains(seat.role())) && !second.isSetUp(who.tenant(), who.person());
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
