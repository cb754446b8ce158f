package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.Vault;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.seal.Sealed;
import org.mingbai.ledger.seal.Seals;
import org.mingbai.ledger.seal.Sequencing;
import org.mingbai.ledger.seal.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// What `mingbai check` says of one account, done to it whatever a superuser of the database can do.
@Provokes({"org.mingbai.ledger.store.WordIndex", "org.mingbai.reporting.cases.Gathering"})
@MingbaiTest
class CheckTest {

    /// More than a tile, so that the tree has a second level.
    private static final int NOTES = 270;

    @Autowired ApplicationContext product;
    @Autowired Ledger ledger;
    @Autowired Receiving receiving;
    @Autowired Vault vault;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;
    @Autowired Sequencing sequencing;
    @Autowired Seals seals;
    @Autowired JdbcTemplate db;

    private SmallTown.Cast cast;
    private String at;

    /// @param tables what it touches
    /// @param first what the first line that is no sum says
    /// @param sealed what the first line about the seal says; empty where the seal has nothing to say,
    private record Alteration(String tables, String statements, String first, String sealed) {}

    @Test
    void whatever_is_altered_is_found_and_the_first_line_names_the_place() {
        var matter = somethingWithEverything();
        long other = other();
        assertThat(found()).isEmpty();
        int changed = 0;
        for (var it : alterations(matter, other)) {
            var tables = it.tables().split(" ");
            for (var table : tables) {
                Superuser.does("create temp table " + kept(table) + " as select * from " + table + at);
            }
            Superuser.does(it.statements());
            var found = found();
            assertThat(found).as(it.statements()).isNotEmpty();
            assertThat(found.getFirst()).as(it.statements()).contains(it.first());
            var sealed = found.stream().filter(line -> line.contains("：它") || line.contains("封存") || line.contains("日志")).findFirst().orElse("");
            if (it.sealed().isEmpty()) {
                assertThat(sealed).as(it.statements()).isEmpty();
            } else {
                assertThat(sealed).as(it.statements()).contains(it.sealed());
            }
            for (var table : tables) {
                Superuser.does("delete from " + table + at + "; insert into " + table + " select * from " + kept(table) + "; drop table " + kept(table));
            }
            assertThat(found()).as("after " + it.statements()).isEmpty();
            changed++;
        }
        assertThat(changed).isGreaterThanOrEqualTo(30);
    }

    private List<Alteration> alterations(MatterId matter, long other) {
        long id = matter.value();
        var one = at + " and matter = " + id + " and seq = ";
        int seq = 9;
        long leaf = seals.proof(cast.tenant(), matter, seq).orElseThrow().index();
        long low = seals.proof(cast.tenant(), matter, seq + 1).orElseThrow().index();
        long size = seals.proof(cast.tenant(), matter, 1).orElseThrow().checkpoint().size();
        long before = db.queryForObject("select max(size) from ledger.head" + at + " and size < ?", Long.class, size);
        long line = db.queryForObject("select min(id) from directory.audit" + at, Long.class);
        long look = db.queryForObject("select min(id) from intake.vault_log" + at, Long.class);
        var theMatter = "事项 " + id + "，";
        var theEntry = "事项 " + id + " 的第 " + seq + " 条流水：";
        var theLeaf = "第 %,d 条".formatted(leaf + 1);
        var theFirst = "第 %,d 条".formatted(Math.min(leaf, low) + 1);
        var theHead = "%,d 条时的日志头：".formatted(size);
        var all = new ArrayList<Alteration>();
        for (var column : List.of("kind = 'Nothing'", "kind = 'Signed'", "version = 99", "body = body || '{\"text\": \"好了\"}'", "by_person = by_person + 1",
                "by_unit = by_unit + 1", "by_role = 'LEADER'", "by_role = 'NOBODY'", "at = at - interval '1 microsecond'", "day = day - 1",
                "key = gen_random_uuid()", "said = said + 1", "turn_unit = turn_unit + 1", "turn_role = 'CHECKER'", "seq = 7000")) {
            all.add(new Alteration("ledger.entry", "update ledger.entry set " + column + one + seq, "事项 " + id, theEntry));
        }
        all.add(new Alteration("ledger.entry", "delete from ledger.entry" + one + seq, "事项 " + id, theEntry));
        all.add(new Alteration("ledger.entry", "update ledger.entry set seq = 7000" + one + seq + "; update ledger.entry set seq = " + seq + one + (seq + 1)
                + "; update ledger.entry set seq = " + (seq + 1) + one + "7000", "事项 " + id, theEntry));
        all.add(new Alteration("ledger.entry", "update ledger.entry set matter = " + other + ", seq = 7000" + one + seq, "事项 ", theEntry));
        all.add(new Alteration("ledger.entry", "insert into ledger.entry select tenant, matter, 7000, kind, version, body, by_person, by_unit, by_role, at, "
                + "day, gen_random_uuid(), said, turn_unit, turn_role from ledger.entry" + one + seq, "事项 " + id, "事项 " + id + " 的第 7000 条流水："));
        all.add(new Alteration("ledger.entry", "delete from ledger.entry" + at + " and matter = " + id, "事项 " + id, "事项 " + id + " 的第 1 条流水："));

        all.add(new Alteration("ledger.entry", "update ledger.entry set body = replace(body::text, '" + clock.today().plusDays(20)
                + "', '+999999999-12-31')::jsonb" + at + " and matter = " + id + " and kind = 'Assigned'", "事项 " + id, "事项 " + id + " 的第 "));
        all.add(new Alteration("ledger.leaf", "update ledger.leaf set salt = sha256(salt)" + one + seq, theLeaf, theEntry));
        all.add(new Alteration("ledger.leaf", "delete from ledger.leaf" + one + seq, theLeaf, theLeaf));
        all.add(new Alteration("ledger.leaf", "update ledger.leaf set seq = 7000" + one + seq, theLeaf, theLeaf));
        all.add(new Alteration("ledger.leaf", "update ledger.leaf set leaf = 1000000" + one + seq + "; update ledger.leaf set leaf = " + leaf + one + (seq + 1)
                + "; update ledger.leaf set leaf = " + low + one + seq, theFirst, theFirst));
        var bent = "update ledger.tile set hashes = set_byte(hashes, %1$d, get_byte(hashes, %1$d) # 7)" + at + " and n = 0 and level = ";
        int of = Math.toIntExact(leaf) * 32 + 5;
        all.add(new Alteration("ledger.tile", bent.formatted(of) + "-1", theLeaf, theEntry));
        all.add(new Alteration("ledger.tile", bent.formatted(of) + "0", theLeaf, theLeaf));
        all.add(new Alteration("ledger.tile", bent.formatted(5) + "1", "第 1 条：", "第 1 条：封存的树"));
        all.add(new Alteration("ledger.tile", "delete from ledger.tile" + at + " and level = 0 and n = 1", "第 257 条", "第 257 条：封存的树"));
        all.add(new Alteration("ledger.head", "update ledger.head set note = replace(note, E'\\n' || size || E'\\n', E'\\n1000000\\n')" + at + " and size = "
                + size, theHead, theHead));
        all.add(new Alteration("ledger.head", "update ledger.head set note = substr(note, 1, length(note) - 12) || 'AAAA' || right(note, 8)" + at
                + " and size = " + size, theHead, theHead));
        all.add(new Alteration("ledger.head", "delete from ledger.head" + at + " and size = " + size, "第 %,d 条".formatted(before + 1), "它排在最后一个签过名的日志头之后"));
        all.add(new Alteration("ledger.head_signature", "insert into ledger.head_signature select tenant, size, 'x', "
                + "substr(split_part(note, E'\\n\\n', 2), 1, length(split_part(note, E'\\n\\n', 2)) - 12) || 'AAAA' || right(note, 8), at from ledger.head"
                + at + " and size = " + size, theHead, theHead));
        all.add(new Alteration("ledger.head ledger.leaf ledger.tile", "delete from ledger.head" + at + " and size = " + size + "; delete from ledger.leaf" + at
                + " and leaf >= " + before + "; update ledger.tile set hashes = substr(hashes, 1, " + before % 256 * 32 + ")" + at + " and level <= 0 and n = "
                + before / 256, theHead + "本机签过这个日志头，今天的账比它短", theHead + "本机签过这个日志头"));
        all.add(new Alteration("ledger.log", "update ledger.log set origin = origin || 'x'" + at, "ledger.log", "ledger.log"));
        all.add(new Alteration("ledger.log", "update ledger.log set hash = 'SM3'" + at, "ledger.log", "ledger.log"));
        all.add(new Alteration("ledger.log", "delete from ledger.log" + at, "ledger.log", "ledger.log"));

        var theLine = at + " and id = " + line;
        for (var how : List.of("update directory.audit set name = name || 'x'", "delete from directory.audit", "update directory.audit set id = -7")) {
            all.add(new Alteration("directory.audit", how + theLine, "审计记录第 " + line + " 号", "审计记录第 " + line + " 号：它"));
        }
        var theLook = at + " and id = " + look;
        for (var how : List.of("update intake.vault_log set purpose = '别的'", "delete from intake.vault_log")) {
            all.add(new Alteration("intake.vault_log", how + theLook, "身份查看记录第 " + look + " 号", "身份查看记录第 " + look + " 号：它"));
        }

        var row = at + " and id = " + id;
        all.add(new Alteration("ledger.matter", "update ledger.matter set title = '灯是好的'" + row, theMatter + "ledger.matter.title", ""));
        all.add(new Alteration("ledger.matter", "update ledger.matter set due = due + 30" + row, theMatter + "ledger.matter.due", ""));
        all.add(new Alteration("ledger.matter", "delete from ledger.matter" + row, theMatter + "ledger.matter", ""));
        all.add(new Alteration("ledger.part", "delete from ledger.part" + at + " and matter = " + id, theMatter + "ledger.part", ""));
        all.add(new Alteration("ledger.tally_delta ledger.tally", "insert into ledger.tally_delta (tenant, register, stage, parts, n) values ("
                + cast.tenant().value() + ", 'problem', 'RAISED', '{}', 7)", "ledger.tally", ""));
        all.add(new Alteration("supervision.clock", "delete from supervision.clock" + at + " and matter = " + id, theMatter + "supervision.clock", ""));
        return all;
    }

    /// A row that no walk comes by kept every later head from being compared.
    @Test
    void a_head_over_nothing_and_a_second_one_over_as_much_are_named_and_hide_no_other() {
        somethingWithEverything();
        other();
        assertThat(found()).isEmpty();
        long size = db.queryForObject("select max(size) from ledger.head" + at, Long.class);
        long first = db.queryForObject("select min(size) from ledger.head" + at, Long.class);
        var bent = "; update ledger.head set note = replace(note, E'\\n' || size || E'\\n', E'\\n1000000\\n')" + at + " and size = " + size;
        Superuser.does("create temp table heads as select * from ledger.head" + at + "; alter table ledger.head_signature drop constraint "
                + "head_signature_tenant_size_fkey; alter table ledger.head drop constraint head_pkey; "
                + "alter table ledger.head drop constraint head_size_check");
        try {
            for (var how : Map.of("0, at, note from heads where size = " + first, 0L, "size, at, note from heads where size = " + first, first).entrySet()) {
                Superuser.does("insert into ledger.head select tenant, " + how.getKey() + bent);
                var said = "  %,d 条时的日志头：签过名的日志头与今天的树对不上";
                assertThat(found()).as(how.getKey()).contains(said.formatted(how.getValue()), said.formatted(size));
                Superuser.does("delete from ledger.head" + at + "; insert into ledger.head select * from heads");
                assertThat(found()).isEmpty();
            }
        } finally {
            Superuser.does("delete from ledger.head" + at + "; insert into ledger.head select * from heads; drop table heads; "
                    + "alter table ledger.head add constraint head_size_check check (size > 0); "
                    + "alter table ledger.head add constraint head_pkey primary key (tenant, size); alter table ledger.head_signature "
                    + "add constraint head_signature_tenant_size_fkey foreign key (tenant, size) references ledger.head");
        }
    }

    @Test
    void ten_lives_to_which_nothing_was_done_are_clean() {
        var kinds = new HashSet<String>();
        for (int seed = 0; seed < 10; seed++) {
            lived(new Random(seed));
            assertThat(found()).as("seed " + seed).isEmpty();
            kinds.addAll(db.queryForList("select distinct kind from ledger.entry" + at, String.class));
        }
        assertThat(kinds).as("lives that differ").hasSizeGreaterThan(7);
    }

    /// Anybody tries anything; what is refused leaves nothing.
    private void lived(Random random) {
        laidOut();
        var people = new ArrayList<>(List.of(cast.coordinator(), cast.roadsHandler(), cast.waterHandler(), cast.checker(), cast.hallChecker(),
                cast.approver(), cast.verdictTaker(), cast.leader()));
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            var matter = i % 2 == 0 ? voiced(random.nextBoolean()) : raised("第 " + random.nextInt() + " 盏灯");
            for (int j = 0; j < 16; j++) {
                var act = any(random);
                Collections.shuffle(people, random);
                people.stream().map(by -> ledger.act(by, matter, act, UUID.randomUUID(), null)).anyMatch(Answer.Done.class::isInstance);
            }
            if (random.nextInt(3) == 0) {
                clock.set(clock.today().plusDays(random.nextInt(20)));
            }
        }
        Sealed.all(db, sequencing, cast.tenant());
    }

    private Act any(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Act.PutOnList(null);
            case 2, 3 -> assigned();
            case 4 -> new Act.Sign();
            case 5 -> new Act.Plan(List.of(measure()));
            case 6 -> new Act.ReportProgress("已完成一半", Map.of(), List.of());
            case 7 -> new Act.Note("第 " + random.nextInt() + " 次");
            case 8 -> new Act.RequestReturn("不归我们管", "三定方案");
            case 9 -> new Act.DecideReturn(random.nextBoolean(), "再议");
            case 10 -> new Act.Decline("不属于这里", "请找街道");
            default -> new Act.ClaimClosure(Outcome.SOLVED, "换了灯");
        };
    }

    private static Measure measure() {
        return new Measure(1, Measure.Kind.CORRECTIVE, "换灯", null, null, null, 0, null, null);
    }

    private MatterId somethingWithEverything() {
        laidOut();
        var matter = voiced(false);
        for (var act : List.of(new Act.PutOnList(null), assigned())) {
            assertThat(ledger.act(cast.coordinator(), matter, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
        }
        assertThat(vault.reveal(cast.roadsHandler(), matter, 1, "约时间看现场", UUID.randomUUID())).isInstanceOf(VoiceAnswer.Done.class);
        for (int i = 0; i < NOTES; i++) {
            assertThat(ledger.act(cast.coordinator(), matter, new Act.Note("第 " + i + " 次"), UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
        }
        Sealed.all(db, sequencing, cast.tenant());
        return matter;
    }

    private long other() {
        var other = raised("井盖松动");
        Sealed.all(db, sequencing, cast.tenant());
        return other.value();
    }

    private void laidOut() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
        at = " where tenant = " + cast.tenant().value();
    }

    private Act assigned() {
        return new Act.Assign(new Assignment(cast.roads(), null, List.of(), List.of(), Deadline.by(clock.today().plusDays(20)), null));
    }

    private MatterId voiced(boolean confidential) {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "web", null, null, null, null, Map.of());
        var submission = new Submission("rectification", subject, Identity.of("张守一", "138-1234-5678"), false, confidential, "zh", List.of(),
                UUID.randomUUID());
        return receiving.receive(cast.tenant(), submission) instanceof VoiceAnswer.Done<Receipt>(var receipt) ? receipt.matter()
                : raised("路灯不亮");
    }

    private MatterId raised(String title) {
        return switch (ledger.raise(cast.coordinator(), "rectification", Subject.of(title, title + "，请尽快处理"), UUID.randomUUID())) {
            case Answer.Done(var matter, _) -> matter.id();
            case Answer refused -> throw new AssertionError(refused.toString());
        };
    }

    /// What stands below the sums.
    private List<String> found() {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        long differences = Check.one(product, cast.tenant(), Optional.empty(), new Terminal(print, print, Locale.SIMPLIFIED_CHINESE));
        var lines = Arrays.stream(out.toString(StandardCharsets.UTF_8).split("\n")).filter(line -> line.startsWith("  ")).toList();
        assertThat(lines.isEmpty()).isEqualTo(differences == 0);
        return lines;
    }

    private static String kept(String table) {
        return "kept_" + table.replace('.', '_');
    }
}
