package org.mingbai.intake.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// `intake.service`.
@Component
class ServiceTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    ServiceTable(JdbcClient db) {
        this.db = db;
    }

    List<Service> of(TenantId tenant) {
        return db.sql("""
                select code, register, category, name_zh, name_en, says_zh, says_en, keywords, listed_under, delivery, attributes, offered
                from intake.service where tenant = :tenant order by listed_under, code limit 1000
                """)
                .param("tenant", tenant.value()).query((row, _) -> service(row)).list();
    }

    private static Service service(ResultSet row) throws SQLException {
        return new Service(row.getString("code"), row.getString("register"), row.getString("category"),
                new Service.Text(row.getString("name_zh"), row.getString("name_en")), new Service.Text(row.getString("says_zh"), row.getString("says_en")),
                row.getString("keywords"), row.getString("listed_under"), Service.Delivery.valueOf(row.getString("delivery")),
                List.of(JSON.readValue(row.getString("attributes"), Service.Attribute[].class)), row.getBoolean("offered"));
    }

    void put(TenantId tenant, Service service) {
        db.sql("""
                insert into intake.service (tenant, code, register, category, name_zh, name_en, says_zh, says_en, keywords, listed_under, delivery,
                    attributes, offered)
                values (:tenant, :code, :register, :category, :zh, :en, :saysZh, :saysEn, :keywords, :group, :delivery, :attributes::jsonb, :offered)
                on conflict (tenant, code) do update set register = excluded.register, category = excluded.category, name_zh = excluded.name_zh,
                    name_en = excluded.name_en, says_zh = excluded.says_zh, says_en = excluded.says_en, keywords = excluded.keywords,
                    listed_under = excluded.listed_under, delivery = excluded.delivery, attributes = excluded.attributes, offered = excluded.offered
                """)
                .param("tenant", tenant.value()).param("code", service.code()).param("register", service.register())
                .param("category", service.category()).param("zh", service.name().zh()).param("en", service.name().en())
                .param("saysZh", service.description().zh()).param("saysEn", service.description().en())
                .param("keywords", service.keywords()).param("group", service.group()).param("delivery", service.delivery().name())
                .param("attributes", JSON.writeValueAsString(service.attributes())).param("offered", service.offered()).update();
    }
}
