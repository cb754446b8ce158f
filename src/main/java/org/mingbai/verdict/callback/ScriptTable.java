package org.mingbai.verdict.callback;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.script`.
@Component
class ScriptTable {

    private final JdbcClient db;

    ScriptTable(JdbcClient db) {
        this.db = db;
    }

    Optional<Script> latest(TenantId tenant, String register, String language) {
        return db.sql("""
                select version, text from verdict.script where tenant = :tenant and register = :register and language = :language
                order by version desc limit 1
                """)
                .param("tenant", tenant.value()).param("register", register).param("language", language)
                .query((row, _) -> new Script(register, language, row.getInt("version"), row.getString("text"))).optional();
    }

    List<String> languages(TenantId tenant, String register) {
        return db.sql("select distinct language from verdict.script where tenant = :tenant and register = :register order by language")
                .param("tenant", tenant.value()).param("register", register).query(String.class).list();
    }

    /// False when that version was set in the meantime.
    boolean add(TenantId tenant, Script script, PersonId by, OffsetDateTime now) {
        return 1 == db.sql("""
                insert into verdict.script (tenant, register, language, version, text, set_at, set_by)
                values (:tenant, :register, :language, :version, :text, :now, :by)
                on conflict do nothing
                """)
                .param("tenant", tenant.value()).param("register", script.register()).param("language", script.language())
                .param("version", script.version()).param("text", script.text()).param("now", now).param("by", by.value()).update();
    }
}
