package org.mingbai.directory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One number per tenant that rises with every change of its directory.
@Component
class RevisionTable {

    private final JdbcClient db;

    RevisionTable(JdbcClient db) {
        this.db = db;
    }

    /// Takes the tenant's row until the end of the transaction: whoever changes the directory does so alone.
    long rise(TenantId tenant) {
        return db.sql("""
                insert into directory.revision as now (tenant, number) values (:tenant, 1)
                on conflict (tenant) do update set number = now.number + 1
                returning number
                """).param("tenant", tenant.value()).query(Long.class).single();
    }

    long current(TenantId tenant) {
        return db.sql("select number from directory.revision where tenant = :tenant")
                .param("tenant", tenant.value()).query(Long.class).optional().orElse(0L);
    }
}
