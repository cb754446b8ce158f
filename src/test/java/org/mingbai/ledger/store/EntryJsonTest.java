package org.mingbai.ledger.store;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingbai.ledger.Entry;

/// What is in a journal is read for ever as it was written. `entries.txt` holds samples of every kind; a line of it is never changed, only
/// further ones are added.
class EntryJsonTest {

    private record Sample(String kind, int version, String body) {}

    @TestFactory
    Stream<DynamicTest> every_sample_is_read_and_written_again_as_it_was() {
        return samples().stream().map(sample -> DynamicTest.dynamicTest(sample.kind() + " " + sample.body(), () -> {
            var entry = EntryJson.read(sample.kind(), sample.version(), sample.body());
            assertThat(EntryJson.kind(entry)).isEqualTo(sample.kind());
            assertThat(EntryJson.body(entry)).isEqualTo(sample.body());
        }));
    }

    @Test
    void every_kind_of_entry_has_a_sample() {
        var sampled = samples().stream().collect(toMap(Sample::kind, Sample::body, (one, _) -> one)).keySet();
        assertThat(Arrays.stream(Entry.class.getPermittedSubclasses()).map(Class::getSimpleName)).allSatisfy(kind -> assertThat(sampled).contains(kind));
    }

    private static List<Sample> samples() {
        try (var in = EntryJsonTest.class.getResourceAsStream("/org/mingbai/ledger/entries.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(" ", 3))
                    .map(parts -> new Sample(parts[0], Integer.parseInt(parts[1]), parts[2])).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
