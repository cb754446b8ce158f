package org.mingbai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.publication` and its pictures.
@Component
class PublicationTable {

    private static final int KINDS_MAX = 50;

    private final JdbcClient db;

    PublicationTable(JdbcClient db) {
        this.db = db;
    }

    /// In place of what was released of the same round before.
    void put(TenantId tenant, Publication it, PersonId by, OffsetDateTime now) {
        db.sql("delete from intake.publication where tenant = :tenant and matter = :matter and round = :round")
                .param("tenant", tenant.value()).param("matter", it.matter().value()).param("round", it.round()).update();
        db.sql("""
                insert into intake.publication
                    (tenant, matter, round, register, title, text, place, category, outcome, closed_on, released_by, released_at)
                values (:tenant, :matter, :round, :register, :title, :text, :place, :category, :outcome, :closedOn, :by, :now)
                """)
                .param("tenant", tenant.value()).param("matter", it.matter().value()).param("round", it.round()).param("register", it.register())
                .param("title", it.title()).param("text", it.text()).param("place", it.place()).param("category", it.category())
                .param("outcome", it.outcome().name()).param("closedOn", it.closedOn()).param("by", by.value()).param("now", now).update();
        for (int at = 0; at < it.pictures().size(); at++) {
            db.sql("""
                    insert into intake.publication_picture (tenant, matter, round, place, sha256, after)
                    values (:tenant, :matter, :round, :place, :sha256, :after)
                    """)
                    .param("tenant", tenant.value()).param("matter", it.matter().value()).param("round", it.round()).param("place", at + 1)
                    .param("sha256", it.pictures().get(at).sha256()).param("after", it.pictures().get(at).after()).update();
        }
    }

    void takeBack(TenantId tenant, MatterId matter, OffsetDateTime now) {
        db.sql("update intake.publication set taken_back_at = :now where tenant = :tenant and matter = :matter and taken_back_at is null")
                .param("now", now).param("tenant", tenant.value()).param("matter", matter.value()).update();
    }

    /// The newest first, from behind that place on.
    List<Publication> page(TenantId tenant, String place, String category, @Nullable LocalDate day, long matter, int limit) {
        return db.sql("""
                select * from intake.publication
                where tenant = :tenant and taken_back_at is null
                  and (:place = '' or position(:place in place) > 0) and (:category = '' or category = :category)
                  and (cast(:day as date) is null or (closed_on, matter) < (:day, :matter))
                order by closed_on desc, matter desc limit :limit
                """)
                .param("tenant", tenant.value()).param("place", place).param("category", category).param("day", day).param("matter", matter)
                .param("limit", limit).query(PublicationTable::read).list().stream().map(it -> it.with(pictures(tenant, it))).toList();
    }

    Optional<Publication> of(TenantId tenant, MatterId matter) {
        return db.sql("select * from intake.publication where tenant = :tenant and matter = :matter and taken_back_at is null order by round desc limit 1")
                .param("tenant", tenant.value()).param("matter", matter.value()).query(PublicationTable::read).optional()
                .map(it -> it.with(pictures(tenant, it)));
    }

    /// Of every round, the latest first.
    List<Publication> all(TenantId tenant, MatterId matter) {
        return db.sql("select * from intake.publication where tenant = :tenant and matter = :matter and taken_back_at is null order by round desc limit 100")
                .param("tenant", tenant.value()).param("matter", matter.value()).query(PublicationTable::read).list().stream()
                .map(it -> it.with(pictures(tenant, it))).toList();
    }

    List<String> categories(TenantId tenant) {
        return db.sql("""
                select distinct category from intake.publication where tenant = :tenant and taken_back_at is null and category is not null
                order by category limit :limit
                """).param("tenant", tenant.value()).param("limit", KINDS_MAX).query(String.class).list();
    }

    private List<Publication.Picture> pictures(TenantId tenant, Publication it) {
        return db.sql("""
                select sha256, after from intake.publication_picture where tenant = :tenant and matter = :matter and round = :round order by place
                """).param("tenant", tenant.value()).param("matter", it.matter().value()).param("round", it.round())
                .query((row, _) -> new Publication.Picture(row.getString(1), row.getBoolean(2))).list();
    }

    private static Publication read(ResultSet row, int number) throws SQLException {
        return new Publication(new MatterId(row.getLong("matter")), row.getInt("round"), row.getString("register"), row.getString("title"),
                row.getString("text"), row.getString("place"), row.getString("category"), Outcome.valueOf(row.getString("outcome")),
                row.getObject("closed_on", LocalDate.class), List.of());
    }
}
