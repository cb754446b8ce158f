package org.mingbai.directory.telling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LetterTable {

    private final JdbcClient db;
    private final HookSecrets secrets;

    LetterTable(JdbcClient db, HookSecrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /// Who gets letters: exactly one of the two is there.
    record Receiver(TenantId tenant, @Nullable Long person, @Nullable Long hook) {}

    /// For whom something waits whose time has come.
    List<Receiver> receiversWaiting(OffsetDateTime now, int limit) {
        return db.sql("""
                select distinct tenant, person, hook from directory.telling
                where letter is null and not_before is not null and not_before <= :now limit :limit
                """).param("now", now).param("limit", limit)
                .query((row, _) -> new Receiver(new TenantId(row.getInt(1)), row.getObject(2, Long.class), row.getObject(3, Long.class))).list();
    }

    /// False while another node writes to the same receiver: else what came together would go in two letters.
    boolean lock(Receiver to) {
        var lock = to.person() != null
                ? db.sql("select id from directory.person where tenant = :tenant and id = :id for no key update skip locked").param("id", to.person())
                : db.sql("select id from directory.hook where tenant = :tenant and id = :id for no key update skip locked").param("id", to.hook());
        return lock.param("tenant", to.tenant().value()).query(Long.class).optional().isPresent();
    }

    /// Puts into one letter all that waits for its receiver, `limit` at most, if the time of any of it has come. When a letter goes, the rest
    /// goes with it. False when there is nothing.
    boolean write(Receiver to, OffsetDateTime now, int limit) {
        var waiting = db.sql("""
                select id, not_before <= :now as due from directory.telling
                where tenant = :tenant and person is not distinct from :person and hook is not distinct from :hook
                  and letter is null and not_before is not null
                order by id limit :limit for update
                """).param("now", now).param("tenant", to.tenant().value()).param("person", to.person()).param("hook", to.hook()).param("limit", limit)
                .query((row, _) -> new Waiting(row.getLong(1), row.getBoolean(2))).list();
        if (waiting.stream().noneMatch(Waiting::due)) {
            return false;
        }
        long letter = db.sql("""
                insert into directory.letter (tenant, id, person, hook, written_at, not_before)
                values (:tenant, nextval('directory.letter_id'), :person, :hook, :now, :now) returning id
                """).param("tenant", to.tenant().value()).param("person", to.person()).param("hook", to.hook()).param("now", now)
                .query(Long.class).single();
        db.sql("""
                update directory.telling set letter = :letter, read_at = case when hook is null then read_at else :now end
                where tenant = :tenant and id = any(:ids)
                """).param("letter", letter).param("now", now).param("tenant", to.tenant().value())
                .param("ids", waiting.stream().map(Waiting::id).toArray(Long[]::new)).update();
        return true;
    }

    /// To an address that is not confirmed, and about nothing but that.
    void writeConfirming(TenantId tenant, PersonId person, String address, OffsetDateTime now) {
        db.sql("""
                insert into directory.letter (tenant, id, person, confirms, written_at, not_before)
                values (:tenant, nextval('directory.letter_id'), :person, :address, :now, :now)
                """).param("tenant", tenant.value()).param("person", person.value()).param("address", address).param("now", now).update();
    }

    /// When this person had such letters written, to whatever address, the newest first.
    List<OffsetDateTime> confirmingSince(TenantId tenant, PersonId person, OffsetDateTime since, int limit) {
        return db.sql("""
                select written_at from directory.letter
                where tenant = :tenant and person = :person and confirms is not null and written_at > :since
                order by written_at desc limit :limit
                """).param("tenant", tenant.value()).param("person", person.value()).param("since", since).param("limit", limit)
                .query(OffsetDateTime.class).list();
    }

    Optional<OffsetDateTime> lastConfirming(TenantId tenant, PersonId person, String address) {
        return db.sql("""
                select written_at from directory.letter
                where tenant = :tenant and person = :person and confirms = :address order by written_at desc limit 1
                """).param("tenant", tenant.value()).param("person", person.value()).param("address", address)
                .query(OffsetDateTime.class).optional();
    }

    /// Those that have not left yet will not.
    void dropConfirming(TenantId tenant, PersonId person, OffsetDateTime now) {
        db.sql("""
                update directory.letter set given_up_at = :now
                where tenant = :tenant and person = :person and confirms is not null and sent_at is null and given_up_at is null
                """).param("now", now).param("tenant", tenant.value()).param("person", person.value()).update();
    }

    private record Waiting(long id, boolean due) {}

    /// Takes the letter that has waited longest, for as long as the lease lasts; no other sender gets it in that time.
    ///
    /// It is chosen before anything is changed: a query with a limit that stands in the condition may be asked again for each row, and then
    /// takes another letter each time.
    Optional<Letter> claim(OffsetDateTime now, Duration lease) {
        return db.sql("""
                with next as materialized (
                    select tenant, id from directory.letter
                    where sent_at is null and given_up_at is null and not_before <= :now
                      and (claimed_until is null or claimed_until <= :now)
                    order by not_before, id limit 1 for update skip locked),
                taken as (
                    update directory.letter set claimed_until = :until, attempts = attempts + 1 from next
                    where (letter.tenant, letter.id) = (next.tenant, next.id)
                    returning letter.*)
                select taken.*, hook.name, hook.kind, hook.unit, hook.url, hook.secret,
                    hook.cipher, hook.key, hook.wrapped, hook.sealed
                from taken left join directory.hook hook on (hook.tenant, hook.id) = (taken.tenant, taken.hook) and hook.removed_at is null
                """).param("until", now.plus(lease)).param("now", now).query((row, _) -> letter(row)).optional();
    }

    private Letter letter(ResultSet row) throws SQLException {
        var tenant = new TenantId(row.getInt("tenant"));
        long id = row.getLong("id");
        return new Letter(tenant, id, Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new),
                row.getString("kind") == null ? Optional.empty() : Optional.of(secrets.read(tenant, row)),
                Optional.ofNullable(row.getString("confirms")), row.getObject("written_at", OffsetDateTime.class), row.getInt("attempts"),
                tellings(tenant, id));
    }

    private List<TellingTable.Row> tellings(TenantId tenant, long letter) {
        return db.sql("""
                select id, words, args, href, urgent, told_at, read_at from directory.telling
                where tenant = :tenant and letter = :letter order by urgent desc, id
                """).param("tenant", tenant.value()).param("letter", letter).query(TellingTable::read).list();
    }

    /// It is over, whoever else may hold it by now.
    void sent(Letter letter, OffsetDateTime now) {
        db.sql("update directory.letter set sent_at = :now, claimed_until = null, last_error = null where tenant = :tenant and id = :id")
                .param("now", now).param("tenant", letter.tenant().value()).param("id", letter.id()).update();
    }

    /// Waits for the next try, or for somebody who looks; unless another sender has tried it since.
    void failed(Letter letter, String why, @Nullable OffsetDateTime next, OffsetDateTime now) {
        db.sql("""
                update directory.letter set claimed_until = null, last_error = :why, not_before = coalesce(:next, not_before), given_up_at = :givenUp
                where tenant = :tenant and id = :id and attempts = :attempts and sent_at is null
                """).param("why", why).param("next", next).param("givenUp", next == null ? now : null)
                .param("tenant", letter.tenant().value()).param("id", letter.id()).param("attempts", letter.attempts()).update();
    }

    /// Those that were tried in vain, the newest first.
    List<Deliveries.Undelivered> undelivered(TenantId tenant, long before, int limit) {
        return db.sql("""
                select letter.id, letter.person, person.name, hook.name as hook_name, letter.attempts, letter.written_at, letter.not_before,
                    letter.given_up_at, letter.last_error
                from directory.letter letter
                left join directory.person person on (person.tenant, person.id) = (letter.tenant, letter.person)
                left join directory.hook hook on (hook.tenant, hook.id) = (letter.tenant, letter.hook)
                where letter.tenant = :tenant and letter.sent_at is null and letter.last_error is not null and letter.id < :before
                order by letter.id desc limit :limit
                """).param("tenant", tenant.value()).param("before", before).param("limit", limit)
                .query((row, _) -> new Deliveries.Undelivered(row.getLong("id"), row.getObject("person") != null,
                        Objects.requireNonNullElse(row.getString("name"), Objects.requireNonNullElse(row.getString("hook_name"), "")),
                        row.getInt("attempts"), row.getObject("written_at", OffsetDateTime.class), row.getObject("not_before", OffsetDateTime.class),
                        row.getObject("given_up_at") != null, Objects.requireNonNull(row.getString("last_error"))))
                .list();
    }

    /// Those written before that which are over and of which nothing is kept any more; `limit` at most. How many there were.
    int forget(OffsetDateTime before, int limit) {
        return db.sql("""
                with old as materialized (
                    select tenant, id from directory.letter letter
                    where written_at < :before and (sent_at is not null or given_up_at is not null)
                      and not exists (select from directory.telling where (telling.tenant, telling.letter) = (letter.tenant, letter.id))
                    order by written_at limit :limit for update skip locked)
                delete from directory.letter using old where (letter.tenant, letter.id) = (old.tenant, old.id)
                """).param("before", before).param("limit", limit).update();
    }

    /// From the beginning. False for one that has been sent, or that somebody is just trying.
    boolean again(TenantId tenant, long id, OffsetDateTime now) {
        return 1 == db.sql("""
                update directory.letter set given_up_at = null, not_before = :now, attempts = 0, claimed_until = null
                where tenant = :tenant and id = :id and sent_at is null and (claimed_until is null or claimed_until <= :now)
                """).param("now", now).param("tenant", tenant.value()).param("id", id).update();
    }
}
