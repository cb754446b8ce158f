package org.mingbai.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostTable {

    private final JdbcClient db;

    PostTable(JdbcClient db) {
        this.db = db;
    }

    PostId nextId() {
        return new PostId(db.sql("select nextval('directory.post_id')").query(Long.class).single());
    }

    void insert(TenantId tenant, Post post) {
        db.sql("""
                insert into directory.post (tenant, id, person, organisation, role, title, first_day, last_day)
                values (:tenant, :id, :person, :unit, :role, :title, :first, :last)
                """).param("tenant", tenant.value()).param("id", post.id().value())
                .param("person", post.person().value()).param("unit", post.seat().unit().value())
                .param("role", post.seat().role().name()).param("title", post.title())
                .param("first", post.span().first()).param("last", post.span().last()).update();
    }

    void end(TenantId tenant, PostId id, LocalDate last) {
        db.sql("update directory.post set last_day = :last where tenant = :tenant and id = :id")
                .param("tenant", tenant.value()).param("id", id.value()).param("last", last).update();
    }

    void retitle(TenantId tenant, PostId id, String title) {
        db.sql("update directory.post set title = :title where tenant = :tenant and id = :id")
                .param("tenant", tenant.value()).param("id", id.value()).param("title", title).update();
    }

    Optional<Post> find(TenantId tenant, PostId id) {
        return db.sql("select * from directory.post where tenant = :tenant and id = :id")
                .param("tenant", tenant.value()).param("id", id.value()).query(PostTable::read).optional();
    }

    List<Post> ofPerson(TenantId tenant, PersonId person) {
        return db.sql("select * from directory.post where tenant = :tenant and person = :person order by first_day desc, id desc")
                .param("tenant", tenant.value()).param("person", person.value()).query(PostTable::read).list();
    }

    List<Post> atUnit(TenantId tenant, OrganisationId unit) {
        return db.sql("""
                select * from directory.post where tenant = :tenant and organisation = :unit order by first_day desc, id desc limit 2000
                """).param("tenant", tenant.value()).param("unit", unit.value()).query(PostTable::read).list();
    }

    int openAt(TenantId tenant, OrganisationId unit, LocalDate day) {
        return db.sql("""
                select count(*) from directory.post
                where tenant = :tenant and organisation = :unit and (last_day is null or last_day > :day)
                """).param("tenant", tenant.value()).param("unit", unit.value()).param("day", day).query(Integer.class).single();
    }

    Map<OrganisationId, Integer> countsOn(TenantId tenant, LocalDate day) {
        var counts = new HashMap<OrganisationId, Integer>();
        db.sql("""
                select organisation, count(distinct person) from directory.post
                where tenant = :tenant and :day between first_day and coalesce(last_day, 'infinity')
                group by organisation
                """).param("tenant", tenant.value()).param("day", day)
                .query(row -> { counts.put(new OrganisationId(row.getLong(1)), row.getInt(2)); });
        return counts;
    }

    /// Who fills a seat on a day, first those in their own name, then those who stand in.
    List<Holder> holdersOf(TenantId tenant, Seat seat, LocalDate day) {
        return db.sql("""
                select holder.id, holder.name, null::bigint as lender, 0 as rank
                from directory.post post join directory.person holder on (holder.tenant, holder.id) = (post.tenant, post.person)
                where post.tenant = :tenant and post.organisation = :unit and post.role = :role
                  and :day between post.first_day and coalesce(post.last_day, 'infinity')
                union all
                select holder.id, holder.name, post.person, 1
                from directory.post post
                join directory.stand_in lent on (lent.tenant, lent.post) = (post.tenant, post.id)
                join directory.person holder on (holder.tenant, holder.id) = (lent.tenant, lent.person)
                where post.tenant = :tenant and post.organisation = :unit and post.role = :role
                  and :day between post.first_day and coalesce(post.last_day, 'infinity')
                  and :day between lent.first_day and lent.last_day
                order by rank, id
                """).param("tenant", tenant.value()).param("unit", seat.unit().value()).param("role", seat.role().name())
                .param("day", day)
                .query((row, number) -> new Holder(new PersonId(row.getLong("id")), row.getString("name"),
                        Optional.ofNullable(row.getObject("lender", Long.class)).map(PersonId::new)))
                .list();
    }

    static Post read(ResultSet row, int number) throws SQLException {
        return new Post(
                new PostId(row.getLong("id")),
                new PersonId(row.getLong("person")),
                new Seat(new OrganisationId(row.getLong("organisation")), Role.valueOf(row.getString("role"))),
                row.getString("title"),
                new Span(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)));
    }
}
