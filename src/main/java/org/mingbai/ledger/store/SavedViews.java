package org.mingbai.ledger.store;

import java.util.List;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps `ledger.saved_view`: everybody's own, seen by nobody else.
@Component
public class SavedViews {

    public static final int VIEWS_MAX = 30;

    private final JdbcClient db;

    SavedViews(JdbcClient db) {
        this.db = db;
    }

    /// @param query the part of the register's address from the question mark on
    public record View(String name, String query) {}

    public List<View> of(TenantId tenant, PersonId person, String register) {
        return db.sql("""
                select name, query from ledger.saved_view where tenant = :tenant and person = :person and register = :register
                order by name limit 100
                """)
                .param("tenant", tenant.value()).param("person", person.value()).param("register", register)
                .query((row, _) -> new View(row.getString(1), row.getString(2))).list();
    }

    /// A name that is there already gets the new query. False when there are too many.
    public boolean save(TenantId tenant, PersonId person, String register, View view) {
        return 1 == db.sql("""
                insert into ledger.saved_view (tenant, person, register, name, query)
                select :tenant, :person, :register, :name, :query
                where (select count(*) from ledger.saved_view
                       where tenant = :tenant and person = :person and register = :register and name <> :name) < :max
                on conflict (tenant, person, register, name) do update set query = excluded.query
                """)
                .param("tenant", tenant.value()).param("person", person.value()).param("register", register)
                .param("name", view.name()).param("query", view.query()).param("max", VIEWS_MAX)
                .update();
    }

    public void drop(TenantId tenant, PersonId person, String register, String name) {
        db.sql("delete from ledger.saved_view where tenant = :tenant and person = :person and register = :register and name = :name")
                .param("tenant", tenant.value()).param("person", person.value()).param("register", register).param("name", name)
                .update();
    }
}
