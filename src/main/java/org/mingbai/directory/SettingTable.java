package org.mingbai.directory;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SettingTable {

    private final JdbcClient db;

    SettingTable(JdbcClient db) {
        this.db = db;
    }

    SignInRules signInRules(TenantId tenant) {
        var set = new HashMap<String, Integer>();
        SignInRules.SHIPPED.named().keySet().forEach(name -> find(tenant, SignInRules.settingOf(name))
                .ifPresent(value -> set.put(name, Integer.valueOf(value))));
        return SignInRules.of(set);
    }

    void write(TenantId tenant, Map<String, String> values) {
        values.forEach((key, value) -> db.sql("""
                insert into directory.setting (tenant, key, value) values (:tenant, :key, :value)
                on conflict (tenant, key) do update set value = excluded.value
                """).param("tenant", tenant.value()).param("key", key).param("value", value).update());
    }

    private java.util.Optional<String> find(TenantId tenant, String key) {
        return db.sql("select value from directory.setting where tenant = :tenant and key = :key")
                .param("tenant", tenant.value()).param("key", key).query(String.class).optional();
    }
}
