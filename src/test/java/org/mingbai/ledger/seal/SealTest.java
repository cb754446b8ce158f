package org.mingbai.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.ledger.Origin;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Taken;
import org.mingbai.ledger.TakingOver;

/// What is sealed can be proved to outsiders, and no change to it goes unnamed, whoever makes it.
@Provokes("org.mingbai.ledger.seal.Sequencing")
@MingbaiTest
class SealTest extends SealedLedger {

    @Test
    void an_entry_is_proved_by_the_public_key_alone() {
        var receipt = seals.proof(cast.tenant(), lamp, 1).orElseThrow().written();
        var proof = LogProof.read(receipt).orElseThrow();
        assertThat(proof.signedBy(seals.keys(cast.tenant()))).isTrue();
        assertThat(proof.leads()).isTrue();
        assertThat(proof.checkpoint().size()).isEqualTo(size());
        assertThat(seals.standing(cast.tenant(), receipt)).isEqualTo(Standing.STANDS);
        assertThat(proof.written()).isEqualTo(receipt);
        assertThat(LogProof.read("Dear Sir,\r\n" + receipt.replace("\n", "\r\n"))).isPresent();
    }

    @Test
    void no_bytes_of_an_entry_are_moved_into_its_salt() {
        var proof = seals.opened(cast.tenant(), lamp, 1).orElseThrow();
        var opening = Objects.requireNonNull(proof.opening());
        assertThat(proof.opens()).isTrue();
        for (int moved = 1; moved < opening.entry().length(); moved++) {
            var into = opening.entry().substring(0, moved).getBytes(StandardCharsets.UTF_8);
            var salt = Arrays.copyOf(opening.salt(), opening.salt().length + into.length);
            System.arraycopy(into, 0, salt, opening.salt().length, into.length);
            var bent = proof.with(new Opening(opening.entry().substring(moved), salt));
            assertThat(bent.opens()).isFalse();
        }
        var blank = new Opening(opening.entry().replaceFirst("\\{", "{ "), opening.salt());
        var leaf = SealedEntry.sealed(proof.hash(), blank.salt(), blank.entry().getBytes(StandardCharsets.UTF_8));
        assertThat(blank.opens(proof.hash(), leaf)).as("an entry has one form").isFalse();
        for (var endless : List.of("{\"a\":1e999999999}", "{\"a\":1e-999999999}", "{\"a\":[" + "1e9000,".repeat(100_000) + "1]}")) {
            var huge = new Opening(endless, opening.salt());
            assertThat(huge.opens(proof.hash(), SealedEntry.sealed(proof.hash(), huge.salt(), endless.getBytes(StandardCharsets.UTF_8))))
                    .as("what is written short is not written out").isFalse();
        }
        var other = new Opening("\"a word\"", opening.salt());
        assertThat(other.opens(proof.hash(), SealedEntry.sealed(proof.hash(), other.salt(), other.entry().getBytes(StandardCharsets.UTF_8)))).isFalse();
    }

    @Test
    void an_old_receipt_still_holds_when_the_log_has_grown() {
        var receipt = seals.proof(cast.tenant(), lamp, 1).orElseThrow().written();
        for (int i = 0; i < 300; i++) {
            noted(lamp, "第 " + i + " 次");
        }
        sealed(303);
        assertThat(seals.standing(cast.tenant(), receipt)).isEqualTo(Standing.STANDS);
        assertThat(seals.proof(cast.tenant(), lamp, 300).orElseThrow().leads()).isTrue();
        assertThat(faults()).isEmpty();
        var before = LogProof.read(receipt).orElseThrow().checkpoint();
        var now = Checkpoint.read(seals.checkpoint(cast.tenant()).orElseThrow().text()).orElseThrow();
        assertThat(Proofs.consistent(TreeHash.SHA_256, before.size(), before.root(), now.size(), now.root(),
                seals.consistency(cast.tenant(), before.size(), now.size()))).isTrue();
    }

    @Test
    void what_waits_has_no_proof_yet_and_is_no_fault() {
        noted(lamp, "刚写的");
        assertThat(check.check(cast.tenant(), List.of()).findings()).isEmpty();
        sealed(4);
        assertThat(seals.proof(cast.tenant(), lamp, 3)).isPresent();
        assertThat(seals.proof(cast.tenant(), lamp, 4)).isEmpty();
    }

    @Test
    void a_receipt_of_another_account_or_a_bent_one_is_not_believed() {
        var receipt = seals.proof(cast.tenant(), lamp, 1).orElseThrow().written();
        long index = LogProof.read(receipt).orElseThrow().index();
        var other = town.layOut();
        assertThat(seals.standing(other.tenant(), receipt)).isEqualTo(Standing.OTHER_LOG);
        assertThat(seals.standing(cast.tenant(), "hello")).isEqualTo(Standing.NO_RECEIPT);
        assertThat(seals.standing(cast.tenant(), receipt.replaceFirst("index \\d+", "index " + (index + 1) % size()))).isEqualTo(Standing.LEADS_NOWHERE);
        assertThat(seals.standing(cast.tenant(), receipt.replace("\n" + size() + "\n", "\n1000\n"))).isEqualTo(Standing.NOT_SIGNED);
    }

    @Test
    void a_changed_entry_is_named_and_its_receipt_says_so() {
        var receipt = seals.proof(cast.tenant(), lamp, 1).orElseThrow().written();
        Superuser.does("update ledger.entry set body = jsonb_set(body, '{subject,title}', '\"灯是好的\"') where tenant = ? and matter = ? and seq = 1",
                cast.tenant().value(), lamp.value());
        assertThat(faults()).containsExactly("CHANGED " + lamp.value() + "/1");
        assertThat(seals.standing(cast.tenant(), receipt)).isEqualTo(Standing.CHANGED);
    }

    @Test
    void every_column_of_an_entry_is_sealed() {
        for (var change : List.of("kind = 'Listed'", "version = 2", "by_person = by_person + 1", "by_unit = by_unit + 1", "by_role = 'LEADER'",
                "at = at - interval '1 microsecond'", "day = day - 1", "key = gen_random_uuid()", "said = said + 1", "turn_unit = turn_unit + 1",
                "turn_role = 'CHECKER'")) {
            var column = change.substring(0, change.indexOf(' '));
            Superuser.does("create temp table was as select " + column + " it from ledger.entry where tenant = ? and matter = ? and seq = 1;"
                    + "update ledger.entry set " + change + " where tenant = ? and matter = ? and seq = 1", cast.tenant().value(), lamp.value(),
                    cast.tenant().value(), lamp.value());
            assertThat(faults()).as(change).containsExactly("CHANGED " + lamp.value() + "/1");
            Superuser.does("update ledger.entry set " + column + " = (select it from was) where tenant = ? and matter = ? and seq = 1",
                    cast.tenant().value(), lamp.value());
            Superuser.does("drop table was");
            assertThat(faults()).isEmpty();
        }
    }

    @Test
    void a_deleted_entry_is_named_and_its_receipt_says_so() {
        var receipt = seals.proof(cast.tenant(), lamp, 2).orElseThrow().written();
        Superuser.does("delete from ledger.entry where tenant = ? and matter = ? and seq = 2", cast.tenant().value(), lamp.value());
        assertThat(faults()).containsExactly("REMOVED " + lamp.value() + "/2");
        assertThat(seals.standing(cast.tenant(), receipt)).isEqualTo(Standing.REMOVED);
    }

    @Test
    void a_deleted_entry_is_missed_even_where_its_leaf_went_with_it() {
        long leaf = seals.proof(cast.tenant(), lamp, 2).orElseThrow().index();
        Superuser.does("delete from ledger.entry where tenant = ? and matter = ? and seq = 2", cast.tenant().value(), lamp.value());
        Superuser.does("delete from ledger.leaf where tenant = ? and matter = ? and seq = 2", cast.tenant().value(), lamp.value());
        assertThat(faults()).containsExactly("LEAF_MISSING #" + leaf);
    }

    @Test
    void an_entry_written_past_the_product_is_named() {
        Superuser.does("insert into ledger.entry select tenant, matter, 3, kind, version, body, by_person, by_unit, by_role, at, day, gen_random_uuid(), said, "
                + "turn_unit, turn_role from ledger.entry where tenant = ? and matter = ? and seq = 2", cast.tenant().value(), lamp.value());
        assertThat(faults()).containsExactly("INSERTED " + lamp.value() + "/3");
    }

    @Test
    void entries_that_changed_places_are_named() {
        var where = " where tenant = " + cast.tenant().value() + " and matter = " + lamp.value() + " and seq = ";
        Superuser.does("update ledger.entry set seq = 1000" + where + "1; update ledger.entry set seq = 1" + where + "2;"
                + "update ledger.entry set seq = 2" + where + "1000");
        assertThat(faults()).containsExactly("CHANGED " + lamp.value() + "/1", "CHANGED " + lamp.value() + "/2");
    }

    @Test
    void what_stands_beyond_the_last_signed_head_is_named_however_far_beyond() {
        Superuser.does("insert into ledger.leaf (tenant, leaf, matter, seq, salt) values (?, 9000000000000000000, 1, 1, '')", cast.tenant().value());
        assertThat(faults()).containsExactly("UNSIGNED 1/1");
        int leaves = Math.toIntExact(size());
        Superuser.does("delete from ledger.leaf where tenant = ? and leaf > ?", cast.tenant().value(), leaves);
        Superuser.does("delete from ledger.head where tenant = ?", cast.tenant().value());
        assertThat(faults()).hasSize(leaves + 1).contains("TAKEN_BACK @" + leaves)
                .filteredOn(fault -> fault.startsWith("UNSIGNED")).hasSize(leaves);
    }

    @Test
    void a_log_without_its_name_is_named_as_such() {
        var was = db.queryForMap("select * from ledger.log where tenant = ?", cast.tenant().value());
        Superuser.does("delete from ledger.log where tenant = ?", cast.tenant().value());
        assertThat(faults()).containsExactly("NAMELESS");
        // As docs/operate.md says it is put back.
        Superuser.does("insert into ledger.log select tenant, split_part(note, E'\\n', 1), 'SHA_256' from ledger.head where tenant = ? "
                + "order by size desc limit 1", cast.tenant().value());
        assertThat(db.queryForMap("select * from ledger.log where tenant = ?", cast.tenant().value())).isEqualTo(was);
        assertThat(faults()).isEmpty();
    }

    @Test
    void what_was_put_into_the_queue_twice_keeps_nobody_waiting() {
        Superuser.does("insert into ledger.unsealed (tenant, matter, seq) values (?, ?, 1)", cast.tenant().value(), lamp.value());
        Superuser.does("insert into ledger.unsealed_line (tenant, log, line) select tenant, log, line from ledger.leaf where tenant = ? and log is not null "
                + "limit 1", cast.tenant().value());
        noted(lamp, "排在后面");
        Superuser.does("insert into ledger.unsealed (tenant, matter, seq) values (?, ?, 3)", cast.tenant().value(), lamp.value());
        sealed(4);
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_log_of_which_a_tile_is_gone_is_not_the_one_that_was_signed() {
        var receipt = seals.proof(cast.tenant(), lamp, 1).orElseThrow().written();
        Superuser.does("delete from ledger.tile where tenant = ? and level = 0", cast.tenant().value());
        assertThat(seals.standing(cast.tenant(), receipt)).isEqualTo(Standing.FORKED);
    }

    @Test
    void who_rewrites_the_tree_too_gets_nothing_signed() {
        long before = size();
        rewritten();
        sequencing.keepUp();
        assertThat(db.queryForObject("select count(*) from ledger.leaf where tenant = ?", Long.class, cast.tenant().value())).isZero();
        assertThat(seals.checkpoint(cast.tenant())).as("nothing is signed").isEmpty();
        assertThat(sequencing.measures()).singleElement().satisfies(it -> assertThat(it.value()).isPositive());
        assertThat(faults()).contains("TAKEN_BACK @" + before);
    }

    @Test
    void where_the_head_signed_last_is_put_away_a_log_made_anew_is_known_by_what_somebody_holds() throws IOException {
        long before = size();
        var receipt = seals.proof(cast.tenant(), lamp, 1).orElseThrow().written();
        rewritten();
        Sealed.forgotten(cast.tenant());
        sealed(2);
        assertThat(faults()).as("a log made anew agrees with itself").isEmpty();
        assertThat(held(receipt)).as("but not with what somebody holds").containsExactly("SHORTER @" + before);
        assertThat(seals.standing(cast.tenant(), receipt)).isEqualTo(Standing.SHORTER);
        noted(lamp, "补一条");
        noted(lamp, "再补一条");
        sealed(4);
        assertThat(held(receipt)).containsExactly("FORKED @" + before);
        assertThat(seals.standing(cast.tenant(), receipt)).isEqualTo(Standing.FORKED);
    }

    /// An entry is taken away, and all is to be sealed once more without it.
    private void rewritten() {
        Superuser.does("delete from ledger.entry where tenant = ? and matter = ? and seq = 2", cast.tenant().value(), lamp.value());
        for (var table : List.of("leaf", "tile", "head_signature", "head")) {
            Superuser.does("delete from ledger." + table + " where tenant = ?", cast.tenant().value());
        }
        Superuser.does("insert into ledger.unsealed (tenant, matter, seq) select tenant, matter, seq from ledger.entry where tenant = ?",
                cast.tenant().value());
        Superuser.does("insert into ledger.unsealed_line (tenant, log, line) select tenant, 'audit', id from directory.audit where tenant = ?",
                cast.tenant().value());
    }

    /// The log is cut back to a head that stands in it, what came after it is altered and given to be sealed again.
    @Test
    void what_was_cut_back_and_altered_is_not_signed_again() {
        long before = size();
        noted(lamp, "灯杆也歪了");
        sealed(4);
        long after = size();
        var at = " where tenant = " + cast.tenant().value();
        Superuser.does("create temp table tiles as select * from ledger.tile" + at);
        Superuser.does("update ledger.entry set body = body || '{\"text\": \"灯杆是直的\"}'" + at + " and matter = " + lamp.value() + " and seq = 3");
        cutBack(before);
        sequencing.keepUp();
        assertThat(size()).as("nothing is signed").isEqualTo(before);
        assertThat(faults()).containsExactly("TAKEN_BACK @" + after);
        Superuser.does("delete from ledger.unsealed" + at + "; insert into ledger.head select tenant, " + after + ", at, note from ledger.head" + at
                + " and size = " + before + "; delete from ledger.tile" + at + "; insert into ledger.tile select * from tiles; drop table tiles");
        Superuser.does("update ledger.tile set hashes = set_byte(hashes, " + (before * TreeHash.BYTES + 5) + ", 7)" + at + " and level <= 0");
        noted(lamp, "还有一条");
        sequencing.keepUp();
        assertThat(size()).as("nothing is signed over another root either").isEqualTo(before);
        assertThat(faults()).contains("REWRITTEN @" + after);
    }


    @Test
    void a_tile_or_a_head_that_was_written_over_is_named() {
        Superuser.does("update ledger.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where tenant = ? and level = 0", cast.tenant().value());
        assertThat(faults()).containsExactly("TREE #1");
        Superuser.does("update ledger.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where tenant = ? and level = 0", cast.tenant().value());
        assertThat(faults()).isEmpty();
        long size = size();
        Superuser.does("update ledger.head set note = replace(note, E'\\n' || size || E'\\n', E'\\n2\\n') where tenant = ? and size = ?",
                cast.tenant().value(), size);
        assertThat(faults()).containsExactly("HEAD @" + size, "SIGNATURE @" + size);
    }

    /// Each alone, on a ledger that says nothing before and nothing after it was undone.
    @Test
    void thirty_alterations_drawn_at_random_are_each_found_at_their_place() {
        for (int i = 0; i < 40; i++) {
            noted(lamp, "第 " + i + " 次");
        }
        sealed(43);
        var tables = List.of("entry", "leaf", "tile", "head_signature", "head");
        tables.forEach(table -> Superuser.does("create temp table kept_" + table + " as select * from ledger." + table
                + " where tenant = " + cast.tenant().value()));
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            assertThat(faults()).isEmpty();
            int seq = 2 + random.nextInt(39);
            long leaf = seals.proof(cast.tenant(), lamp, seq).orElseThrow().index();
            var place = lamp.value() + "/" + seq;
            var at = " where tenant = " + cast.tenant().value();
            var entry = at + " and matter = " + lamp.value() + " and seq = " + seq;
            var bent = "update ledger.tile set hashes = set_byte(hashes, %1$d, get_byte(hashes, %1$d) # 7)".formatted(leaf * TreeHash.BYTES + 5);
            var alteration = List.of(
                    new Alteration("update ledger.entry set body = body || '{\"text\": \"好了\"}'" + entry, "CHANGED " + place),
                    new Alteration("update ledger.entry set at = at + interval '" + (1 + random.nextInt(1_000_000)) + " microseconds'" + entry,
                            "CHANGED " + place),
                    new Alteration("update ledger.entry set by_person = by_person + 1" + entry, "CHANGED " + place),
                    new Alteration("delete from ledger.entry" + entry, "REMOVED " + place),
                    new Alteration("insert into ledger.entry select tenant, matter, seq + 1000, kind, version, body, by_person, by_unit, by_role, at, day, "
                            + "gen_random_uuid(), said, turn_unit, turn_role from ledger.entry" + entry, "INSERTED " + lamp.value() + "/" + (seq + 1000)),
                    new Alteration("update ledger.entry set body = (select body from ledger.entry" + at + " and matter = " + lamp.value() + " and seq = 1), "
                            + "kind = 'Raised'" + entry, "CHANGED " + place),
                    new Alteration("update ledger.leaf set salt = sha256(salt)" + entry, "CHANGED " + place),
                    new Alteration("delete from ledger.leaf" + entry, "LEAF_MISSING #" + leaf),
                    new Alteration("update ledger.leaf set seq = seq + 1000" + entry, "REMOVED " + lamp.value() + "/" + (seq + 1000)),
                    new Alteration(bent + at + " and level = -1", "CHANGED " + place),
                    new Alteration(bent + at + " and level = 0", "TREE #" + leaf),
                    new Alteration("delete from ledger.tile" + at + " and level = 0", "TREE #0"),
                    new Alteration("update ledger.head set note = replace(note, E'\\n' || size || E'\\n', E'\\n1000\\n')" + at + " and size = " + size(),
                            "HEAD @" + size()),
                    new Alteration("update ledger.log set origin = origin || 'x'" + at, "NAMED_OTHERWISE"))
                    .get(random.nextInt(14));
            Superuser.does(alteration.statement());
            assertThat(faults()).as("seed %d: %s", seed, alteration.statement()).isNotEmpty()
                    .anySatisfy(fault -> assertThat(fault).startsWith(alteration.found()));
            Superuser.does("update ledger.log set origin = rtrim(origin, 'x')" + at);
            tables.forEach(table -> Superuser.does("delete from ledger." + table + at + "; insert into ledger." + table + " select * from kept_" + table));
        }
        assertThat(faults()).isEmpty();
        tables.forEach(table -> Superuser.does("drop table kept_" + table));
    }

    /// @param found what the check says of it, or how that begins
    private record Alteration(String statement, String found) {}

    @Test
    void the_product_itself_cannot_change_what_is_sealed() {
        assertThatThrownBy(() -> db.update("update ledger.head set at = now() where tenant = ?", cast.tenant().value()))
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> db.update("delete from ledger.leaf where tenant = ?", cast.tenant().value())).hasMessageContaining("only added to");
        for (var change : List.of("update ledger.log set hash = 'SM3'", "delete from ledger.log", "truncate ledger.log")) {
            assertThatThrownBy(() -> db.update(change)).as(change).hasMessageContaining("only added to");
        }
    }

    @Test
    void what_somebody_raises_waits_for_no_ledger_that_is_taken_over() {
        transaction.executeWithoutResult(_ -> {
            var taken = takingOver.all(cast.coordinator(), "problem", List.of(new TakingOver.Row(UUID.randomUUID(), Subject.of("旧账", "旧账一行"),
                    new Origin("旧台账.xlsx", "2025", 7), new Taken(null, null, List.of(), null, false))));
            assertThat(taken).singleElement().satisfies(it -> assertThat(it.matter()).isNotNull());
            assertThat(db.queryForObject("select in_bulk from ledger.unsealed where tenant = ?", Boolean.class, cast.tenant().value())).isTrue();
            db.update("insert into ledger.unsealed (tenant, matter, seq, in_bulk) select ?, -n, 1, true from generate_series(1, 6000) n",
                    cast.tenant().value());
            lamp = raised("刚反映的");
        });
        Sealed.all(db, sequencing, cast.tenant());
        assertThat(seals.proof(cast.tenant(), lamp, 1).orElseThrow().index()).isLessThan(1000);
        assertThat(size()).isGreaterThan(6000);
    }

    @Test
    void the_log_tells_nothing_of_what_was_said() {
        var leaf = seals.leaves(cast.tenant(), 0, 1).orElseThrow();
        noted(lamp, "同样的话");
        noted(lamp, "同样的话");
        sealed(5);
        int size = Math.toIntExact(size());
        var leaves = seals.leaves(cast.tenant(), 0, size).orElseThrow();
        assertThat(leaves).hasSize(size * TreeHash.BYTES).startsWith(leaf);
        assertThat(db.queryForList("select distinct salt from ledger.leaf where tenant = ?", cast.tenant().value())).hasSize(size);
        assertThat(seals.leaves(cast.tenant(), 0, size + 1)).isEmpty();
        assertThat(seals.tile(cast.tenant(), 3, 0, 1)).isEmpty();
    }
}
