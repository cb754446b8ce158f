package org.mingbai.directory;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.Tellings;
import org.mingbai.shell.keys.KeyProvider;
import org.mingbai.shell.keys.Sealing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What somebody has beside what they know: an authenticator app whose codes are asked for after the password. Each sets it up for themselves; the
/// security administrator may require it, and takes away one that was lost.
@Component
public class SecondFactor {

    public static final int RECOVERY_CODES = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    /// Without those that are misread. Twelve of them are 58 bits, tried a few times an hour at most.
    private static final String RECOVERY_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int RECOVERY_LENGTH = 12;
    private static final int RECOVERY_GROUP = 4;
    private static final int RESEALED_AT_ONCE_MAX = 1_000;

    private final SecondFactorTable table;
    private final AccountTable accounts;
    private final Accounts keeping;
    private final AuditTable audit;
    private final WrongTries tries;
    private final Writing writing;
    private final Tellings tellings;
    private final KeyProvider keys;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SecondFactor(SecondFactorTable table, AccountTable accounts, Accounts keeping, AuditTable audit, WrongTries tries, Writing writing,
            Tellings tellings, KeyProvider keys, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.keeping = keeping;
        this.audit = audit;
        this.tries = tries;
        this.writing = writing;
        this.tellings = tellings;
        this.keys = keys;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// How far somebody is with it.
    public sealed interface State {

        record None() implements State {}

        /// The secret is made and not yet confirmed by a code.
        record Begun(String login, String secret) implements State {}

        record SetUp(OffsetDateTime since, int codesLeft) implements State {}
    }

    /// @param ticket for the session at hand: those elsewhere end
    /// @param codes shown once
    public record Confirmed(Ticket ticket, List<String> codes) {}

    public State of(SignedIn who) {
        return table.find(who.tenant(), who.person()).<State>map(row -> row.setUpAt().isPresent()
                ? new State.SetUp(row.setUpAt().get(), table.recoveryLeft(who.tenant(), who.person()))
                : opened(row).<State>map(secret -> new State.Begun(loginOf(who), OneTimeCodes.written(secret))).orElseGet(State.None::new))
                .orElseGet(State.None::new);
    }

    public boolean isSetUp(TenantId tenant, PersonId person) {
        return table.find(tenant, person).flatMap(SecondFactorTable.Row::setUpAt).isPresent();
    }

    /// Makes a secret to be confirmed. Asks for the password: a screen left alone is no place to bring one's own telephone to.
    public Answer<SignedIn> begin(SignedIn who, String address, String password) {
        return afterTry(who, new Refusal.WrongPassword(), minutes -> new Refusal.TooManyTries(minutes), found -> {
            boolean right = Passwords.matches(password, found.secret());
            if (!right) {
                transaction.executeWithoutResult(_ -> tries.count(found, keeping.rulesOf(who.tenant()), Keeper.of(who, address), "password", 0));
            }
            return right;
        }, _ -> {
            if (!keys.ready()) {
                return Answer.refused(new Refusal.KeysMissing());
            }
            var secret = new byte[OneTimeCodes.SECRET_BYTES];
            RANDOM.nextBytes(secret);
            return writing.alone(who.tenant(), () -> {
                if (isSetUp(who.tenant(), who.person())) {
                    return Answer.refused(new Refusal.HasSecondFactor());
                }
                table.begin(who.tenant(), who.person(), sealed(who.tenant(), who.person(), secret), OffsetDateTime.now(clock));
                return Answer.done(who);
            });
        });
    }

    /// With the first code of the app it counts from now on.
    public Answer<Confirmed> confirm(SignedIn who, String address, String code) {
        return afterCode(who, address, code, false, found -> {
            table.setUp(who.tenant(), who.person(), OffsetDateTime.now(clock));
            write(who, address, AuditAct.SECOND_FACTOR_SET_UP);
            tell(who.tenant(), who.person(), "directory.second-factor.told.set-up");
            return new Confirmed(risen(found), newCodes(who));
        });
    }

    /// Ten new codes in place of those before, for whoever used them up or lost the paper.
    public Answer<List<String>> renewCodes(SignedIn who, String address, String code) {
        return afterCode(who, address, code, true, _ -> {
            write(who, address, AuditAct.RECOVERY_CODES_RENEWED);
            return newCodes(who);
        });
    }

    /// For whoever changes to another telephone. The ticket is for the session at hand; those elsewhere end.
    public Answer<Ticket> remove(SignedIn who, String address, String code) {
        return afterCode(who, address, code, true, found -> {
            table.remove(who.tenant(), who.person());
            write(who, address, AuditAct.SECOND_FACTOR_REMOVED);
            tell(who.tenant(), who.person(), "directory.second-factor.told.removed");
            return risen(found);
        });
    }

    /// The security administrator takes away one that was lost. Whose it was is told, and signed out everywhere.
    public Answer<PersonId> reset(Keeper by, PersonId person) {
        if (by.person().filter(person::equals).isPresent()) {
            return Answer.refused(new Refusal.OwnSecondFactor());
        }
        return writing.alone(by.tenant(), () -> {
            var found = accounts.locked(by.tenant(), person);
            if (found.isEmpty() || !table.remove(by.tenant(), person)) {
                return Answer.refused(new Refusal.NoSecondFactor());
            }
            accounts.endSessions(by.tenant(), person);
            events.publishEvent(new SessionsEnded(by.tenant(), person));
            audit.write(by, AuditAct.SECOND_FACTOR_RESET, AuditTable.Subject.of(person, found.get().account().name()), Map.of(),
                    Map.of("login", found.get().account().login()));
            tell(by.tenant(), person, "directory.second-factor.told.reset", by.name());
            return Answer.done(person);
        });
    }

    /// Whether what seals this one's secret is at hand.
    boolean opens(TenantId tenant, PersonId person) {
        return table.find(tenant, person).filter(row -> keys.holds(row.secret().key().key())).isPresent();
    }

    /// Whether this is a code of theirs now; it is none from then on. A recovery code does as well.
    boolean takes(Keeper by, PersonId person, String name, String code) {
        var plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (plain.length() != RECOVERY_LENGTH) {
            return takesTimed(by.tenant(), person, plain);
        }
        if (!keys.ready() || !table.takeRecovery(by.tenant(), person, hash(by.tenant(), person, plain), OffsetDateTime.now(clock))) {
            return false;
        }
        audit.write(by, AuditAct.RECOVERY_CODE_USED, AuditTable.Subject.of(person, name), Map.of(),
                Map.of("left", String.valueOf(table.recoveryLeft(by.tenant(), person))));
        tell(by.tenant(), person, "directory.second-factor.told.recovery", table.recoveryLeft(by.tenant(), person));
        return true;
    }

    private boolean takesTimed(TenantId tenant, PersonId person, String code) {
        return table.find(tenant, person).flatMap(row -> opened(row).map(secret -> OneTimeCodes.stepOf(secret, code, clock.instant(), row.lastStep())))
                .filter(step -> step.isPresent() && table.take(tenant, person, step.getAsLong())).isPresent();
    }

    /// Counts a code that was none, and answers whether the account is locked by it. Whoever gets so far has the password, so the person is told.
    boolean refused(AccountTable.Locked found, Keeper by) {
        var tenant = found.tenant();
        var person = found.account().person();
        var rules = keeping.rulesOf(tenant);
        int before = table.find(tenant, person).map(SecondFactorTable.Row::wrong).orElse(0);
        table.countWrong(tenant, person);
        boolean locked = tries.count(found, rules, by, "code", before / rules.failuresMax());
        if (locked) {
            tell(tenant, person, "directory.second-factor.told.guessed", by.address().isEmpty() ? "—" : by.address());
        }
        return locked;
    }

    /// Seals anew what an older key wraps.
    @Scheduled(initialDelay = 1, fixedDelay = 3_600, timeUnit = TimeUnit.SECONDS)
    void sealAnew() {
        if (keys.ready()) {
            table.notUnder(keys.current(), RESEALED_AT_ONCE_MAX).forEach(row -> opened(row).ifPresent(secret ->
                    table.sealAnew(row.tenant(), row.person(), row.secret(), sealed(row.tenant(), row.person(), secret))));
        }
    }

    private <T> Answer<T> afterCode(SignedIn who, String address, String code, boolean confirmed, Function<AccountTable.Locked, T> act) {
        return afterTry(who, new Refusal.WrongCode(), minutes -> new Refusal.TooManyCodes(minutes), found -> transaction.execute(_ -> {
            var by = Keeper.of(who, address);
            boolean right = takes(by, who.person(), who.name(), code);
            if (!right) {
                refused(found, by);
            }
            return right;
        }), found -> writing.alone(who.tenant(), () -> isSetUp(who.tenant(), who.person()) == confirmed
                ? Answer.done(act.apply(found))
                : Answer.refused(confirmed ? new Refusal.NoSecondFactor() : new Refusal.HasSecondFactor())));
    }

    private <T> Answer<T> afterTry(SignedIn who, Refusal wrong, Function<Integer, Refusal> locked, Function<AccountTable.Locked, Boolean> tried,
            Function<AccountTable.Locked, Answer<T>> act) {
        return WrongTries.inTurn(who.person(), () -> {
            var found = accounts.locked(who.tenant(), who.person());
            if (found.isEmpty()) {
                return Answer.refused(new Refusal.NoAccount());
            }
            if (tries.isLocked(found.get())) {
                return Answer.refused(locked.apply(tries.minutesLocked(found.get())));
            }
            return tried.apply(found.get()) ? act.apply(found.get()) : Answer.refused(wrong);
        });
    }

    private Ticket risen(AccountTable.Locked found) {
        accounts.endSessions(found.tenant(), found.account().person());
        return new Ticket(found.tenant().value(), found.account().person().value(), found.epoch() + 1, false);
    }

    private List<String> newCodes(SignedIn who) {
        var codes = Stream.generate(SecondFactor::recoveryCode).limit(RECOVERY_CODES).toList();
        table.replaceRecovery(who.tenant(), who.person(), codes.stream().map(code -> hash(who.tenant(), who.person(), code)).toList());
        return codes.stream().map(SecondFactor::grouped).toList();
    }

    private static String recoveryCode() {
        var signs = new StringBuilder();
        for (int i = 0; i < RECOVERY_LENGTH; i++) {
            signs.append(RECOVERY_SIGNS.charAt(RANDOM.nextInt(RECOVERY_SIGNS.length())));
        }
        return signs.toString();
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{" + RECOVERY_GROUP + "})(?=.)", "$1-");
    }

    /// A code is short, so a plain hash of it could be searched through: this one cannot be made without the key file.
    private byte[] hash(TenantId tenant, PersonId person, String code) {
        return keys.keyedHash("directory.recovery_code", (tenant.value() + "/" + person.value() + "/" + code).getBytes(StandardCharsets.UTF_8));
    }

    private SecondFactorTable.Sealed sealed(TenantId tenant, PersonId person, byte[] secret) {
        var about = about(tenant, person);
        var dataKey = Sealing.freshKey(keys.cipher());
        return new SecondFactorTable.Sealed(keys.cipher(), keys.wrap(dataKey, about), Sealing.seal(keys.cipher(), dataKey, secret, about));
    }

    private Optional<byte[]> opened(SecondFactorTable.Row row) {
        if (!keys.holds(row.secret().key().key())) {
            return Optional.empty();
        }
        var about = about(row.tenant(), row.person());
        return Optional.of(Sealing.open(row.secret().cipher(), keys.unwrap(row.secret().key(), about), row.secret().bytes(), about));
    }

    private static byte[] about(TenantId tenant, PersonId person) {
        return ("directory.second_factor/" + tenant.value() + "/" + person.value()).getBytes(StandardCharsets.US_ASCII);
    }

    private void write(SignedIn who, String address, AuditAct act) {
        audit.write(Keeper.of(who, address), act, AuditTable.Subject.of(who.person(), who.name()), Map.of(), Map.of());
    }

    private void tell(TenantId tenant, PersonId person, String words, Object... said) {
        var topic = "second-factor/" + person.value();
        tellings.tell(tenant, List.of(person), Telling.of(topic, topic + "/" + words + "/" + clock.instant(), "/me/second-factor", words, said).asUrgent());
    }

    private String loginOf(SignedIn who) {
        return accounts.find(who.tenant(), who.person()).map(Account::login).orElse(who.name());
    }
}
