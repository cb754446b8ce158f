package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.mingbai.ledger.Story.FIRST_DAY;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.directory.OrganisationId;

/// What may stand in a journal. The fields are found by looking at the records, so that a new one without a check fails here.
class WordingTest {

    private static final String TEN_MEGABYTES = "长".repeat(10_000_000 / 2);

    /// One text in one record, as the path to it: `Assign.to.owners`.
    private record Field(String path, Type root, int leaf) {}

    private static final Set<Class<?>> ROOTS = Set.of(Act.class, Subject.class, Taken.class, Origin.class);

    @TestFactory
    Stream<DynamicTest> every_text_of_every_record_is_looked_at() {
        return fields().stream().map(field -> DynamicTest.dynamicTest(field.path(), () -> {
            assertThat(faultIn(made(field, field.path().endsWith("sha256") ? "ab".repeat(32) : "good"))).isEmpty();
            assertThat(faultIn(made(field, TEN_MEGABYTES)).orElseThrow()).isInstanceOfAny(Refusal.TooLong.class, Refusal.Missing.class);
            for (var hidden : List.of("a\u0000b", "a\u202Eb", "a\uD800", "\uDC00a", "a\u001Bb")) {
                assertThat(faultIn(made(field, hidden)).orElseThrow()).isInstanceOfAny(Refusal.HiddenCharacters.class, Refusal.Missing.class);
            }
        }));
    }

    @Test
    void the_walk_finds_the_texts_that_are_known_to_be_there() {
        assertThat(fields()).extracting(Field::path).contains("Decline.wayToGo", "Assign.to.owners", "Plan.measures.owner",
                "AttachEvidence.files.mediaType", "RecordVerdict.verdict.words", "Subject.fields.key", "Subject.fields.value", "Taken.measures.goal",
                "Origin.sheet", "Correct.says");
    }

    @Test
    void a_character_outside_the_first_plane_counts_as_one() {
        assertThat(title("𠮷".repeat(Wording.LINE_MAX))).isEmpty();
        assertThat(title("𠮷".repeat(Wording.LINE_MAX + 1))).contains(new Refusal.TooLong("title", Wording.LINE_MAX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"路灯不亮", "𠮷野家门前", "👨‍👩‍👧 🏳️‍🌈 👍🏽", "<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "أضواء الشارع\u200F",
        "می\u200Cخواهم", "two\nlines\tand a tab", "\uFEFFpasted", "a\u00ADb"})
    void what_people_really_write_is_kept(String text) {
        assertThat(title(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\u0007", "a\u0085", "\u202Aa", "\u202Ea", "\u2066a", "\u2069a", "a\uD83D", "\uDE00a", "a\uD800\uD800b"})
    void what_hides_or_turns_the_text_is_refused(String text) {
        assertThat(title(text)).contains(new Refusal.HiddenCharacters("title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "　　", "\u00A0", "\u200B", "\u200D", "\u3164", "\u2800", "\uFEFF", "\uFE0F", "\u0000"})
    void what_cannot_be_seen_says_nothing(String text) {
        assertThat(title(text)).contains(new Refusal.Missing("title"));
    }

    @Test
    void ten_megabytes_are_refused_at_once() {
        assertTimeout(Duration.ofSeconds(2), () -> assertThat(title(TEN_MEGABYTES)).contains(new Refusal.TooLong("title", Wording.LINE_MAX)));
    }

    @Test
    void a_file_must_be_named_by_its_content() {
        for (var file : List.of(new Evidence.File("AB".repeat(32), "a", "a/b", 1), new Evidence.File("../../etc", "a", "a/b", 1),
                new Evidence.File("ab".repeat(32), "a", "a/b", -1))) {
            assertThat(Wording.faultIn(new Act.AttachEvidence(List.of(), List.of(file), null))).contains(new Refusal.Missing("files"));
        }
    }

    private static Optional<Refusal> title(String text) {
        return Wording.faultIn(Subject.of(text, "text"));
    }

    private static Optional<Refusal> faultIn(Object made) {
        return switch (made) {
            case Act act -> Wording.faultIn(act);
            case Subject subject -> Wording.faultIn(subject);
            case Taken taken -> Wording.faultIn(taken);
            case Origin origin -> Wording.faultIn(origin);
            default -> throw new AssertionError(made);
        };
    }

    /// A record in which every text is harmless but one.
    private static Object made(Field field, String text) {
        return new Maker(text, field.leaf()).make(field.root());
    }

    private static List<Field> fields() {
        var found = new ArrayList<Field>();
        for (var root : ROOTS) {
            for (var type : root.isSealed() ? root.getPermittedSubclasses() : new Class<?>[] {root}) {
                var maker = new Maker("good", -1);
                maker.make(type);
                for (int leaf = 0; leaf < maker.leaves.size(); leaf++) {
                    found.add(new Field(maker.leaves.get(leaf), type, leaf));
                }
            }
        }
        return found;
    }

    /// Makes a record of any shape, with everything in it, and remembers where its texts are.
    private static final class Maker {

        private final String text;
        private final int poisoned;
        private final List<String> leaves = new ArrayList<>();

        Maker(String text, int poisoned) {
            this.text = text;
            this.poisoned = poisoned;
        }

        Object make(Type type) {
            return make(type, ((Class<?>) type).getSimpleName());
        }

        private @Nullable Object make(Type type, String path) {
            if (type instanceof ParameterizedType of) {
                var of0 = of.getActualTypeArguments()[0];
                if (of.getRawType() == List.class) {
                    return List.of(make(of0, path));
                }
                return Map.of(make(of0, path + ".key"), make(of.getActualTypeArguments()[1], path + ".value"));
            }
            var kind = (Class<?>) type;
            if (kind == String.class) {
                return leaf(path);
            }
            if (kind == int.class || kind == Integer.class) {
                return 1;
            }
            if (kind == long.class) {
                return 1L;
            }
            if (kind == boolean.class || kind == Boolean.class) {
                return true;
            }
            if (kind == LocalDate.class) {
                return FIRST_DAY;
            }
            if (kind == OrganisationId.class) {
                return Cast.ROADS;
            }
            if (kind == Deadline.class) {
                return Deadline.by(FIRST_DAY);
            }
            return kind.isEnum() ? kind.getEnumConstants()[0] : record(kind, path);
        }

        private String leaf(String path) {
            leaves.add(path);
            if (leaves.size() - 1 == poisoned) {
                return text;
            }
            return path.endsWith("sha256") ? "ab".repeat(32) : "good";
        }

        private Object record(Class<?> kind, String path) {
            var parts = kind.getRecordComponents();
            try {
                Constructor<?> constructor =
                        kind.getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
                return constructor.newInstance(
                        Arrays.stream(parts).map(part -> make(part.getGenericType(), path + "." + part.getName())).toArray());
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(path, e);
            }
        }
    }
}
