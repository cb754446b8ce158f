package org.mingbai.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads `ledger.entry`.
@Component
public class Journals {

    private static final String COLUMNS = "matter, seq, kind, version, body, by_person, by_unit, by_role, at, day, key, turn_unit, turn_role";

    private final JdbcTemplate db;

    Journals(JdbcTemplate db) {
        this.db = db;
    }

    /// Empty when there is no such matter.
    public List<Line> of(TenantId tenant, MatterId matter) {
        return db.query("select " + COLUMNS + " from ledger.entry where tenant = ? and matter = ? order by seq",
                (row, _) -> line(row), tenant.value(), matter.value());
    }

    /// The journals of a page of matters, in the order asked.
    public Map<MatterId, List<Line>> of(TenantId tenant, Collection<MatterId> matters) {
        var found = new LinkedHashMap<MatterId, List<Line>>();
        matters.forEach(id -> found.put(id, new ArrayList<>()));
        if (matters.isEmpty()) {
            return found;
        }
        var ids = matters.stream().map(id -> Long.toString(id.value())).toList();
        db.query("select " + COLUMNS + " from ledger.entry where tenant = ? and matter = any(?::bigint[]) order by matter, seq",
                row -> {
                    found.get(new MatterId(row.getLong(1))).add(line(row));
                },
                tenant.value(), "{" + String.join(",", ids) + "}");
        return found;
    }

    /// What was written under a key: for which matter, and what had been asked.
    public record Keyed(MatterId matter, int seq, long said) {}

    public Optional<Keyed> under(TenantId tenant, UUID key) {
        return db.query("select matter, seq, said from ledger.entry where tenant = ? and key = ?",
                        (row, _) -> new Keyed(new MatterId(row.getLong(1)), row.getInt(2), row.getLong(3)), tenant.value(), key)
                .stream()
                .findFirst();
    }

    static Line line(ResultSet row) throws SQLException {
        long turnUnit = row.getLong(12);
        return new Line(
                row.getInt(2),
                EntryJson.read(row.getString(3), row.getInt(4), row.getString(5)),
                new PersonId(row.getLong(6)),
                new Seat(new OrganisationId(row.getLong(7)), Role.valueOf(row.getString(8))),
                row.getObject(9, OffsetDateTime.class),
                row.getObject(10, LocalDate.class),
                row.getObject(11, UUID.class),
                turn(turnUnit, row.getString(13)));
    }

    private static @Nullable Seat turn(long unit, @Nullable String role) {
        return role == null ? null : new Seat(new OrganisationId(unit), Role.valueOf(role));
    }
}
