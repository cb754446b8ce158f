package org.mingbai.shell.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the database says it holds. No list of tables stands in the code: one that is added tomorrow is in tomorrow's backup.
final class Catalogue {

    private static final String OURS = "n.nspname <> 'public' and n.nspowner = (select oid from pg_roles where rolname = ?)";

    private final Connection connection;
    private final String owner;

    Catalogue(Connection connection, String owner) {
        this.connection = connection;
        this.owner = owner;
    }

    /// Each with no rows counted yet; what the database works out by itself is no column to keep.
    List<Manifest.Table> tables() throws SQLException {
        try (var statement = connection.prepareStatement("""
                select n.nspname || '.' || c.relname, array_agg(a.attname::text order by a.attnum)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relkind = 'r' and\s""" + OURS + " group by 1 order by 1")) {
            statement.setString(1, owner);
            var tables = new ArrayList<Manifest.Table>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(new Manifest.Table(rows.getString(1), Arrays.asList((String[]) rows.getArray(2).getArray()), 0));
                }
            }
            return tables;
        }
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        try (var statement = connection.prepareStatement("""
                select s.schemaname || '.' || s.sequencename, s.last_value
                from pg_sequences s join pg_namespace n on n.nspname = s.schemaname where\s""" + OURS + " order by 1")) {
            statement.setString(1, owner);
            var sequences = new ArrayList<Manifest.Sequence>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    sequences.add(new Manifest.Sequence(rows.getString(1), rows.getObject(2, Long.class)));
                }
            }
            return sequences;
        }
    }

    List<Manifest.Step> steps() throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select version, checksum from public.flyway_schema_history where success and version is not null order by installed_rank");
                var rows = statement.executeQuery()) {
            var steps = new ArrayList<Manifest.Step>();
            while (rows.next()) {
                steps.add(new Manifest.Step(rows.getString(1), rows.getObject(2, Integer.class)));
            }
            return steps;
        }
    }

    long count(Manifest.Table table) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from " + table.quoted())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Values are written in one way, whatever the server, its user or the computer prefer.
    static void plainValues(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var setting : List.of("datestyle = iso", "intervalstyle = postgres", "extra_float_digits = 3", "bytea_output = hex", "time zone utc")) {
                statement.execute("set " + setting);
            }
        }
    }

    static String quoted(String name) {
        int dot = name.indexOf('.');
        return quotedOne(name.substring(0, dot)) + "." + quotedOne(name.substring(dot + 1));
    }

    static String quotedOne(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
