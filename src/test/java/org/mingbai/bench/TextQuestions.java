package org.mingbai.bench;

import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.store.WordIndex;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// Finding words in long texts: a ledger whose matters say a thousand characters each, of words that are common or rare as words are.
final class TextQuestions {

    private static final int CHARACTERS_EACH = 1_000;
    private static final int WORDS = 20_000;
    private static final int SIGNS = 2_500;
    /// The first of the common Chinese signs in the order of Unicode: which they are does not matter here.
    private static final int FIRST_SIGN = 0x4E00;
    private static final int ROWS = 50;

    private final Ledgers ledgers;
    private final int characters;
    private final String[] words;

    TextQuestions(Ledgers ledgers, int characters) {
        this.ledgers = ledgers;
        this.characters = characters;
        var random = new Random(3);
        this.words = new String[WORDS];
        for (int i = 0; i < WORDS; i++) {
            var word = new StringBuilder();
            for (int sign = 0; sign < 2 + i % 3; sign++) {
                word.appendCodePoint(FIRST_SIGN + random.nextInt(SIGNS));
            }
            words[i] = word.toString();
        }
    }

    void ask(int repeats, double seconds, Figures figures) throws Exception {
        int matters = characters / CHARACTERS_EACH;
        var name = "bench_texts_" + matters;
        boolean there = ledgers.isThere(name);
        try (var product = there ? ledgers.again(name) : ledgers.empty(name)) {
            var town = there ? BenchTown.known(product) : BenchTown.found(product);
            if (!there) {
                load(matters, product, town, figures);
                ledgers.keep(name);
            }
            var db = product.getBean(JdbcTemplate.class);
            var megabytes = db.queryForObject("select pg_total_relation_size('ledger.words') / 1e6", Double.class);
            figures.note("Long texts", "index, MB", characters, megabytes == null ? 0 : megabytes);
            var found = product.getBean(Matters.class);
            var random = new Random(11);
            IntFunction<String> rank = most -> words[random.nextInt(most)];
            for (int repeat = 0; repeat <= repeats; repeat++) {
                var noted = repeat > 0 ? figures : new Figures();
                ask(found, town, "two of the hundred most common words", () -> rank.apply(100) + " " + rank.apply(100), noted, seconds);
                ask(found, town, "two of the two thousand most common", () -> rank.apply(2_000) + " " + rank.apply(2_000), noted, seconds);
                ask(found, town, "any word", () -> rank.apply(WORDS), noted, seconds);
            }
        }
    }

    private void load(int matters, ApplicationContext product, BenchTown town, Figures figures) {
        long began = System.nanoTime();
        town.load(matters, 0, text());
        while (product.getBean(WordIndex.class).catchUp() > 0) {
            Thread.onSpinWait();
        }
        figures.note("Long texts", "characters taken over and indexed a second", characters, characters / ((System.nanoTime() - began) / 1e9));
        product.getBean(JdbcTemplate.class).execute("vacuum analyze");
    }

    private void ask(Matters matters, BenchTown town, String what, Supplier<String> asked, Figures figures, double seconds)
            throws Exception {
        var sample = Sample.of(1, seconds, watch -> watch.time("asked", () -> matters.page(town.coordinator, new MatterFilter(BenchTown.REGISTER, Set.of(),
                false, null, null, null, null, asked.get(), MatterFilter.Order.NEWEST, null, ROWS))));
        figures.note("Long texts", what + ", µs (p50 / p95 / p99)", characters, sample.percentiles("asked"));
    }

    /// The nth most common word comes up 1/n as often as the first.
    private IntFunction<String> text() {
        return i -> {
            var random = new Random(i);
            var text = new StringBuilder(CHARACTERS_EACH + 8);
            while (text.length() < CHARACTERS_EACH) {
                text.append(words[(int) Math.pow(WORDS, random.nextDouble()) - 1]);
                if (random.nextInt(12) == 0) {
                    text.append('，');
                }
            }
            return text.substring(0, CHARACTERS_EACH);
        };
    }
}
