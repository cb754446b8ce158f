package org.mingbai.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.database.Copy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// `intake.taken_row`: which row became which matter.
@Component
class TakenRows {

    record TakenRow(MatterId matter, @Nullable String number, long problem) {}

    private static final Pattern NO_WORDS = Pattern.compile("[\\s。；;.]+");

    private final JdbcTemplate db;
    private final Copy copy;

    TakenRows(JdbcTemplate db, Copy copy) {
        this.db = db;
        this.copy = copy;
    }

    /// A hash of the problem's words, white space and closing marks aside.
    static long problem(String words) {
        var plain = NO_WORDS.matcher(words).replaceAll("");
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    List<TakenRow> ofProblems(TenantId tenant, String register, Collection<Long> problems) {
        return db.query("""
                select matter, number, problem from intake.taken_row
                where tenant = ? and register = ? and problem = any(?::bigint[]) order by matter
                """,
                (row, _) -> new TakenRow(new MatterId(row.getLong(1)), row.getString(2), row.getLong(3)),
                tenant.value(), register, problems.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")));
    }

    List<TakenRow> ofNumbers(TenantId tenant, String register, Collection<String> numbers) {
        return db.query("""
                select matter, number, problem from intake.taken_row
                where tenant = ? and register = ? and number = any(?) order by matter
                """,
                statement -> {
                    statement.setInt(1, tenant.value());
                    statement.setString(2, register);
                    statement.setArray(3, statement.getConnection().createArrayOf("text", numbers.toArray()));
                },
                (row, _) -> new TakenRow(new MatterId(row.getLong(1)), row.getString(2), row.getLong(3)));
    }

    boolean any(TenantId tenant, String register) {
        return Boolean.TRUE.equals(db.queryForObject("select exists (select from intake.taken_row where tenant = ? and register = ?)", Boolean.class,
                tenant.value(), register));
    }

    /// Of matters that have just begun.
    void add(TenantId tenant, String register, List<TakenRow> rows) {
        var lines = new Copy.Rows();
        rows.forEach(row -> lines.row(tenant.value(), register, row.matter().value(), row.number(), row.problem()));
        copy.into("intake.taken_row (tenant, register, matter, number, problem)", lines);
    }

    void replace(TenantId tenant, String register, TakenRow row) {
        db.update("""
                insert into intake.taken_row (tenant, register, matter, number, problem) values (?, ?, ?, ?, ?)
                on conflict (tenant, register, matter) do update set number = excluded.number, problem = excluded.problem
                """,
                tenant.value(), register, row.matter().value(), row.number(), row.problem());
    }
}
