package org.mingbai.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.SettableClock;
import org.mingbai.TestDatabase;
import org.mingbai.shell.DataDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Provokes("org.springframework.context.annotation.AnnotationConfigApplicationContext")
@MingbaiTest
class DatabaseTest {

    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired DataSource source;
    @Autowired ObjectProvider<EmbeddedPostgres> startedHere;

    @Test
    void a_server_older_than_what_the_statements_need_is_refused_in_both_languages() {
        assertThatThrownBy(() -> DatabaseConfiguration.newEnough(DatabaseConfiguration.VERSION_LEAST - 1)).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("要 18 版").hasMessageContaining("needs version 18");
        DatabaseConfiguration.newEnough(DatabaseConfiguration.VERSION_LEAST);
    }

    @Test
    void tables_a_newer_version_has_changed_are_not_touched(@TempDir Path newer, @TempDir Path older) throws IOException {
        Files.writeString(newer.resolve("V1__first.sql"), "create table first (n integer);");
        Files.copy(newer.resolve("V1__first.sql"), older.resolve("V1__first.sql"));
        Files.writeString(newer.resolve("V2__second.sql"), "create table second (n integer);");
        Files.writeString(older.resolve("V3__third.sql"), "create table third (n integer);");
        var schema = "newer_" + UUID.randomUUID().toString().substring(0, 8);
        var strategy = new NoNewerTables();
        strategy.migrate(steps(schema, newer));
        strategy.migrate(steps(schema, newer));
        assertThatThrownBy(() -> strategy.migrate(steps(schema, older))).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("步骤 2").hasMessageContaining("its step 2");
        assertThat(db.sql("select to_regclass('" + schema + ".third')").query(String.class).optional()).isEmpty();
        db.sql("drop schema " + schema + " cascade").update();
    }

    private Flyway steps(String schema, Path folder) {
        return Flyway.configure().dataSource(source).schemas(schema).locations("filesystem:" + folder).load();
    }

    /// Upkeep and steps are for those who serve; nobody can tell whether one does on a server of somebody's own.
    @ParameterizedTest
    @CsvSource({"false, mingbai.database.guest", "true, mingbai.database.passing"})
    void a_verb_on_a_server_of_ones_own_leaves_upkeep_to_who_serves(boolean begins, String setting) {
        var context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own", Map.of("mingbai.database.url", "jdbc:postgresql://db/mingbai")));
        new Passing(begins).initialize(context);
        assertThat(context.getEnvironment().getProperty(setting)).isEqualTo("true");
    }

    @Test
    void every_table_says_why_it_exists() {
        assertThat(db.sql("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                and c.relname <> 'flyway_schema_history' and obj_description(c.oid, 'pg_class') is null
                """).query(String.class).list()).isEmpty();
    }

    /// The tenant itself is the one table that is not a tenant's. A table of things on their way (a queue, a sum to be added up)
    /// may do without a key, but not without a tenant.
    @Test
    void every_row_carries_its_tenant() {
        assertThat(db.sql("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and a.attnotnull
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                and c.relname <> 'flyway_schema_history' and a.attname is null
                """).query(String.class).list()).containsExactly("directory.tenant");
    }

    @Test
    void every_key_begins_with_the_tenant() {
        assertThat(db.sql("""
                select i.indexrelid::regclass::text from pg_index i
                join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                where i.indisunique and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                and c.relname <> 'flyway_schema_history' and a.attname is distinct from 'tenant'
                """).query(String.class).list()).containsExactly("directory.tenant_pkey");
    }

    /// A policy's versions are never deleted, so nobody ever looks for the matters under one: that index would only cost.
    @Test
    void every_foreign_key_is_indexed() {
        assertThat(db.sql("""
                select k.conrelid::regclass || ' ' || k.conname from pg_constraint k where k.contype = 'f' and not exists (
                    select from pg_index i where i.indrelid = k.conrelid
                    and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
                """).query(String.class).list()).isSubsetOf("ledger.matter matter_tenant_register_policy_version_fkey");
    }

    @Test
    void a_test_sees_its_own_time_and_a_session_in_another_zone() {
        assertThat(clock).isInstanceOf(SettableClock.class);
        assertThat(db.sql("show time zone").query(String.class).single()).isEqualTo("America/St_Johns");
    }

    @Test
    void a_database_named_by_its_address_is_used_and_none_is_started() {
        assertThat(startedHere.getIfAvailable()).isNull();
        assertThat(db.sql("select current_setting('port')").query(Integer.class).single()).isEqualTo(TestDatabase.server().port());
    }

    @Test
    void a_named_database_that_does_not_let_us_in_is_said_in_both_languages() {
        var context = new ApplicationContextRunner()
                .withUserConfiguration(DatabaseConfiguration.class)
                .withBean(DataDirectory.class, () -> new DataDirectory(TestDatabase.DATA))
                .withPropertyValues("mingbai.database.url=" + TestDatabase.server().url(), "mingbai.database.password=guess");
        context.run(it -> assertThat(it.getStartupFailure()).hasStackTraceContaining("连不上数据库").hasStackTraceContaining("No connection to"));
    }

    @Test
    void chinese_letters_are_letters_to_trigrams() {
        db.sql("create extension if not exists pg_trgm").update();
        assertThat(db.sql("select similarity('路灯不亮', '路灯坏了') > 0").query(Boolean.class).single()).isTrue();
    }
}
