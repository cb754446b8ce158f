package org.mingbai.supervision.rule;

import java.util.EnumMap;
import java.util.Map;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.page.LightColour;
import org.mingbai.shell.page.LightName;
import org.mingbai.shell.page.LightSign;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `supervision.light_name`.
@Component
public class LightNameTable {

    private final JdbcClient db;

    LightNameTable(JdbcClient db) {
        this.db = db;
    }

    public Map<LightSign, LightName> of(TenantId tenant) {
        var names = new EnumMap<LightSign, LightName>(LightSign.class);
        db.sql("select sign, zh, en, colour from supervision.light_name where tenant = :tenant").param("tenant", tenant.value())
                .query(row -> {
                    names.put(LightSign.valueOf(row.getString(1)), new LightName(row.getString(2), row.getString(3), LightColour.valueOf(row.getString(4))));
                });
        return Map.copyOf(names);
    }

    public void put(TenantId tenant, LightSign sign, LightName name) {
        db.sql("""
                insert into supervision.light_name (tenant, sign, zh, en, colour) values (:tenant, :sign, :zh, :en, :colour)
                on conflict (tenant, sign) do update set zh = excluded.zh, en = excluded.en, colour = excluded.colour
                """)
                .param("tenant", tenant.value()).param("sign", sign.name()).param("zh", name.zh()).param("en", name.en())
                .param("colour", name.colour().name()).update();
    }
}
