package org.mingbai.directory;

import static java.util.stream.Collectors.toCollection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SettingTable {

    static final String SECOND_FACTOR_FOR = "sign-in.secondFactorFor";
    static final String PASSWORD_WORDS = "sign-in.passwordWords";

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

    /// In which roles nobody gets in by the password alone; none as shipped.
    Set<Role> secondFactorFor(TenantId tenant) {
        return find(tenant, SECOND_FACTOR_FOR).filter(roles -> !roles.isEmpty()).map(roles -> Stream.of(roles.split(" ")).map(Role::valueOf)
                .collect(toCollection(() -> EnumSet.noneOf(Role.class)))).orElseGet(() -> EnumSet.noneOf(Role.class));
    }

    /// Words no password holds, as they were typed.
    String passwordWords(TenantId tenant) {
        return find(tenant, PASSWORD_WORDS).orElse("");
    }

    void write(TenantId tenant, Map<String, String> values) {
        values.forEach((key, value) -> db.sql("""
                insert into directory.setting (tenant, key, value) values (:tenant, :key, :value)
                on conflict (tenant, key) do update set value = excluded.value
                """).param("tenant", tenant.value()).param("key", key).param("value", value).update());
    }

    private Optional<String> find(TenantId tenant, String key) {
        return db.sql("select value from directory.setting where tenant = :tenant and key = :key")
                .param("tenant", tenant.value()).param("key", key).query(String.class).optional();
    }
}
