package org.mingbai.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.TestDatabase;

/// Keys are replaced, and what was signed with the old one stays provable, and nothing later.
@Provokes("org.mingbai.ledger.seal.Sequencing")
@MingbaiTest
class ReplacedKeysTest extends SealedLedger {

    @Test
    void an_old_head_stays_checkable_when_the_key_is_replaced() {
        var receipt = seals.proof(cast.tenant(), lamp, 1).orElseThrow();
        var old = seals.keys(cast.tenant());
        seals.renewKeys();
        var both = seals.keys(cast.tenant());
        assertThat(both).hasSize(old.size() + 1).containsAll(old);
        assertThat(seals.standing(cast.tenant(), receipt.written())).isEqualTo(Standing.STANDS);
        assertThat(seals.checkpoint(cast.tenant()).orElseThrow().signedBy(old)).as("who trusts the old key can follow").isTrue();
        assertThat(seals.checkpoint(cast.tenant()).orElseThrow().signedBy(List.of(both.getLast()))).isTrue();
        noted(lamp, "换了钥匙以后");
        sealed(4);
        assertThat(seals.checkpoint(cast.tenant()).orElseThrow().signedBy(old)).as("the old one signs no more").isFalse();
        assertThat(faults()).isEmpty();
    }

    @Test
    void who_kept_a_replaced_key_signs_nothing_that_is_believed() throws IOException {
        var old = seals.known(cast.tenant()).orElseThrow();
        var forger = Forged.with(TestDatabase.DATA.resolve(SealKeys.NAME));
        seals.renewKeys();
        var told = seals.known(cast.tenant()).orElseThrow();
        noted(lamp, "换了钥匙以后");
        sealed(4);
        var now = seals.checkpoint(cast.tenant()).orElseThrow();
        assertThat(old.signed(now)).isFalse();
        assertThat(old.followed(KnownKeys.read(told.written()).orElseThrow()).signed(now)).as("led over by what the old key signed").isTrue();
        assertThat(old.followed(KnownKeys.of(seals.keys(cast.tenant()))).signed(now)).as("a key alone leads nowhere").isFalse();

        var head = forger.head(now.text());
        assertThat(old.signed(head)).as("to whom nobody said so").isTrue();
        assertThat(told.contested(head)).isTrue();
        assertThat(held(head.written())).as("the log has it").isEmpty();
        var larger = forger.head(new Checkpoint(Checkpoint.read(now.text()).orElseThrow().origin(), size() + 500, new byte[TreeHash.BYTES]).text());
        assertThat(held(larger.written())).containsExactly("CONTESTED @" + (size() + 500));
        var genuine = seals.proof(cast.tenant(), lamp, 3).orElseThrow();
        assertThat(seals.standing(cast.tenant(), forger.proof(genuine).written())).isEqualTo(Standing.STANDS);
        var other = forger.otherwise(genuine);
        assertThat(held(other.written())).containsExactly("CONTESTED @" + size());
        assertThat(seals.standing(cast.tenant(), other.written())).isEqualTo(Standing.CONTESTED);
        Superuser.does("update ledger.head set note = ? where tenant = ? and size = ?", head.written(), cast.tenant().value(), size());
        assertThat(faults()).containsExactly("CONTESTED @" + size());
        assertThat(seals.renewKeys()).as("no handover there").isEqualTo(new Seals.Renewed.Refused(cast.tenant()));
        assertThat(faults()).containsExactly("CONTESTED @" + size());
    }

    /// Rows that do not hold below the last head made it seem not to be ours, and the old key was ended at the head before it.
    @Test
    void what_others_wrote_below_the_last_head_ends_no_key_too_early() {
        var old = seals.keys(cast.tenant());
        long last = size();
        Superuser.does("insert into ledger.head_signature select tenant, size, 'x', "
                + "substr(split_part(note, E'\\n\\n', 2), 1, length(split_part(note, E'\\n\\n', 2)) - 12) || 'AAAA' || right(note, 8), at from ledger.head "
                + "where tenant = ? and size = ?", cast.tenant().value(), last);
        assertThat(faults()).containsExactly("SIGNATURE @" + last);
        assertThat(seals.renewKeys()).isInstanceOf(Seals.Renewed.Done.class);
        assertThat(seals.known(cast.tenant()).orElseThrow().written()).as("handed over at the last head").contains("\n" + last + "\n");
        assertThat(seals.keys(cast.tenant())).hasSize(old.size() + 1);
    }

    @Test
    void no_key_is_replaced_where_the_last_head_is_not_that_of_the_tables() {
        var old = seals.keys(cast.tenant());
        noted(lamp, "灯杆也歪了");
        sealed(4);
        for (var how : List.of("delete from ledger.head where tenant = %1$d and size = %2$d", "update ledger.tile set hashes = set_byte(hashes, 5, "
                + "get_byte(hashes, 5) # 7) where tenant = %1$d and level = 0", "update ledger.head set size = size + 1 where tenant = %1$d and size = %2$d")) {
            Superuser.does("create temp table heads as select * from ledger.head where tenant = " + cast.tenant().value()
                    + "; create temp table tiles as select * from ledger.tile where tenant = " + cast.tenant().value());
            Superuser.does(how.formatted(cast.tenant().value(), size()));
            assertThat(seals.renewKeys()).as(how).isEqualTo(new Seals.Renewed.Refused(cast.tenant()));
            for (var table : List.of("head", "tile")) {
                Superuser.does("delete from ledger." + table + " where tenant = " + cast.tenant().value() + "; insert into ledger." + table
                        + " select * from " + table + "s; drop table " + table + "s");
            }
        }
        assertThat(seals.keys(cast.tenant())).isEqualTo(old);
        assertThat(seals.renewKeys()).isInstanceOf(Seals.Renewed.Done.class);
    }

    @Test
    void a_receipt_from_before_the_log_was_cut_back_is_not_told_as_made_up_where_the_key_was_replaced_after() throws IOException {
        long before = size();
        noted(lamp, "灯杆也歪了");
        sealed(4);
        var receipt = seals.proof(cast.tenant(), lamp, 3).orElseThrow().written();
        long after = size();
        cutBack(before);
        Sealed.forgotten(cast.tenant());
        seals.renewKeys();
        assertThat(held(receipt)).containsExactly("CONTESTED @" + after);
        assertThat(seals.standing(cast.tenant(), receipt)).isEqualTo(Standing.CONTESTED);
    }

    @Test
    void a_key_that_signed_beside_the_old_one_is_not_believed_for_that() {
        var stranger = SigningKind.ED25519.fresh();
        var head = seals.checkpoint(cast.tenant()).orElseThrow();
        var origin = Checkpoint.read(head.text()).orElseThrow().origin();
        var key = new VerifyingKey(origin, SignatureKind.ED25519, SigningKind.ED25519.publicOf(stranger));
        var both = head.with(List.of(new Note.Signature(origin, key.id(), SigningKind.ED25519.sign(stranger, head.bytes()))));
        var named = KnownKeys.handover(Checkpoint.read(head.text()).orElseThrow(), List.of(key));
        var alone = named.with(List.of(new Note.Signature(origin, key.id(), SigningKind.ED25519.sign(stranger, named.bytes()))));
        var known = seals.known(cast.tenant()).orElseThrow();
        for (var handover : List.of(both, alone)) {
            assertThat(known.followed(new KnownKeys(List.of(key), List.of(handover))).keys()).doesNotContain(key);
        }
    }

    /// In one file with the keys of another body, a body's own signs nothing in the other's name.
    @Test
    void a_key_signs_heads_of_its_own_log_and_of_no_other() {
        var secret = SigningKind.ED25519.fresh();
        var theirs = new VerifyingKey("elsewhere/log/1", SignatureKind.ED25519, SigningKind.ED25519.publicOf(secret));
        var all = KnownKeys.all(List.of(seals.known(cast.tenant()).orElseThrow(), KnownKeys.of(List.of(theirs))));
        var ours = Checkpoint.read(seals.checkpoint(cast.tenant()).orElseThrow().text()).orElseThrow();
        assertThat(all.signed(signed(theirs, secret, new Note(new Checkpoint(theirs.name(), 7, ours.root()).text(), List.of())))).isTrue();
        var claimed = signed(theirs, secret, new Note(new Checkpoint(ours.origin(), ours.size() + 1, ours.root()).text(), List.of()));
        assertThat(all.signed(claimed)).isFalse();
        assertThat(all.contested(claimed)).isFalse();
        var handover = signed(theirs, secret, KnownKeys.handover(new Checkpoint(ours.origin(), 1, ours.root()),
                List.of(new VerifyingKey(ours.origin(), SignatureKind.ED25519, SigningKind.ED25519.publicOf(secret)))));
        assertThat(all.followed(KnownKeys.read(all.written() + "\n" + handover.written()).orElseThrow()).keys()).isEqualTo(all.keys());
        var ended = signed(theirs, secret, KnownKeys.handover(new Checkpoint(ours.origin(), 1, ours.root()), List.of(theirs)));
        assertThat(new KnownKeys(all.keys(), List.of(ended)).signed(seals.checkpoint(cast.tenant()).orElseThrow())).isTrue();
    }

    private static Note signed(VerifyingKey key, byte[] secret, Note note) {
        return note.with(List.of(new Note.Signature(key.name(), key.id(), SigningKind.ED25519.sign(secret, note.bytes()))));
    }
}
