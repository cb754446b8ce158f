package org.mingbai.directory;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The bodies that keep their own accounts here.
@Component
public class Tenants {

    private final JdbcClient db;

    Tenants(JdbcClient db) {
        this.db = db;
    }

    /// Adds a tenant under the next free number.
    public TenantId found(String name) {
        return db.sql("""
                insert into directory.tenant (id, name) select coalesce(max(id), 0) + 1, :name from directory.tenant returning id
                """).param("name", Wording.tidy(name)).query((row, number) -> new TenantId(row.getInt(1))).single();
    }

    public Optional<String> nameOf(TenantId tenant) {
        return db.sql("select name from directory.tenant where id = :tenant").param("tenant", tenant.value()).query(String.class).optional();
    }

    public List<TenantId> all() {
        return db.sql("select id from directory.tenant order by id").query((row, number) -> new TenantId(row.getInt(1))).list();
    }
}
