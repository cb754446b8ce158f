package org.mingbai.ledger.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The public keys of a log, and how each was handed over to the next. A key that was replaced is believed for heads up to the one at which it was,
/// and for none after that: whoever still has its secret proves nothing new with it.
public final class KnownKeys {

    private static final String NEXT = "next ";

    private final List<VerifyingKey> keys;
    private final List<Note> handovers;
    /// Up to which size; nothing for a key that was not replaced.
    private final Map<VerifyingKey, Long> until = new HashMap<>();

    /// @param keys the oldest first
    /// @param handovers heads that name the keys that sign from then on, signed by those before
    KnownKeys(List<VerifyingKey> keys, List<Note> handovers) {
        this.keys = List.copyOf(keys);
        this.handovers = List.copyOf(handovers);
        for (var key : this.keys) {
            handovers.stream().filter(note -> named(key, note) && note.signedBy(List.of(key)))
                    .filter(note -> !next(note).isEmpty() && !next(note).contains(key))
                    .flatMap(note -> Checkpoint.read(note.text()).stream())
                    .forEach(head -> until.merge(key, head.size(), Math::min));
        }
    }

    /// Of which nobody knows whether they were replaced.
    public static KnownKeys of(List<VerifyingKey> keys) {
        return new KnownKeys(keys, List.of());
    }

    /// As a log gives them: a key in each line, and behind an empty line each handover. Empty when it is something else.
    public static Optional<KnownKeys> read(String written) {
        var keys = new ArrayList<VerifyingKey>();
        var handovers = new ArrayList<Note>();
        var blocks = written.replace("\r\n", "\n").strip().split("\n{2,}");
        for (int i = 0; i < blocks.length; i++) {
            var lines = blocks[i].lines().map(VerifyingKey::read).toList();
            if (lines.stream().allMatch(Optional::isPresent)) {
                lines.forEach(it -> keys.add(it.orElseThrow()));
                continue;
            }
            var note = i + 1 < blocks.length ? Note.read(blocks[i] + "\n\n" + blocks[++i] + "\n") : Optional.<Note>empty();
            if (note.isEmpty()) {
                return Optional.empty();
            }
            handovers.add(note.get());
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new KnownKeys(keys, handovers));
    }

    /// Those of several logs.
    public static KnownKeys all(List<KnownKeys> logs) {
        return new KnownKeys(logs.stream().flatMap(it -> it.keys.stream()).toList(), logs.stream().flatMap(it -> it.handovers.stream()).toList());
    }

    /// What the keys before sign when these take their place: the last head, and their names behind it.
    static Note handover(Checkpoint head, List<VerifyingKey> next) {
        return new Note(head.text() + next.stream().map(key -> NEXT + key.written() + "\n").collect(Collectors.joining()), List.of());
    }

    private static List<VerifyingKey> next(Note handover) {
        return handover.text().lines().filter(line -> line.startsWith(NEXT)).flatMap(line -> VerifyingKey.read(line.substring(NEXT.length())).stream())
                .toList();
    }

    public String written() {
        return keys.stream().map(key -> key.written() + "\n").collect(Collectors.joining())
                + handovers.stream().map(note -> "\n" + note.written()).collect(Collectors.joining());
    }

    /// The oldest first.
    public List<VerifyingKey> keys() {
        return keys;
    }

    /// Whether a head is signed by a key that could sign it.
    public boolean signed(Note head) {
        return Checkpoint.read(head.text()).filter(it -> head.signedBy(at(it))).isPresent();
    }

    /// Whether only keys signed it that were replaced at a smaller head. It and the handover contradict each other, and one key signed both: either it
    /// was misused since, or the log was cut back before it was replaced. Neither is proved by them alone.
    public boolean contested(Note head) {
        return !signed(head) && head.signedBy(keys.stream().filter(key -> named(key, head)).toList());
    }

    /// A file may hold the keys of several logs: each signs the heads of the log that has its name, and no other's.
    private List<VerifyingKey> at(Checkpoint head) {
        return keys.stream().filter(key -> key.name().equals(head.origin()) && head.size() <= until.getOrDefault(key, Long.MAX_VALUE)).toList();
    }

    /// With those to which these were handed over, as the log tells it: each handover is believed when a key signed it that was not replaced before. A
    /// key hands over once; whoever kept its secret does so in vain.
    public KnownKeys followed(KnownKeys told) {
        var all = this;
        for (var handover : told.handovers) {
            if (handover.signedBy(all.inForce(handover))) {
                var more = new ArrayList<>(all.keys);
                next(handover).stream().filter(key -> !more.contains(key) && named(key, handover)).forEach(more::add);
                var known = new ArrayList<>(all.handovers);
                known.add(handover);
                all = new KnownKeys(more, known);
            }
        }
        return all;
    }

    private List<VerifyingKey> inForce(Note handover) {
        return keys.stream().filter(key -> named(key, handover) && !until.containsKey(key)).toList();
    }

    private static boolean named(VerifyingKey key, Note head) {
        return Checkpoint.read(head.text()).filter(it -> it.origin().equals(key.name())).isPresent();
    }
}
