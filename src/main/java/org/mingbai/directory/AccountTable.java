package org.mingbai.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountTable {

    private static final String ACCOUNT = """
            select account.*, person.name
            from directory.account account join directory.person person on (person.tenant, person.id) = (account.tenant, account.person)
            where\s""";

    private final JdbcClient db;

    AccountTable(JdbcClient db) {
        this.db = db;
    }

    /// An account with what a sign-in has to know of it.
    record Locked(TenantId tenant, Account account, String secret, OffsetDateTime secretSince, int epoch, int failures) {}

    /// What each request has to know of an account.
    record Standing(boolean closed, int epoch, boolean mustChange, OffsetDateTime secretSince) {}

    void insert(TenantId tenant, PersonId person, String login, String secret, boolean mustChange, OffsetDateTime at) {
        db.sql("""
                insert into directory.account (tenant, person, login, secret, secret_since, must_change, opened_at)
                values (:tenant, :person, :login, :secret, :at, :mustChange, :at)
                """).param("tenant", tenant.value()).param("person", person.value()).param("login", login)
                .param("secret", secret).param("mustChange", mustChange).param("at", at).update();
    }

    /// A new password ends the sessions begun with the old one and forgives its failures.
    void changeSecret(TenantId tenant, PersonId person, String secret, boolean mustChange, OffsetDateTime at) {
        db.sql("""
                update directory.account
                set secret = :secret, secret_since = :at, must_change = :mustChange, epoch = epoch + 1, failures = 0, locked_until = null
                where tenant = :tenant and person = :person
                """).param("tenant", tenant.value()).param("person", person.value()).param("secret", secret)
                .param("mustChange", mustChange).param("at", at).update();
    }

    void unlock(TenantId tenant, PersonId person) {
        db.sql("update directory.account set failures = 0, locked_until = null where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).update();
    }

    void close(TenantId tenant, PersonId person) {
        db.sql("update directory.account set closed = true, epoch = epoch + 1 where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).update();
    }

    /// Whoever is signed in has to do so again.
    void endSessions(TenantId tenant, PersonId person) {
        db.sql("update directory.account set epoch = epoch + 1 where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).update();
    }

    void reopen(TenantId tenant, PersonId person, OffsetDateTime at) {
        db.sql("""
                update directory.account set closed = false, failures = 0, locked_until = null, opened_at = :at
                where tenant = :tenant and person = :person
                """).param("tenant", tenant.value()).param("person", person.value()).param("at", at).update();
    }

    void failed(TenantId tenant, PersonId person, int failures, @Nullable OffsetDateTime lockedUntil) {
        db.sql("""
                update directory.account set failures = :failures, locked_until = :lockedUntil
                where tenant = :tenant and person = :person
                """).param("tenant", tenant.value()).param("person", person.value())
                .param("failures", failures).param("lockedUntil", lockedUntil).update();
    }

    /// As it is now, with nobody else trying on it until the transaction ends, on another node neither.
    Optional<Locked> alone(TenantId tenant, PersonId person) {
        return db.sql(ACCOUNT + "account.tenant = :tenant and account.person = :person for update of account")
                .param("tenant", tenant.value()).param("person", person.value()).query(AccountTable::readLocked).optional();
    }

    void signedIn(TenantId tenant, PersonId person, OffsetDateTime at) {
        db.sql("""
                update directory.account set failures = 0, locked_until = null, last_sign_in = :at
                where tenant = :tenant and person = :person
                """).param("tenant", tenant.value()).param("person", person.value()).param("at", at).update();
    }

    /// Those with this login, whatever their tenant.
    List<Locked> byLogin(String login) {
        return db.sql(ACCOUNT + "account.login = :login").param("login", login).query(AccountTable::readLocked).list();
    }

    Optional<Locked> locked(TenantId tenant, PersonId person) {
        return db.sql(ACCOUNT + "account.tenant = :tenant and account.person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).query(AccountTable::readLocked).optional();
    }

    Optional<Account> find(TenantId tenant, PersonId person) {
        return locked(tenant, person).map(Locked::account);
    }

    Optional<Account> find(TenantId tenant, String login) {
        return byLogin(login).stream().filter(found -> found.tenant().equals(tenant)).findFirst().map(Locked::account);
    }

    Optional<Standing> standingOf(TenantId tenant, PersonId person) {
        return db.sql("select closed, epoch, must_change, secret_since from directory.account where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value())
                .query((row, number) -> new Standing(row.getBoolean("closed"), row.getInt("epoch"), row.getBoolean("must_change"),
                        row.getObject("secret_since", OffsetDateTime.class))).optional();
    }

    /// Accounts in the order of their logins, after the login `after`.
    List<Account> page(TenantId tenant, String words, String after, int limit) {
        return db.sql(ACCOUNT + """
                account.tenant = :tenant and account.login > :after
                  and (:words = '' or position(lower(:words) in account.login) > 0 or position(:words in person.name) > 0)
                order by account.login limit :limit
                """).param("tenant", tenant.value()).param("words", words).param("after", after).param("limit", limit)
                .query(AccountTable::read).list();
    }

    private static Locked readLocked(ResultSet row, int number) throws SQLException {
        return new Locked(new TenantId(row.getInt("tenant")), read(row, number), row.getString("secret"),
                row.getObject("secret_since", OffsetDateTime.class), row.getInt("epoch"), row.getInt("failures"));
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                new PersonId(row.getLong("person")),
                row.getString("name"),
                row.getString("login"),
                row.getBoolean("must_change"),
                Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class)),
                row.getBoolean("closed"),
                row.getObject("opened_at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("last_sign_in", OffsetDateTime.class)));
    }
}
