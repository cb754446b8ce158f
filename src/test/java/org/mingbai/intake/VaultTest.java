package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditLine;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.vault.ReporterTable;
import org.mingbai.intake.vault.VaultKeyTable;
import org.mingbai.intake.vault.VaultLogTable;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.shell.DataDirectory;
import org.mingbai.shell.keys.KeyFile;
import org.mingbai.shell.keys.KeyProvider;
import org.mingbai.shell.keys.KeySettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@MingbaiTest
@ExtendWith(OutputCaptureExtension.class)
class VaultTest {

    private static final Identity ZHANG = Identity.of("张守一", "138-1234-5678");

    @Autowired Vault vault;
    @Autowired Voices voices;
    @Autowired Receiving receiving;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;
    @Autowired JdbcTemplate db;
    @Autowired KeyProvider keys;
    @Autowired AuditTrail trail;
    @Autowired VaultKeyTable used;
    @Autowired ReporterTable reporters;
    @Autowired VaultLogTable log;
    @Autowired VoiceTable table;
    @Autowired Standing standing;
    @Autowired Whole whole;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock now;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test
    void screens_show_a_mask_and_whoever_handles_it_sees_who_it_was_for_a_purpose_in_the_journal() {
        var matter = atRoads(raised(ZHANG, false));

        assertThat(voices.of(cast.roadsHandler(), matter)).singleElement()
                .satisfies(seen -> assertThat(seen.masked()).isEqualTo(new MaskedIdentity("张**", "138****5678")));
        assertThat(reveal(cast.roadsHandler(), matter, "约时间看现场")).isEqualTo(VoiceAnswer.done(ZHANG));
        assertThat(ledger.journalOf(cast.coordinator(), matter)).last().satisfies(line -> {
            assertThat(line.entry()).isEqualTo(new Entry.IdentityRevealed(1, "约时间看现场"));
            assertThat(line.by()).isEqualTo(cast.roadsHandler().person());
        });
        assertThat(vault.log(cast.auditor(), Optional.empty(), 10)).singleElement().satisfies(line -> {
            assertThat(line.act()).isEqualTo(VaultAct.REVEALED);
            assertThat(line.purpose()).isEqualTo("约时间看现场");
        });
    }

    @Test
    void the_audit_administrator_sees_that_somebody_looked_and_not_at_whom() {
        var matter = atRoads(raised(ZHANG, false));
        reveal(cast.roadsHandler(), matter, "约时间看现场");
        reveal(cast.checker(), matter, "核实");

        var lines = trail.lines(cast.tenant(), new AuditQuestion(null, AuditAct.PERSONAL_DATA_USED, null, null, ""), 10);
        assertThat(lines).extracting(line -> line.after().get("use")).containsExactly("intake.vault.act.REFUSED", "intake.vault.act.REVEALED");
        assertThat(lines).extracting(AuditLine::person)
                .containsExactly(Optional.of(cast.checker().person()), Optional.of(cast.roadsHandler().person()));
        assertThat(lines.toString()).doesNotContain("张守一").doesNotContain("约时间").doesNotContain("13812345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update intake.vault_log set purpose = 'another'", "delete from intake.vault_log", "truncate intake.vault_log"})
    void the_log_of_looks_is_only_ever_added_to(String attack) {
        reveal(cast.roadsHandler(), atRoads(raised(ZHANG, false)), "约时间看现场");
        clock.advance(Period.ofYears(3));
        assertThatThrownBy(() -> db.update(attack)).hasMessageContaining("only ever added to");
    }

    @Test
    void nobody_else_sees_who_it_was_and_the_trying_is_on_record() {
        var matter = atRoads(raised(ZHANG, false));

        assertThat(reveal(cast.checker(), matter, "核实")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        assertThat(reveal(cast.leader(), matter, "过问")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        assertThat(reveal(cast.waterHandler(), matter, "好奇")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
        assertThat(reveal(cast.administrator(), matter, "好奇")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
        assertThat(ledger.journalOf(cast.coordinator(), matter)).noneMatch(line -> line.entry() instanceof Entry.IdentityRevealed);
        assertThat(vault.log(cast.auditor(), Optional.empty(), 10)).extracting(VaultLine::act).containsExactly(VaultAct.REFUSED, VaultAct.REFUSED);
    }

    @Test
    void who_asked_to_be_confidential_is_not_even_masked_for_the_unit_that_handles_it() {
        var matter = atRoads(raised(ZHANG, true));

        assertThat(voices.of(cast.roadsHandler(), matter)).singleElement().satisfies(seen -> assertThat(seen.masked()).isEqualTo(MaskedIdentity.NOTHING));
        assertThat(reveal(cast.roadsHandler(), matter, "约时间")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Guarded()));
        assertThat(vault.byPhone(cast.roadsHandler(), "13812345678", "回电")).isEqualTo(VoiceAnswer.done(List.of()));
        assertThat(reveal(cast.coordinator(), matter, "转告办理情况")).isEqualTo(VoiceAnswer.done(ZHANG));
        assertThat(reveal(cast.verdictTaker(), matter, "回访")).isEqualTo(VoiceAnswer.done(ZHANG));
    }

    @Test
    void the_unit_complained_of_finds_nothing_by_number_by_matter_or_in_the_log() {
        var about = done(receiving.receive(cast.tenant(), submission(ZHANG, false, List.of(cast.roads()))));

        assertThat(reveal(cast.roadsHandler(), about.matter(), "看看是谁")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
        assertThat(vault.byPhone(cast.roadsHandler(), "13812345678", "看看")).isEqualTo(VoiceAnswer.done(List.of()));
        assertThat(voices.of(cast.roadsHandler(), about.matter())).isEmpty();
        assertThat(reveal(cast.coordinator(), about.matter(), "核实")).isEqualTo(VoiceAnswer.done(ZHANG));
        var roadsAuditor = town.person(cast.tenant(), "所内审计", cast.roads(), org.mingbai.directory.Role.AUDITOR);
        assertThat(vault.log(roadsAuditor, Optional.empty(), 10)).noneMatch(line -> line.matter().isPresent());
        assertThat(vault.log(cast.auditor(), Optional.empty(), 10)).anyMatch(line -> line.matter().equals(Optional.of(about.matter())));
    }

    @Test
    void the_log_is_read_by_person_act_and_days_and_says_who_looked_most_often_without_what_is_kept_from_the_reader() {
        var matter = atRoads(raised(ZHANG, false));
        var about = done(receiving.receive(cast.tenant(), submission(ZHANG, false, List.of(cast.roads()))));
        reveal(cast.roadsHandler(), matter, "约时间");
        reveal(cast.checker(), matter, "核实");
        clock.set(LocalDate.of(2026, 3, 5));
        reveal(cast.coordinator(), matter, "转告");
        reveal(cast.coordinator(), about.matter(), "核实情况");
        var zone = now.getZone();
        var from = LocalDate.of(2026, 3, 5).atStartOfDay(zone).toOffsetDateTime();

        assertThat(vault.log(cast.auditor(), new VaultFilter(cast.coordinator().person(), null, null, null), Optional.empty(), 10))
                .extracting(VaultLine::purpose).containsExactly("核实情况", "转告");
        assertThat(vault.log(cast.auditor(), new VaultFilter(null, VaultAct.REFUSED, null, null), Optional.empty(), 10)).hasSize(1);
        assertThat(vault.log(cast.auditor(), new VaultFilter(null, null, from, null), Optional.empty(), 10)).hasSize(2);
        assertThat(vault.log(cast.auditor(), new VaultFilter(null, null, null, from), Optional.empty(), 10)).hasSize(2);
        assertThat(vault.looks(cast.auditor(), VaultFilter.ALL))
                .isEqualTo(java.util.Map.of(cast.coordinator().person(), 2, cast.roadsHandler().person(), 1));
        var roadsAuditor = town.person(cast.tenant(), "所内审计", cast.roads(), org.mingbai.directory.Role.AUDITOR);
        assertThat(vault.looks(roadsAuditor, VaultFilter.ALL))
                .isEqualTo(java.util.Map.of(cast.coordinator().person(), 1, cast.roadsHandler().person(), 1));
        assertThat(vault.looks(cast.coordinator(), VaultFilter.ALL)).isEmpty();
    }

    @Test
    void one_form_shows_who_it_was_once() {
        var matter = atRoads(raised(ZHANG, false));
        var key = UUID.randomUUID();
        vault.reveal(cast.roadsHandler(), matter, 1, "约时间", key);

        assertThat(vault.reveal(cast.roadsHandler(), matter, 1, "约时间", key)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.RevealedAlready()));
        assertThat(ledger.journalOf(cast.coordinator(), matter)).filteredOn(line -> line.entry() instanceof Entry.IdentityRevealed).hasSize(1);
    }

    @Test
    void a_purpose_is_given_and_does_not_name_whom_it_is_about() {
        var matter = atRoads(raised(ZHANG, false));

        assertThat(reveal(cast.roadsHandler(), matter, " ")).isEqualTo(
                VoiceAnswer.refused(new VoiceRefusal.OfLedger(new org.mingbai.ledger.Refusal.Missing("purpose"))));
        assertThat(reveal(cast.roadsHandler(), matter, "给张守一回电")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.PurposeNamesReporter("purpose")));
        assertThat(ledger.journalOf(cast.coordinator(), matter)).noneMatch(line -> line.entry() instanceof Entry.IdentityRevealed);
    }

    @Test
    void a_caller_is_found_by_number_however_it_is_written() {
        var matter = raised(ZHANG, false);

        assertThat(done(vault.byPhone(cast.coordinator(), "+86 138 1234 5678", "来电核对"))).extracting(Voice::matter).containsExactly(matter);
        assertThat(done(vault.byPhone(cast.coordinator(), "13812345679", "来电核对"))).isEmpty();
        assertThat(vault.log(cast.auditor(), Optional.empty(), 10)).extracting(VaultLine::act).containsExactly(VaultAct.LOOKED_UP, VaultAct.LOOKED_UP);
        assertThat(vault.byPhone(cast.checker(), "13812345678", "核对")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        assertThat(done(vault.byPhone(town.layOut().coordinator(), "13812345678", "来电核对"))).isEmpty();
    }

    @Test
    void what_is_destroyed_is_read_and_found_by_nobody_and_leaves_its_trace() {
        var matter = atRoads(raised(ZHANG, false));

        assertThat(destroyed(cast.roadsHandler(), matter, "本人要求")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        done(destroyed(cast.coordinator(), matter, "本人要求"));
        assertThat(reveal(cast.roadsHandler(), matter, "回访")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NobodyKept()));
        assertThat(done(vault.byPhone(cast.coordinator(), "13812345678", "来电核对"))).isEmpty();
        assertThat(voices.of(cast.coordinator(), matter)).singleElement().satisfies(seen -> assertThat(seen.masked()).isEqualTo(MaskedIdentity.NOTHING));
        assertThat(ledger.journalOf(cast.coordinator(), matter)).last()
                .satisfies(line -> assertThat(line.entry()).isEqualTo(new Entry.IdentityDestroyed(1, "本人要求")));
        assertThat(db.queryForObject("select sealed is null and wrapped is null and phone_index is null from intake.reporter where tenant = ?",
                Boolean.class, cast.tenant().value())).isTrue();
    }

    @Test
    void what_was_kept_long_enough_is_shown_to_whoever_may_destroy_it() {
        var matter = raised(ZHANG, false);
        assertThat(vault.overdue(cast.coordinator()).toList()).isEmpty();
        clock.set(LocalDate.of(2029, 3, 2));

        assertThat(vault.overdue(cast.coordinator()).toList()).extracting(Voice::matter).containsExactly(matter);
        assertThat(vault.overdue(cast.roadsHandler()).toList()).isEmpty();
    }

    @Test
    void a_new_key_wraps_what_the_old_one_wrapped_and_nothing_else_changes() {
        var matter = atRoads(raised(ZHANG, false));
        var sealed = sealed();
        keys.renew();
        var other = raised(Identity.of("李四", "13900001111"), false);

        assertThat(vault.rewrap(cast.tenant())).isEqualTo(1);
        assertThat(sealed()).isEqualTo(sealed);
        assertThat(used.of(cast.tenant())).containsExactly(keys.current());
        assertThat(reveal(cast.roadsHandler(), matter, "回访")).isEqualTo(VoiceAnswer.done(ZHANG));
        assertThat(reveal(cast.coordinator(), other, "回访")).isEqualTo(VoiceAnswer.done(Identity.of("李四", "13900001111")));
        assertThat(done(vault.byPhone(cast.coordinator(), "13812345678", "来电核对"))).hasSize(1);
    }

    @Test
    void a_change_of_keys_that_was_cut_short_leaves_all_readable_and_is_brought_to_its_end_without_a_further_key() {
        var first = cast;
        var matter = atRoads(raised(ZHANG, false));
        cast = town.layOut();
        var other = raised(Identity.of("李四", "13900001111"), false);
        var both = List.of(first.tenant(), cast.tenant());
        var old = keys.current();

        assertThatThrownBy(() -> vaultWith(cutShortAfter(1)).rotate(both)).hasMessage("killed");
        var fresh = keys.current();
        assertThat(fresh).isNotEqualTo(old);
        assertThat(used.of(first.tenant())).containsExactly(fresh);
        assertThat(used.of(cast.tenant())).containsExactly(old);
        assertThat(reveal(first.roadsHandler(), matter, "回访")).isEqualTo(VoiceAnswer.done(ZHANG));
        assertThat(reveal(cast.coordinator(), other, "回访")).isEqualTo(VoiceAnswer.done(Identity.of("李四", "13900001111")));

        assertThat(vault.rotate(both)).contains(new Vault.Rotation(true, 1));
        assertThat(keys.current()).isEqualTo(fresh);
        assertThat(used.of(cast.tenant())).containsExactly(fresh);
        assertThat(vault.rotate(both)).contains(new Vault.Rotation(false, 2));
        assertThat(keys.current()).isNotEqualTo(fresh);
        assertThat(reveal(cast.coordinator(), other, "再次回访")).isEqualTo(VoiceAnswer.done(Identity.of("李四", "13900001111")));
    }

    @Test
    void a_key_that_another_process_added_is_not_lost_when_this_one_adds_its_own() {
        var another = new KeyFile(new DataDirectory(org.mingbai.TestDatabase.DATA), new KeySettings("AES-256-GCM"), List.of(used));
        another.renew();
        var theirs = another.current();

        keys.renew();
        assertThat(keys.holds(theirs)).isTrue();
        assertThat(another.holds(keys.current())).isTrue();
    }

    @Test
    void where_a_key_is_missing_none_is_changed(@TempDir Path elsewhere) {
        raised(ZHANG, false);
        var missing = new KeyFile(new DataDirectory(elsewhere), new KeySettings("AES-256-GCM"), List.of(used));

        assertThat(vaultWith(missing).rotate(List.of(cast.tenant()))).isEmpty();
        assertThat(elsewhere.resolve(KeyFile.NAME)).doesNotExist();
    }

    @Test
    void without_its_key_file_the_vault_says_so_and_no_new_one_is_made(@TempDir Path elsewhere) {
        var matter = atRoads(raised(ZHANG, false));
        var missing = new KeyFile(new DataDirectory(elsewhere), new KeySettings("AES-256-GCM"), List.of(used));
        var closed = vaultWith(missing);

        assertThat(closed.isOpen(cast.tenant())).isFalse();
        assertThat(closed.reveal(cast.roadsHandler(), matter, 1, "回访", UUID.randomUUID())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeysMissing()));
        assertThat(closed.byPhone(cast.coordinator(), "13812345678", "核对")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeysMissing()));
        assertThat(elsewhere.resolve(KeyFile.NAME)).doesNotExist();
    }

    @Test
    void without_its_key_no_reason_is_written_that_might_name_the_reporter(@TempDir Path elsewhere) {
        var matter = raised(ZHANG, false);
        var closed = vaultWith(new KeyFile(new DataDirectory(elsewhere), new KeySettings("AES-256-GCM"), List.of(used)));

        assertThat(closed.withhold(cast.coordinator(), matter, 1, "张守一的回执丢了")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeysMissing()));
        assertThat(vault.withhold(cast.coordinator(), matter, 1, "张守一的回执丢了"))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.PurposeNamesReporter("reason")));
        done(vault.withhold(cast.coordinator(), matter, 1, "回执丢了"));
        var voice = voices.of(cast.tenant(), matter).getFirst();
        assertThat(closed.destroyed(cast.coordinator(), voice, ledger.matter(cast.coordinator(), matter).orElseThrow(), "张守一本人要求", UUID.randomUUID()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeysMissing()));
    }

    @Test
    void beside_what_another_key_sealed_nothing_is_sealed_with_this_one(@TempDir Path elsewhere) throws Exception {
        raised(ZHANG, false);
        Files.writeString(elsewhere.resolve(KeyFile.NAME), """
                index AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
                key SM4-GCM AAAAAAAAAAAAAAAAAAAAAA==
                """);
        var anothers = new KeyFile(new DataDirectory(elsewhere), new KeySettings("SM4-GCM"), List.of(used));

        assertThat(anothers.ready()).isTrue();
        assertThat(vaultWith(anothers).isOpen(cast.tenant())).isFalse();
        assertThat(vaultWith(anothers).isOpen(town.layOut().tenant())).isTrue();
    }

    @Test
    void the_key_file_is_its_owners_alone() throws Exception {
        assertThat(keys.ready()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(org.mingbai.TestDatabase.DATA.resolve(KeyFile.NAME)))).isEqualTo("rw-------");
    }

    @Test
    void name_and_number_are_nowhere_in_the_database_and_in_no_log(CapturedOutput output) {
        var matter = atRoads(raised(ZHANG, true));
        reveal(cast.coordinator(), matter, "转告");
        reveal(cast.roadsHandler(), matter, "约时间");
        done(vault.byPhone(cast.coordinator(), "138 1234 5678", "来电核对"));
        destroyed(cast.coordinator(), matter, "张守一要求");

        assertThat(everything()).isNotEmpty().noneMatch(row -> row.contains("张守一") || row.contains("13812345678") || row.contains("138-1234-5678"));
        assertThat(output.getAll()).doesNotContain("张守一").doesNotContain("1234-5678").doesNotContain("13812345678");
        assertThat(ZHANG.toString()).doesNotContain("张").doesNotContain("138");
    }

    @Test
    void every_refusal_has_its_message_in_both_languages() {
        for (var refusal : refusals(VoiceRefusal.class)) {
            if (refusal != VoiceRefusal.OfLedger.class) {
                for (var locale : List.of(java.util.Locale.CHINESE, java.util.Locale.ENGLISH)) {
                    var key = "intake.refusal." + refusal.getSimpleName();
                    assertThat(org.mingbai.shell.Words.in(locale).of(key)).isNotEqualTo(key);
                }
            }
        }
    }

    private static List<Class<?>> refusals(Class<?> sealed) {
        var all = new ArrayList<Class<?>>();
        for (var kind : sealed.getPermittedSubclasses()) {
            all.addAll(kind.isSealed() ? refusals(kind) : List.of(kind));
        }
        return all;
    }

    /// Every row of every table, as text.
    private List<String> everything() {
        var rows = new ArrayList<String>();
        db.queryForList("""
                select n.nspname || '.' || quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
                """, String.class).forEach(name -> rows.addAll(db.queryForList("select t::text from " + name + " t", String.class)));
        return rows;
    }

    /// The keys of a process that dies when it is to wrap once more.
    private KeyProvider cutShortAfter(int wraps) {
        var left = new AtomicInteger(wraps);
        return (KeyProvider) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {KeyProvider.class}, (_, method, arguments) -> {
            if (method.getName().equals("wrap") && left.getAndDecrement() == 0) {
                throw new IllegalStateException("killed");
            }
            return method.invoke(keys, arguments);
        });
    }

    private Vault vaultWith(KeyProvider others) {
        return new Vault(others, used, reporters, log, table, standing, ledger, matters, whole, transactions, now);
    }

    private byte[] sealed() {
        return db.queryForObject("select sealed from intake.reporter where tenant = ? order by id limit 1", byte[].class, cast.tenant().value());
    }

    private VoiceAnswer<Voice> destroyed(SignedIn who, MatterId matter, String reason) {
        var voice = table.find(cast.tenant(), matter, 1).orElseThrow();
        return whole.done(() -> vault.destroyed(who, voice, standing.seen(who, matter).orElseThrow(), reason, UUID.randomUUID()));
    }

    private VoiceAnswer<Identity> reveal(SignedIn who, MatterId matter, String purpose) {
        return vault.reveal(who, matter, 1, purpose, UUID.randomUUID());
    }

    private MatterId raised(Identity identity, boolean confidential) {
        return done(receiving.receive(cast.tenant(), submission(identity, confidential, List.of()))).matter();
    }

    private static Submission submission(Identity identity, boolean confidential, List<org.mingbai.directory.OrganisationId> about) {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "web", null, null, null, null, java.util.Map.of()).about(about);
        return new Submission("rectification", subject, identity, false, confidential, "zh", List.of(), UUID.randomUUID());
    }

    private MatterId atRoads(MatterId matter) {
        does(matter, new Act.PutOnList(null));
        does(matter, new Act.Assign(new Assignment(cast.roads(), null, List.of(), List.of(), Deadline.by(clock.today().plusDays(20)), null)));
        return matter;
    }

    private void does(MatterId matter, Act act) {
        assertThat(ledger.act(cast.coordinator(), matter, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    static <T> T done(VoiceAnswer<T> answer) {
        assertThat(answer).isInstanceOf(VoiceAnswer.Done.class);
        return ((VoiceAnswer.Done<T>) answer).value();
    }
}
