package org.mingbai.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StandInTable {

    private static final String LENT = """
            select lent.id as lent_id, lent.person as lent_to, lent.first_day as lent_first, lent.last_day as lent_last, post.*
            from directory.stand_in lent join directory.post post on (post.tenant, post.id) = (lent.tenant, lent.post)
            where lent.tenant = :tenant and\s""";

    private final JdbcClient db;

    StandInTable(JdbcClient db) {
        this.db = db;
    }

    StandInId nextId() {
        return new StandInId(db.sql("select nextval('directory.stand_in_id')").query(Long.class).single());
    }

    void insert(TenantId tenant, StandIn lent) {
        db.sql("""
                insert into directory.stand_in (tenant, id, post, person, first_day, last_day)
                values (:tenant, :id, :post, :person, :first, :last)
                """).param("tenant", tenant.value()).param("id", lent.id().value())
                .param("post", lent.post().id().value()).param("person", lent.person().value())
                .param("first", lent.span().first()).param("last", lent.span().last()).update();
    }

    void end(TenantId tenant, StandInId id, LocalDate last) {
        db.sql("update directory.stand_in set last_day = :last where tenant = :tenant and id = :id")
                .param("tenant", tenant.value()).param("id", id.value()).param("last", last).update();
    }

    /// One that has not begun leaves no trace but the audit line.
    void delete(TenantId tenant, StandInId id) {
        db.sql("delete from directory.stand_in where tenant = :tenant and id = :id")
                .param("tenant", tenant.value()).param("id", id.value()).update();
    }

    Optional<StandIn> find(TenantId tenant, StandInId id) {
        return db.sql(LENT + "lent.id = :id").param("tenant", tenant.value()).param("id", id.value())
                .query(StandInTable::read).optional();
    }

    List<StandIn> ofPost(TenantId tenant, PostId post) {
        return db.sql(LENT + "lent.post = :post order by lent.first_day desc").param("tenant", tenant.value()).param("post", post.value())
                .query(StandInTable::read).list();
    }

    List<StandIn> by(TenantId tenant, PersonId person) {
        return db.sql(LENT + "lent.person = :person order by lent.first_day desc").param("tenant", tenant.value())
                .param("person", person.value()).query(StandInTable::read).list();
    }

    private static StandIn read(ResultSet row, int number) throws SQLException {
        return new StandIn(
                new StandInId(row.getLong("lent_id")),
                PostTable.read(row, number),
                new PersonId(row.getLong("lent_to")),
                new Span(row.getObject("lent_first", LocalDate.class), row.getObject("lent_last", LocalDate.class)));
    }
}
