package org.mingbai.directory;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Keeps the accounts and the rules of signing in: the security administrator's desk.
@Component
public class Accounts {

    private static final int PASSWORD_WORDS_LENGTH_MAX = 1000;
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,63}");

    private final AccountTable accounts;
    private final PersonTable people;
    private final SettingTable settings;
    private final PasswordRules passwords;
    private final AuditTable audit;
    private final Writing writing;
    private final Snapshots snapshots;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(AccountTable accounts, PersonTable people, SettingTable settings, PasswordRules passwords, AuditTable audit, Writing writing,
            Snapshots snapshots, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.settings = settings;
        this.passwords = passwords;
        this.audit = audit;
        this.writing = writing;
        this.snapshots = snapshots;
        this.events = events;
        this.clock = clock;
    }

    /// A password shown once, to be changed at the first sign-in.
    public record FirstPassword(String login, String password) {}

    public Answer<FirstPassword> open(Keeper by, PersonId person, String login) {
        var password = Passwords.toBeginWith();
        return open(by, person, login, password, true).map(done -> new FirstPassword(plain(login), password));
    }

    /// With a password already chosen, for samples and for moving from another system.
    public Answer<PersonId> open(Keeper by, PersonId person, String login, String password, boolean mustChange) {
        var plain = plain(login);
        var flaws = LOGIN.matcher(plain).matches()
                ? passwords.flaws(by.tenant(), password, plain, people.find(by.tenant(), person).map(Person::name).orElse(""), rulesOf(by.tenant()))
                : List.<Refusal>of(new Refusal.BadLogin());
        if (!flaws.isEmpty()) {
            return Answer.refused(flaws);
        }
        return inserted(by, person, plain, Passwords.hash(password), mustChange);
    }

    /// With a hash made beforehand, so that many accounts do not hash inside one transaction.
    Answer<PersonId> openHashed(Keeper by, PersonId person, String login, String secret, boolean mustChange) {
        var plain = plain(login);
        return LOGIN.matcher(plain).matches()
                ? inserted(by, person, plain, secret, mustChange)
                : Answer.refused(new Refusal.BadLogin());
    }

    private Answer<PersonId> inserted(Keeper by, PersonId person, String plain, String secret, boolean mustChange) {
        return writing.alone(by.tenant(), () -> {
            var named = people.find(by.tenant(), person);
            if (named.isEmpty()) {
                return Answer.refused(new Refusal.NoSuchPerson("person"));
            }
            if (accounts.find(by.tenant(), person).isPresent()) {
                return Answer.refused(new Refusal.HasAccount());
            }
            if (accounts.find(by.tenant(), plain).isPresent()) {
                return Answer.refused(new Refusal.LoginTaken(plain));
            }
            accounts.insert(by.tenant(), person, plain, secret, mustChange, OffsetDateTime.now(clock));
            audit.write(by, AuditAct.ACCOUNT_OPENED, AuditTable.Subject.of(person, named.get().name()), Map.of(), Map.of("login", plain));
            return Answer.done(person);
        });
    }

    /// Gives a new password to begin with; sessions begun with the old one end.
    public Answer<FirstPassword> resetPassword(Keeper by, PersonId person) {
        var password = Passwords.toBeginWith();
        var secret = Passwords.hash(password);
        return withAccount(by, person, AuditAct.PASSWORD_RESET, _ -> {
            accounts.changeSecret(by.tenant(), person, secret, true, OffsetDateTime.now(clock));
            events.publishEvent(new SessionsEnded(by.tenant(), person));
        }).map(account -> new FirstPassword(account.login(), password));
    }

    public Answer<Account> unlock(Keeper by, PersonId person) {
        return withAccount(by, person, AuditAct.ACCOUNT_UNLOCKED, account -> accounts.unlock(by.tenant(), person));
    }

    /// Nobody signs in with it any more; sessions end. Nothing is deleted.
    public Answer<Account> close(Keeper by, PersonId person) {
        return withAccount(by, person, AuditAct.ACCOUNT_CLOSED, _ -> {
            accounts.close(by.tenant(), person);
            events.publishEvent(new SessionsEnded(by.tenant(), person));
        });
    }

    public Answer<Account> reopen(Keeper by, PersonId person) {
        return withAccount(by, person, AuditAct.ACCOUNT_REOPENED, account ->
                accounts.reopen(by.tenant(), person, OffsetDateTime.now(clock)));
    }

    /// Whoever is signed in with this account has to do so again.
    public Answer<Account> endSessions(Keeper by, PersonId person) {
        return withAccount(by, person, AuditAct.SESSIONS_ENDED, _ -> {
            accounts.endSessions(by.tenant(), person);
            events.publishEvent(new SessionsEnded(by.tenant(), person));
        });
    }

    /// One's own everywhere else; the ticket returned is for the one at hand.
    public Answer<Ticket> endOtherSessions(Keeper by, Ticket own) {
        return endSessions(by, own.personId()).map(_ -> own.next());
    }

    /// One of one's own was ended by hand.
    public void sessionEnded(Keeper by) {
        audit.write(by, AuditAct.SESSION_ENDED, AuditTable.Subject.of(by.person().orElseThrow(), by.name()), Map.of(), Map.of());
    }

    public Optional<Account> of(TenantId tenant, PersonId person) {
        return accounts.find(tenant, person);
    }

    public Optional<Account> withLogin(TenantId tenant, String login) {
        return accounts.find(tenant, plain(login));
    }

    /// Accounts whose login or name contains the words, in the order of logins, after one of them.
    public List<Account> page(TenantId tenant, String words, String after, int limit) {
        return accounts.page(tenant, Wording.tidy(words), after, limit);
    }

    public SignInRules rulesOf(TenantId tenant) {
        return snapshots.answer(tenant, SignInRules.class, () -> settings.signInRules(tenant));
    }

    public Answer<SignInRules> setRules(Keeper by, SignInRules rules) {
        if (!rules.flaws().isEmpty()) {
            return Answer.refused(rules.flaws());
        }
        return writing.alone(by.tenant(), () -> {
            var was = settings.signInRules(by.tenant());
            var before = new LinkedHashMap<String, String>();
            var after = new LinkedHashMap<String, String>();
            var rows = new LinkedHashMap<String, String>();
            rules.named().forEach((name, value) -> {
                var old = was.named().get(name);
                if (!value.equals(old)) {
                    before.put(name, String.valueOf(old));
                    after.put(name, value.toString());
                    rows.put(SignInRules.settingOf(name), value.toString());
                }
            });
            if (!rows.isEmpty()) {
                settings.write(by.tenant(), rows);
                audit.write(by, AuditAct.SETTING_CHANGED, new AuditTable.Subject("setting", null, "sign-in"), before, after);
            }
            return Answer.done(rules);
        });
    }

    /// In which roles nobody gets in by the password alone.
    public Set<Role> secondFactorFor(TenantId tenant) {
        return snapshots.answer(tenant, SettingTable.SECOND_FACTOR_FOR, () -> settings.secondFactorFor(tenant));
    }

    /// Whoever has one of these roles and no second factor sets it up before anything else, those who are signed in too.
    public Answer<Set<Role>> requireSecondFactor(Keeper by, Set<Role> roles) {
        return writing.alone(by.tenant(), () -> {
            var before = printed(settings.secondFactorFor(by.tenant()));
            var after = printed(roles);
            if (!after.equals(before)) {
                settings.write(by.tenant(), Map.of(SettingTable.SECOND_FACTOR_FOR, after));
                audit.write(by, AuditAct.SETTING_CHANGED, new AuditTable.Subject("setting", null, "sign-in"),
                        Map.of("secondFactorFor", before), Map.of("secondFactorFor", after));
            }
            return Answer.done(roles);
        });
    }

    /// Words no password holds, beside those that lie at hand anyway.
    public String passwordWords(TenantId tenant) {
        return passwords.added(tenant);
    }

    /// @param typed words with blanks or commas between
    public Answer<String> setPasswordWords(Keeper by, String typed) {
        var words = PasswordRules.words(typed);
        var flaws = new ArrayList<Refusal>();
        words.stream().filter(PasswordRules::isTooShort).findFirst().ifPresent(word -> flaws.add(new Refusal.WordTooShort(word)));
        if (typed.length() > PASSWORD_WORDS_LENGTH_MAX) {
            flaws.add(new Refusal.TooLong("passwordWords", PASSWORD_WORDS_LENGTH_MAX, typed.length()));
        }
        if (!flaws.isEmpty()) {
            return Answer.refused(flaws);
        }
        return writing.alone(by.tenant(), () -> {
            var before = settings.passwordWords(by.tenant());
            var after = String.join(" ", words);
            if (!after.equals(before)) {
                settings.write(by.tenant(), Map.of(SettingTable.PASSWORD_WORDS, after));
                audit.write(by, AuditAct.SETTING_CHANGED, new AuditTable.Subject("setting", null, "sign-in"),
                        Map.of("passwordWords", before), Map.of("passwordWords", after));
            }
            return Answer.done(after);
        });
    }

    private static String printed(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(joining(" "));
    }

    /// The database takes no NUL; what stands in its place is in no login.
    static String plain(String login) {
        return Normalizer.normalize(login.replace('\0', '\uFFFD'), Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private Answer<Account> withAccount(Keeper by, PersonId person, AuditAct act, Consumer<Account> change) {
        return writing.alone(by.tenant(), () -> {
            var account = accounts.find(by.tenant(), person);
            if (account.isEmpty()) {
                return Answer.refused(new Refusal.NoAccount());
            }
            change.accept(account.get());
            audit.write(by, act, AuditTable.Subject.of(person, account.get().name()), Map.of(), Map.of("login", account.get().login()));
            return Answer.done(accounts.find(by.tenant(), person).orElseThrow());
        });
    }
}
