package org.mingbai.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.TestDatabase;
import org.mingbai.TestProduct;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.seal.SealCheck;
import org.mingbai.ledger.store.Replay;
import org.mingbai.library.Library;
import org.mingbai.shell.DataDirectory;
import org.mingbai.shell.backup.Backup;
import org.mingbai.shell.backup.BackupRefused;
import org.mingbai.shell.backup.KeptFiles;
import org.mingbai.shell.backup.Passphrase;
import org.mingbai.shell.backup.Restore;
import org.mingbai.shell.database.DatabaseRefused;
import org.mingbai.shell.database.EmbeddedPostgres;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What a town has on its account goes into one file and comes out of it as it was.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

    private static final double SHARE = 0.05;
    private static final TenantId TENANT = new TenantId(1);
    private static final Optional<Passphrase> PASSPHRASE = Optional.of(new Passphrase("春江潮水连海平，海上明月"));
    /// A row longer than the pieces rows are gathered to.
    private static final int BIG_BYTES = 3 << 20;
    private static final String OLDER = "0090";

    @TempDir static Path place;
    private Path home;
    private ConfigurableApplicationContext product;
    private Path whole;
    private Path sealed;

    @BeforeAll
    void a_town_and_its_backups() throws Exception {
        home = place.resolve("home");
        try (var begun = TestProduct.begun(home)) {
            new Town(begun.getBean(DataSource.class), begun.getBean(DataDirectory.class), begun.getBean(Clock.class)).found(SHARE);
        }
        product = TestProduct.still(home);
        try (var connection = product.getBean(DataSource.class).getConnection(); var big = connection.prepareStatement("""
                insert into directory.upload (tenant, id, person, file_name, content, at)
                select tenant, gen_random_uuid(), id, E'名录\\t\\\\N\\n.xlsx', ?, now() from directory.person limit 1""")) {
            big.setBytes(1, new byte[BIG_BYTES]);
            assertThat(big.executeUpdate()).isOne();
        }
        whole = place.resolve("whole.backup");
        sealed = place.resolve("sealed.backup");
        backup().write(whole, wish(Optional.empty()));
        backup().write(sealed, new Backup.Wish(List.of(), PASSPHRASE, Backup.KEYS));
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void it_comes_out_table_by_table_and_file_by_file_as_it_went_in() throws Exception {
        var there = place.resolve("there");
        var restored = new Restore(whole, Optional.empty()).into(there, TestDatabase.PROGRAMS);

        assertThat(restored.accounts()).containsExactly("1 " + Town.NAME);
        assertThat(restored.missing()).isEmpty();
        assertThat(files(there)).isEqualTo(files(home)).isNotEmpty();
        assertThat(there.resolve("vault.keys")).doesNotExist();
        try (var server = EmbeddedPostgres.start(there, TestDatabase.PROGRAMS, 0); var connection = server.connectAsKeeper();
                var original = product.getBean(DataSource.class).getConnection()) {
            assertThat(tables(connection)).isEqualTo(tables(original)).hasSizeGreaterThan(100);
            assertThat(sequences(connection)).isEqualTo(sequences(original)).isNotEmpty();
        }
    }

    @Test
    void any_computer_opens_one_that_is_not_sealed() throws Exception {
        var names = new ArrayList<String>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(whole)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).startsWith("manifest.json").endsWith("sums.json")
                .contains("tables/ledger.entry/000001.copy", "tables/directory.upload/000001.copy").noneMatch(name -> name.startsWith("keys/"));
        assertThat(Files.readAllBytes(sealed)).startsWith("MINGBAI SEALED BACKUP 1\n".getBytes()).asBase64Encoded().doesNotContain("manifest");
    }

    @Test
    void a_sealed_one_brings_the_keys_along_and_agrees_with_its_journals_and_its_seal() throws Exception {
        var there = place.resolve("sealed");
        assertThat(new Restore(sealed, PASSPHRASE).into(there, TestDatabase.PROGRAMS).keys()).isEqualTo(Backup.KEYS);

        assertThat(there.resolve("vault.keys")).hasSameBinaryContentAs(home.resolve("vault.keys"));
        assertThat(there.resolve("seal.keys")).hasSameBinaryContentAs(home.resolve("seal.keys"));
        agrees(there);
    }

    @Test
    void keys_never_go_in_clear() {
        assertThatThrownBy(() -> new Backup.Wish(List.of(), Optional.empty(), Backup.KEYS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void while_others_go_on_writing_it_holds_one_moment_with_every_file_the_moment_names() throws Exception {
        var busy = place.resolve("busy.backup");
        var over = new AtomicBoolean();
        var who = office();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 3; i++) {
                writing.add(threads.submit(() -> write(who, over)));
            }
            try {
                for (int i = 0; i < 3; i++) {
                    Files.deleteIfExists(busy);
                    assertThat(backup().write(busy, wish(Optional.empty())).missing()).isEmpty();
                }
            } finally {
                over.set(true);
            }
            for (var one : writing) {
                assertThat(one.get()).isPositive();
            }
        }
        var there = place.resolve("busy");
        assertThat(new Restore(busy, Optional.empty()).into(there, TestDatabase.PROGRAMS).missing()).isEmpty();
        Files.copy(home.resolve("seal.keys"), there.resolve("seal.keys"));
        agrees(there);
        try (var server = EmbeddedPostgres.start(there, TestDatabase.PROGRAMS, 0); var connection = server.connectAsKeeper();
                var statement = connection.createStatement();
                var named = statement.executeQuery("select sha256 from library.file where tenant = 1")) {
            while (named.next()) {
                assertThat(there.resolve("files/1").resolve(named.getString(1).substring(0, 2)).resolve(named.getString(1).substring(2))).exists();
            }
        }
    }

    private int write(SignedIn who, AtomicBoolean over) throws Exception {
        int written = 0;
        while (!over.get() || written == 0) {
            var subject = Subject.of("第 " + written + " 件", "夜里看不清路");
            assertThat(product.getBean(Ledger.class).raise(who, "rectification", subject, UUID.randomUUID())).isInstanceOf(Answer.Done.class);
            product.getBean(Library.class).keep(TENANT, person(), "现场.txt", new ByteArrayInputStream(UUID.randomUUID().toString().getBytes()));
            written++;
        }
        return written;
    }

    private SignedIn office() throws SQLException {
        var register = product.getBean(Registers.class).register(TENANT, "rectification").orElseThrow();
        return new SignedIn(TENANT, person(), "office", Set.of(new Seat(register.office(), Role.COORDINATOR)));
    }

    private PersonId person() throws SQLException {
        try (var connection = product.getBean(DataSource.class).getConnection(); var statement = connection.createStatement();
                var one = statement.executeQuery("select min(id) from directory.person")) {
            one.next();
            return new PersonId(one.getLong(1));
        }
    }

    @Test
    void while_it_is_written_no_file_is_let_go_of_that_it_may_name() throws Exception {
        var library = product.getBean(Library.class);
        var kept = library.keep(TENANT, person(), "留底.txt", new ByteArrayInputStream("留底".getBytes()));
        try (var reading = product.getBean(DataSource.class).getConnection(); var statement = reading.createStatement()) {
            statement.execute("select pg_advisory_lock_shared(" + KeptFiles.LOCK + ")");
            assertThat(library.letGo(TENANT, person(), kept.sha256(), () -> false)).isFalse();
            statement.execute("select pg_advisory_unlock_shared(" + KeptFiles.LOCK + ")");
        }
        assertThat(library.letGo(TENANT, person(), kept.sha256(), () -> false)).isTrue();
        assertThat(library.contentOf(TENANT, kept.sha256())).doesNotExist();
    }

    @Test
    void a_file_that_is_damaged_or_gone_does_not_stop_it_and_is_named_then_and_at_the_restore() throws Exception {
        var library = product.getBean(Library.class);
        var damaged = library.contentOf(TENANT, library.keep(TENANT, person(), "1.txt", new ByteArrayInputStream("坏了的".getBytes())).sha256());
        var gone = library.contentOf(TENANT, library.keep(TENANT, person(), "2.txt", new ByteArrayInputStream("没了的".getBytes())).sha256());
        Files.writeString(damaged, "别的");
        Files.delete(gone);
        var file = place.resolve("missing.backup");
        var expected = Set.of(home.relativize(damaged).toString(), home.relativize(gone).toString());
        try {
            assertThat(new HashSet<>(backup().write(file, wish(Optional.empty())).missing())).isEqualTo(expected);
            assertThat(new HashSet<>(new Restore(file, Optional.empty()).into(place.resolve("missing"), TestDatabase.PROGRAMS).missing()))
                    .isEqualTo(expected);
        } finally {
            Files.writeString(damaged, "坏了的");
            Files.writeString(gone, "没了的");
        }
    }

    @Test
    void one_of_an_older_version_is_brought_up_to_this_one() throws Exception {
        var file = place.resolve("older.backup");
        var old = place.resolve("old");
        try (var server = EmbeddedPostgres.start(old, TestDatabase.PROGRAMS, 0)) {
            Flyway.configure().dataSource(server.url(), server.user(), server.password()).defaultSchema("public").target(OLDER).load().migrate();
            try (var from = product.getBean(DataSource.class).getConnection(); var to = server.connectAsKeeper()) {
                takeOver(from, to);
            }
            new Backup(new DriverManagerDataSource(server.url(), server.user(), server.password()), new DataDirectory(home),
                    product.getBeanProvider(KeptFiles.class).stream().toList(), Clock.systemUTC()).write(file, wish(Optional.empty()));
        }
        var there = place.resolve("older");
        var restored = new Restore(file, Optional.empty()).into(there, TestDatabase.PROGRAMS);
        assertThat(restored.schema()).isEqualTo(OLDER);
        assertThat(restored.now()).isGreaterThan(OLDER);
        assertThat(restored.rows()).isGreaterThan(1000);
        agrees(there);
    }

    /// What that version would have held: each of its columns, as today's tables have it.
    private static void takeOver(Connection from, Connection to) throws SQLException, IOException {
        try (var statement = to.createStatement()) {
            statement.execute("set session_replication_role = replica");
            var tables = new TreeMap<String, List<String>>();
            try (var columns = statement.executeQuery("""
                    select table_schema || '.' || table_name, column_name from information_schema.columns join pg_namespace on nspname = table_schema
                    where nspowner = 'mingbai'::regrole and table_schema <> 'public' order by 1, ordinal_position""")) {
                while (columns.next()) {
                    tables.computeIfAbsent(columns.getString(1), any -> new ArrayList<>()).add(columns.getString(2));
                }
            }
            statement.execute("truncate " + String.join(", ", tables.keySet()));
            for (var table : tables.entrySet()) {
                var columns = table.getKey() + " (\"" + String.join("\", \"", table.getValue()) + "\")";
                var rows = new ByteArrayOutputStream();
                from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + columns + " to stdout", rows);
                to.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + columns + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "sealed"})
    void cut_off_anywhere_or_bent_by_a_bit_it_is_refused_and_nothing_is_made(String which) throws Exception {
        var file = which.equals("whole") ? whole : sealed;
        var bytes = Files.readAllBytes(file);
        var there = place.resolve("never");
        var broken = place.resolve("broken.backup");
        // The last chunk of a sealed one begins at a place of its own: cut exactly there, only the end mark is missing.
        int head = new String(bytes, 0, 4096, StandardCharsets.ISO_8859_1).indexOf('\n', 30) + 1;
        for (int length : new int[] {0, 10, 40, head, head + (1 << 16) + 16, bytes.length / 2, bytes.length - 9, bytes.length - 1}) {
            Files.write(broken, Arrays.copyOf(bytes, length));
            refused(broken, there, "没有恢复任何东西", "Nothing has been restored");
        }
        for (int at : new int[] {head + 5, bytes.length / 3, bytes.length / 2, bytes.length - 20, bytes.length - 2}) {
            Files.write(broken, bent(bytes, at));
            refused(broken, there, "不完整或者被改动过", "cut off or was changed");
        }
    }

    /// From there on the first bit that says something else: a packed run of zeros is copied from one place as well as from another.
    private static byte[] bent(byte[] bytes, int from) {
        for (int at = from; ; at++) {
            var bent = bytes.clone();
            bent[at] ^= 1;
            if (!saysTheSame(bytes, bent)) {
                return bent;
            }
        }
    }

    private static boolean saysTheSame(byte[] packed, byte[] bent) {
        try (var one = new GZIPInputStream(new ByteArrayInputStream(packed)); var other = new GZIPInputStream(new ByteArrayInputStream(bent))) {
            return Arrays.equals(one.readAllBytes(), other.readAllBytes());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_wrong_passphrase_is_told_from_a_bent_file() {
        var wrong = Optional.of(new Passphrase("另一个很长很长的口令呀"));
        assertThatThrownBy(() -> new Restore(sealed, wrong).into(place.resolve("never"), TestDatabase.PROGRAMS))
                .isInstanceOf(BackupRefused.class).hasMessageContaining("口令不对").hasMessageContaining("The passphrase is wrong");
        assertThat(place.resolve("never")).doesNotExist();
    }

    @Test
    void a_directory_that_is_not_empty_and_an_existing_file_are_left_alone() throws Exception {
        var full = Files.createDirectory(place.resolve("full"));
        Files.writeString(full.resolve("信.txt"), "别动");
        refused(whole, full, "不是空的", "is not empty");
        assertThat(full).isDirectoryContaining(path -> path.endsWith("信.txt"));

        var there = Files.writeString(place.resolve("there.backup"), "别动");
        assertThatThrownBy(() -> backup().write(there, wish(Optional.empty()))).isInstanceOf(BackupRefused.class)
                .hasMessageContaining("备份不覆盖旧文件").hasMessageContaining("A backup replaces nothing");
        assertThat(there).hasContent("别动");
    }

    @Test
    void half_a_restore_is_used_by_nobody() throws Exception {
        var half = Files.createDirectory(place.resolve("half"));
        Files.createFile(half.resolve("restore.unfinished"));
        refused(whole, half, "只恢复了一半", "half a restore");
        assertThatThrownBy(() -> EmbeddedPostgres.start(half, TestDatabase.PROGRAMS, 0)).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("只恢复了一半，不能使用").hasMessageContaining("holds half a restore and cannot be used");
    }

    @Test
    void where_the_place_cannot_be_written_nothing_is_left() throws Exception {
        var file = Files.writeString(place.resolve("plain"), "");
        assertThatThrownBy(() -> backup().write(file.resolve("a.backup"), wish(Optional.empty()))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new Restore(whole, Optional.empty()).into(file.resolve("data"), TestDatabase.PROGRAMS)).isInstanceOf(IOException.class);
        refused(whole, file, "不是目录", "is not a directory");
    }

    private static void refused(Path file, Path there, String chinese, String english) {
        assertThatThrownBy(() -> new Restore(file, PASSPHRASE).into(there, TestDatabase.PROGRAMS)).isInstanceOf(BackupRefused.class)
                .hasMessageContaining(chinese).hasMessageContaining(english);
        assertThat(there.resolve("postgresql")).doesNotExist();
    }

    private Backup backup() {
        return product.getBean(Backup.class);
    }

    private static Backup.Wish wish(Optional<Passphrase> passphrase) {
        return new Backup.Wish(List.of("1 " + Town.NAME), passphrase, List.of());
    }

    private static void agrees(Path data) {
        try (var there = TestProduct.still(data)) {
            assertThat(there.getBean(Replay.class).check(TENANT).differences()).isEmpty();
            assertThat(there.getBean(SealCheck.class).check(TENANT, List.of()).findings()).isEmpty();
        }
    }

    private static Map<String, String> files(Path data) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(data.resolve("files"))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(data.relativize(file).toString(), Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    /// Every table there is, in every schema, with what its rows come to.
    private static Map<String, String> tables(Connection connection) throws SQLException {
        var tables = new TreeMap<String, String>();
        try (var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery("select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', "
                    + "'information_schema') and tablename <> 'flyway_schema_history'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            statement.execute("set time zone utc");
            for (var name : names) {
                try (var sum = statement.executeQuery("select count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from "
                        + name + " t")) {
                    sum.next();
                    tables.put(name, sum.getString(1));
                }
            }
        }
        return tables;
    }

    private static Map<String, Long> sequences(Connection connection) throws SQLException {
        var sequences = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select schemaname || '.' || sequencename, coalesce(last_value, 0) from pg_sequences")) {
            while (rows.next()) {
                sequences.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sequences;
    }
}
