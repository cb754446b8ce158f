package org.mingbai.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Notes, keys and heads in the written forms that other programs read.
class NoteTest {

    /// From the documentation of the Go package that first had notes.
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void a_note_of_another_program_is_read_and_its_signature_holds() {
        var key = VerifyingKey.read(KEY).orElseThrow();
        var note = Note.read(NOTE).orElseThrow();
        assertThat(note.signedBy(List.of(key))).isTrue();
        assertThat(note.written()).isEqualTo(NOTE);
        assertThat(key.written()).isEqualTo(KEY);
        assertThat(Note.read(NOTE.replace("answer", "Answer")).orElseThrow().signedBy(List.of(key))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "text\n", "text\n\n", "text\n\n- dash eDA4Z28=\n", "text\n\n\u2014 name !!!!\n", "text\n\n\u2014 name eDA=\n",
        "a\tb\n\n\u2014 n eDA4Z28vWko=\n"})
    void what_is_no_note_is_not_read(String written) {
        assertThat(Note.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"name", "a b+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AA==", "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    void what_is_no_key_is_not_read(String written) {
        assertThat(VerifyingKey.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ED25519", "SM2"})
    void what_one_key_signs_it_alone_verifies(SigningKind kind) {
        byte[] secret = kind.fresh();
        var key = new VerifyingKey("town.example/log/1", kind.verified(), kind.publicOf(secret));
        var text = "a\nb\n".getBytes(StandardCharsets.UTF_8);
        byte[] signature = kind.sign(secret, text);
        assertThat(key.verifies(text, signature)).isTrue();
        assertThat(key.verifies("a\nc\n".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
        assertThat(key.verifies(text, new byte[3])).isFalse();
        assertThat(new VerifyingKey(key.name(), kind.verified(), kind.publicOf(kind.fresh())).verifies(text, signature)).isFalse();
        assertThat(VerifyingKey.read(key.written())).contains(key);
    }

    @Test
    void a_note_is_not_believed_for_one_good_signature_when_another_of_a_known_key_is_false() {
        byte[] secret = SigningKind.ED25519.fresh();
        var key = new VerifyingKey("a", SignatureKind.ED25519, SigningKind.ED25519.publicOf(secret));
        var note = new Note("x\n", List.of());
        var good = new Note.Signature("a", key.id(), SigningKind.ED25519.sign(secret, note.bytes()));
        var bad = new Note.Signature("a", key.id(), SigningKind.ED25519.sign(secret, new byte[] {1}));
        var foreign = new Note.Signature("b", 7, new byte[] {1, 2, 3});
        assertThat(note.with(List.of(foreign)).signedBy(List.of(key))).isFalse();
        assertThat(note.with(List.of(foreign, good)).signedBy(List.of(key))).isTrue();
        assertThat(note.with(List.of(good, bad)).signedBy(List.of(key))).isFalse();
    }

    @Test
    void a_witness_signs_the_time_too() {
        byte[] secret = SigningKind.ED25519.fresh();
        var key = new VerifyingKey("witness.example", SignatureKind.WITNESS, SigningKind.ED25519.publicOf(secret));
        var text = "town.example/log/1\n3\n".getBytes(StandardCharsets.UTF_8);
        byte[] signature = SigningKind.ED25519.sign(secret, SignatureKind.witnessed(1_700_000_000, text));
        var timed = ByteBuffer.allocate(Long.BYTES + signature.length).putLong(1_700_000_000).put(signature).array();
        assertThat(key.verifies(text, timed)).isTrue();
        timed[7]++;
        assertThat(key.verifies(text, timed)).isFalse();
        assertThat(key.verifies(text, new byte[8])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o\n", "o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n", "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"})
    void what_is_no_head_is_not_read(String text) {
        assertThat(Checkpoint.read(text)).isEmpty();
    }

    @Test
    void a_head_says_what_it_said() {
        var text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        var head = Checkpoint.read(text).orElseThrow();
        assertThat(head.size()).isEqualTo(20_852_163);
        assertThat(head.text()).isEqualTo(text);
        assertThat(Checkpoint.read(text + "for others\n")).isPresent();
        assertThat(Checkpoint.read(text + "x\n".repeat(40_000))).as("however many lines are for others").isPresent();
    }

    @Test
    void a_key_hands_over_once_and_whoever_kept_it_does_so_in_vain() {
        var origin = "town.example/log/1";
        byte[] old = SigningKind.ED25519.fresh();
        var was = new VerifyingKey(origin, SignatureKind.ED25519, SigningKind.ED25519.publicOf(old));
        var is = new VerifyingKey(origin, SignatureKind.ED25519, SigningKind.ED25519.publicOf(SigningKind.ED25519.fresh()));
        var stolen = new VerifyingKey(origin, SignatureKind.ED25519, SigningKind.ED25519.publicOf(SigningKind.ED25519.fresh()));
        var known = new KnownKeys(List.of(was, is), List.of(handedOver(origin, 500, old, was, is)));
        for (long size : new long[] {400, 500, 9000}) {
            var told = new KnownKeys(List.of(was, stolen), List.of(handedOver(origin, size, old, was, stolen)));
            assertThat(known.followed(told).keys()).containsExactly(was, is);
            assertThat(KnownKeys.of(List.of(was)).followed(known).followed(told).keys()).containsExactly(was, is);
        }
        var other = new VerifyingKey("elsewhere", SignatureKind.ED25519, is.bytes());
        assertThat(KnownKeys.of(List.of(was)).followed(new KnownKeys(List.of(), List.of(handedOver(origin, 7, old, was, other)))).keys())
                .as("a key of another log").containsExactly(was);
    }

    private static Note handedOver(String origin, long size, byte[] secret, VerifyingKey was, VerifyingKey is) {
        var note = KnownKeys.handover(new Checkpoint(origin, size, new byte[32]), List.of(is));
        return note.with(List.of(new Note.Signature(origin, was.id(), SigningKind.ED25519.sign(secret, note.bytes()))));
    }

    @Test
    void the_keys_of_several_logs_are_read_as_they_were_written_and_nothing_else_is() {
        var logs = List.of("town.example/log/1", "town.example/log/2").stream().map(origin -> {
            byte[] old = SigningKind.ED25519.fresh();
            var was = new VerifyingKey(origin, SignatureKind.ED25519, SigningKind.ED25519.publicOf(old));
            var is = new VerifyingKey(origin, SignatureKind.ED25519, SigningKind.ED25519.publicOf(SigningKind.ED25519.fresh()));
            return new KnownKeys(List.of(was, is), List.of(handedOver(origin, 7, old, was, is)));
        }).toList();
        var written = KnownKeys.all(logs).written();
        assertThat(KnownKeys.read(written.replace("\n", "\r\n")).orElseThrow().written()).isEqualTo(written);
        assertThat(KnownKeys.read(KEY + "\n\n" + KEY + "\n").orElseThrow().keys()).hasSize(2);
        for (var none : List.of("", "hello", NOTE, KEY + "\nhello", KEY + "\n\nhello\n", written + "\nhello")) {
            assertThat(KnownKeys.read(none)).as(none).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0,000", "67,067", "999,999", "1000,x001/000", "1234067,x001/x234/067"})
    void a_tile_has_the_path_of_its_number(long n, String path) {
        assertThat(LogReading.path(n)).isEqualTo(path);
    }

    @Test
    void json_has_one_form_only() {
        var node = Canonical.read("{\"b\": [1.50, 0, -2, 1e3, true, null, {}], \"a\": \"\\u0001\\\"\\\\/\u00e9\\n\u4e2d\", \"A\": {\"y\":1,\"x\":[]}}");
        assertThat(new String(Canonical.bytes(Map.of("z", node, "k", 5, "d", "x")), StandardCharsets.UTF_8))
                .isEqualTo("{\"d\":\"x\",\"k\":5,"
                        + "\"z\":{\"A\":{\"x\":[],\"y\":1},\"a\":\"\\u0001\\\"\\\\/\u00e9\\n\u4e2d\",\"b\":[1.5,0,-2,1000,true,null,{}]}}");
    }
}
