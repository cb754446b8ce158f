package org.mingbai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.opinion_letter`, what happened to each, and the matters that came of it.
@Component
class OpinionLetterTable {

    private static final String WHICH = """
            tenant = :tenant and (:everything or unit = any(:units)) and (:round = '' or round = :round) and (:body = '' or body = :body)
            and case :which when 'ALL' then true when 'SENT' then called_off_on is null when 'NONE' then opinions = 0
                else :which = case when called_off_on is not null then 'CALLED_OFF' when replied_on is not null then 'REPLIED'
                    when due_on < :today then 'OVERDUE' else 'WAITING' end end
            """;
    private static final String FIGURE = """
            count(*) filter (where called_off_on is null) as sent,
            count(replied_on) filter (where called_off_on is null) as replied,
            count(*) filter (where called_off_on is null and opinions = 0) as none,
            count(*) filter (where called_off_on is null and replied_on is null and due_on < :today) as overdue,
            count(*) filter (where called_off_on is null and replied_on is null and due_on >= :today) as waiting
            """;

    private final JdbcClient db;

    OpinionLetterTable(JdbcClient db) {
        this.db = db;
    }

    /// Which letters somebody sees: those of these units, or all.
    record Sent(boolean everything, Collection<OrganisationId> by) {

        Long[] units() {
            return by.stream().map(OrganisationId::value).toArray(Long[]::new);
        }
    }

    /// Until the transaction ends nobody else writes under this form's name.
    void alone(TenantId tenant, UUID key) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('intake.letter/' || :key, :tenant))").param("key", key.toString())
                .param("tenant", tenant.value()).query((_, _) -> true).single();
    }

    /// Those written with this form, in the order of its lines.
    List<OpinionLetter> under(TenantId tenant, UUID key) {
        return db.sql("select * from intake.opinion_letter where tenant = :tenant and key = :key order by place").param("tenant", tenant.value())
                .param("key", key).query(OpinionLetterTable::read).list();
    }

    void insert(TenantId tenant, OpinionLetter it, UUID key, int place, PersonId by, OffsetDateTime now) {
        db.sql("""
                insert into intake.opinion_letter
                    (tenant, no, key, place, round, unit, body, body_unit, subject, sent_on, due_on, due_basis, written_by, written_at)
                values (:tenant, nextval('intake.opinion_letter_no'), :key, :place, :round, :unit, :body, :bodyUnit, :subject, :sent, :due, :basis, :by, :now)
                """).param("tenant", tenant.value()).param("key", key).param("place", place).param("round", it.round()).param("unit", it.unit().value())
                .param("body", it.body()).param("bodyUnit", it.bodyUnit() == null ? null : it.bodyUnit().value()).param("subject", it.subject())
                .param("sent", it.sentOn()).param("due", it.dueOn()).param("basis", it.dueBasis()).param("by", by.value()).param("now", now).update();
    }

    Optional<OpinionLetter> find(TenantId tenant, long no) {
        return db.sql("select * from intake.opinion_letter where tenant = :tenant and no = :no").param("tenant", tenant.value()).param("no", no)
                .query(OpinionLetterTable::read).optional();
    }

    /// Until the transaction ends nobody else writes about this letter.
    Optional<OpinionLetter> alone(TenantId tenant, long no) {
        return db.sql("select * from intake.opinion_letter where tenant = :tenant and no = :no for update").param("tenant", tenant.value())
                .param("no", no).query(OpinionLetterTable::read).optional();
    }

    /// The latest first, from before that number on.
    List<OpinionLetter> page(TenantId tenant, Sent sent, OpinionLetterFilter filter, LocalDate today, long before, int limit) {
        return which(db.sql("select * from intake.opinion_letter where " + WHICH + " and no < :before order by no desc limit :limit"), tenant, sent, filter,
                today).param("before", before).param("limit", limit).query(OpinionLetterTable::read).list();
    }

    List<OpinionLetterFigure> byRound(TenantId tenant, Sent sent, LocalDate today, int limit) {
        return figures("round", tenant, sent, today, limit);
    }

    List<OpinionLetterFigure> byBody(TenantId tenant, Sent sent, LocalDate today, int limit) {
        return figures("body", tenant, sent, today, limit);
    }

    /// What was sent last stands first.
    private List<OpinionLetterFigure> figures(String column, TenantId tenant, Sent sent, LocalDate today, int limit) {
        return db.sql("select " + column + " as of, " + FIGURE + """
                from intake.opinion_letter where tenant = :tenant and (:everything or unit = any(:units)) group by 1 order by max(no) desc limit :limit
                """).param("tenant", tenant.value()).param("everything", sent.everything()).param("units", sent.units()).param("today", today)
                .param("limit", limit).query(OpinionLetterFigure.class).list();
    }

    private static JdbcClient.StatementSpec which(JdbcClient.StatementSpec spec, TenantId tenant, Sent sent, OpinionLetterFilter filter, LocalDate today) {
        return spec.param("tenant", tenant.value()).param("everything", sent.everything()).param("units", sent.units()).param("round", filter.round())
                .param("body", filter.body()).param("which", filter.which().name()).param("today", today);
    }

    void add(TenantId tenant, long letter, OpinionLetterEvent it, UUID key) {
        db.sql("""
                insert into intake.opinion_letter_event (tenant, letter, seq, key, kind, day, words, opinions, by, at)
                values (:tenant, :letter, :seq, :key, :kind, :day, :words, :opinions, :by, :at)
                """).param("tenant", tenant.value()).param("letter", letter).param("seq", it.seq()).param("key", key).param("kind", it.kind().name())
                .param("day", it.day()).param("words", it.words()).param("opinions", it.opinions()).param("by", it.by().value()).param("at", it.at())
                .update();
    }

    /// What lists and rates read of what happened.
    void stands(TenantId tenant, long no, @Nullable LocalDate repliedOn, @Nullable Integer opinions, @Nullable LocalDate calledOffOn, int reminders) {
        db.sql("""
                update intake.opinion_letter set replied_on = :replied, opinions = :opinions, called_off_on = :calledOff, reminders = :reminders
                where tenant = :tenant and no = :no
                """).param("replied", repliedOn).param("opinions", opinions).param("calledOff", calledOffOn).param("reminders", reminders)
                .param("tenant", tenant.value()).param("no", no).update();
    }

    /// In the order in which it was written down.
    List<OpinionLetterEvent> events(TenantId tenant, long letter) {
        return db.sql("select * from intake.opinion_letter_event where tenant = :tenant and letter = :letter order by seq")
                .param("tenant", tenant.value()).param("letter", letter).query(OpinionLetterTable::event).list();
    }

    /// A line that came with this form before.
    record Before(long letter, OpinionLetterEvent event) {}

    Optional<Before> before(TenantId tenant, UUID key) {
        return db.sql("select * from intake.opinion_letter_event where tenant = :tenant and key = :key").param("tenant", tenant.value()).param("key", key)
                .query((row, n) -> new Before(row.getLong("letter"), event(row, n))).optional();
    }

    void raised(TenantId tenant, long letter, MatterId matter, PersonId by, OffsetDateTime now) {
        db.sql("""
                insert into intake.opinion_letter_matter (tenant, matter, letter, linked_by, linked_at) values (:tenant, :matter, :letter, :by, :now)
                on conflict (tenant, matter) do nothing
                """).param("tenant", tenant.value()).param("matter", matter.value()).param("letter", letter).param("by", by.value()).param("now", now)
                .update();
    }

    Optional<OpinionLetter> of(TenantId tenant, MatterId matter) {
        return db.sql("""
                select l.* from intake.opinion_letter_matter m join intake.opinion_letter l on l.tenant = m.tenant and l.no = m.letter
                where m.tenant = :tenant and m.matter = :matter
                """).param("tenant", tenant.value()).param("matter", matter.value()).query(OpinionLetterTable::read).optional();
    }

    /// The matters that came of one letter, the latest first.
    List<MatterId> matters(TenantId tenant, long letter, int limit) {
        return db.sql("select matter from intake.opinion_letter_matter where tenant = :tenant and letter = :letter order by matter desc limit :limit")
                .param("tenant", tenant.value()).param("letter", letter).param("limit", limit).query((row, _) -> new MatterId(row.getLong(1))).list();
    }

    /// The same of all letters the filter leaves, the latest first.
    List<MatterId> matters(TenantId tenant, Sent sent, OpinionLetterFilter filter, LocalDate today, int limit) {
        return which(db.sql("""
                select matter from intake.opinion_letter_matter where tenant = :tenant and letter in (select no from intake.opinion_letter where
                """ + WHICH + ") order by matter desc limit :limit"), tenant, sent, filter, today).param("limit", limit)
                .query((row, _) -> new MatterId(row.getLong(1))).list();
    }

    /// A matter, and the round or body of the letter it came of.
    record Raised(String of, MatterId matter) {}

    /// The latest of the rounds or the bodies, so many at most in all.
    List<Raised> raised(TenantId tenant, Sent sent, boolean byBody, int limit) {
        return db.sql("select l." + (byBody ? "body" : "round") + """
                , m.matter from intake.opinion_letter_matter m join intake.opinion_letter l on l.tenant = m.tenant and l.no = m.letter
                where m.tenant = :tenant and (:everything or l.unit = any(:units)) order by m.matter desc limit :limit
                """).param("tenant", tenant.value()).param("everything", sent.everything()).param("units", sent.units()).param("limit", limit)
                .query((row, _) -> new Raised(row.getString(1), new MatterId(row.getLong(2)))).list();
    }

    private static OpinionLetter read(ResultSet row, int number) throws SQLException {
        var bodyUnit = row.getObject("body_unit", Long.class);
        return new OpinionLetter(row.getLong("no"), row.getString("round"), new OrganisationId(row.getLong("unit")), row.getString("body"),
                bodyUnit == null ? null : new OrganisationId(bodyUnit), row.getString("subject"), row.getObject("sent_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class), row.getString("due_basis"), row.getObject("replied_on", LocalDate.class),
                row.getObject("opinions", Integer.class), row.getObject("called_off_on", LocalDate.class), row.getInt("reminders"));
    }

    private static OpinionLetterEvent event(ResultSet row, int number) throws SQLException {
        return new OpinionLetterEvent(row.getInt("seq"), OpinionLetterEvent.Kind.valueOf(row.getString("kind")), row.getObject("day", LocalDate.class),
                row.getString("words"), row.getObject("opinions", Integer.class), new PersonId(row.getLong("by")),
                row.getObject("at", OffsetDateTime.class));
    }
}
