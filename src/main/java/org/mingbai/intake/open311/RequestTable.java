package org.mingbai.intake.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.service_request`.
@Component
class RequestTable {

    private static final String COLUMNS = "select matter, service, program, blackbox, address, address_id, lat, long, requested_at from intake.service_request";

    private final JdbcClient db;

    RequestTable(JdbcClient db) {
        this.db = db;
    }

    record Row(MatterId matter, String service, long program, boolean blackbox, @Nullable Place place, OffsetDateTime requestedAt) {}

    /// @param token the SHA-256 of what the program asks by; nothing where it has the number
    void add(TenantId tenant, Row row, byte @Nullable [] token) {
        var place = row.place();
        db.sql("""
                insert into intake.service_request (tenant, matter, service, program, token, blackbox, address, address_id, lat, long, requested_at)
                values (:tenant, :matter, :service, :program, :token, :blackbox, :address, :addressId, :lat, :long, :at)
                on conflict (tenant, matter) do nothing
                """)
                .param("tenant", tenant.value()).param("matter", row.matter().value()).param("service", row.service())
                .param("program", row.program()).param("token", token).param("blackbox", row.blackbox())
                .param("address", place == null ? null : place.address()).param("addressId", place == null ? null : place.addressId())
                .param("lat", place == null ? null : place.lat()).param("long", place == null ? null : place.lon())
                .param("at", row.requestedAt()).update();
    }

    List<Row> these(TenantId tenant, Collection<Long> matters) {
        return db.sql(COLUMNS + " where tenant = :tenant and matter = any(:matters) and not blackbox").param("tenant", tenant.value())
                .param("matters", matters.toArray(Long[]::new)).query((row, _) -> row(row)).list();
    }

    Optional<Row> byToken(TenantId tenant, byte[] token) {
        return db.sql(COLUMNS + " where tenant = :tenant and token = :token").param("tenant", tenant.value()).param("token", token)
                .query((row, _) -> row(row)).optional();
    }

    /// The latest first.
    /// @param services nothing for all
    List<Row> between(TenantId tenant, OffsetDateTime from, OffsetDateTime to, @Nullable Collection<String> services, @Nullable Row after, int most) {
        return db.sql(COLUMNS + """
                 where tenant = :tenant and not blackbox and requested_at >= :from and requested_at <= :to
                  and (:services::text[] is null or service = any(:services::text[]))
                  and (:at::timestamptz is null or (requested_at, matter) < (:at::timestamptz, :last))
                order by requested_at desc, matter desc limit :most
                """)
                .param("tenant", tenant.value()).param("from", from).param("to", to)
                .param("services", services == null ? null : services.toArray(String[]::new))
                .param("at", after == null ? null : after.requestedAt()).param("last", after == null ? 0 : after.matter().value())
                .param("most", most).query((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new MatterId(row.getLong("matter")), row.getString("service"), row.getLong("program"), row.getBoolean("blackbox"),
                new Place(row.getString("address"), row.getString("address_id"), number(row, "lat"), number(row, "long")),
                row.getObject("requested_at", OffsetDateTime.class));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }
}
