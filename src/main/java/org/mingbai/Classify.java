package org.mingbai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mingbai.intake.TextFile;
import org.mingbai.pattern.Classifier;
import org.mingbai.pattern.Example;
import org.mingbai.pattern.Guess;
import org.mingbai.pattern.Training;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Learns categories from one table of texts and guesses those of another. Needs no database.
final class Classify implements Verb {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final double NANOS = 1e9;

    private record Sorted(String id, String category, double confidence, List<String> why, List<Guess.Other> others) {}

    @Override
    public String name() {
        return "classify";
    }

    @Override
    public String form() {
        return "--train FILE --test FILE [--format json|text]";
    }

    @Override
    public String chinese() {
        return "从一份已归类的文本中学习，给另一份文本提出类别建议，并说明依据";
    }

    @Override
    public String english() {
        return "learn categories from one table of texts, suggest those of another, and say why";
    }

    @Override
    public String chineseMore() {
        return """
                --train         已归类的表：列 title、body、category（CSV 用 UTF-8 或 GB18030，也可用 .xlsx）
                --test          要归类的表：列 title、body；有 id 列则用它，否则用行号（列名下第一行为 1）；有 category 列则另报告符合程度
                --format json   数组，每行一项：id、category、confidence、why（起作用的词）、others
                同样的输入总得到同样的结果。进度和符合程度写在标准错误输出。
                退出码：0 已办；2 命令写法有误、文件读不了、缺列，或没有可区分的类别。""";
    }

    @Override
    public String englishMore() {
        return """
                --train         what is sorted already: columns title, body, category (CSV in UTF-8 or GB18030, or .xlsx)
                --test          what is to be sorted: columns title, body; named by its id column, else by its number below the headings;
                                with a category column it is also told how well the guesses fit
                --format json   an array with id, category, confidence, why (the words that told) and others for each row
                The same input always gives the same answer. Progress and fit are written to standard error.
                Exit codes: 0 done; 2 misused, a file that cannot be read, a column missing, or no categories to tell apart.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--train", "--test", "--format")).alone("classify");
        var format = Formats.of(arguments);
        var training = Table.read(arguments.needed("--train"), "title", "body", "category");
        var asked = Table.read(arguments.needed("--test"), "title", "body");
        long from = System.nanoTime();
        var classifier = learned(training);
        terminal.complain("学习用时 %.1f 秒。".formatted((System.nanoTime() - from) / NANOS), "Learnt in %.1f s.".formatted((System.nanoTime() - from) / NANOS));
        var guesses = asked.lines().stream().map(line -> classifier.guess(line.at("title"), line.at("body"))).toList();
        tell(asked.lines(), guesses, format, terminal);
        fit(asked.lines(), guesses, terminal);
        return 0;
    }

    private static Classifier learned(TextFile.Read training) {
        var examples = training.lines().stream().map(it -> new Example(it.at("title"), it.at("body"), it.at("category"))).toList();
        return switch (Classifier.train(examples)) {
            case Training.Learned(var classifier) -> classifier;
            case Training.NothingToTellApart(int count, int categories) -> throw new Misuse(
                    "没有可区分的类别：" + count + " 行有类别，共 " + categories + " 种。至少要有两种。",
                    "There is nothing to tell apart: " + count + " rows have a category, " + categories + " in all. At least two are needed.");
        };
    }

    private static void tell(List<TextFile.Line> lines, List<Guess> guesses, String format, Terminal terminal) {
        var rows = new ArrayList<Sorted>();
        for (int at = 0; at < guesses.size(); at++) {
            var guess = guesses.get(at);
            rows.add(new Sorted(Table.nameOf(lines.get(at), at + 1), guess.category(), guess.confidence(), guess.why(), guess.others()));
        }
        if (format.equals("json")) {
            terminal.out().println(JSON.writeValueAsString(rows));
        } else {
            rows.forEach(row -> terminal.out().println("%s\t%s\t%.2f\t%s".formatted(row.id(), row.category(), row.confidence(), String.join(" ", row.why()))));
        }
    }

    /// How well the guesses fit where the truth stands beside them: each category's F1, weighted by how many it has.
    private static void fit(List<TextFile.Line> lines, List<Guess> guesses, Terminal terminal) {
        var truth = lines.stream().map(it -> it.at("category")).toList();
        if (truth.stream().anyMatch(String::isEmpty)) {
            return;
        }
        double sum = 0;
        for (var category : new TreeSet<>(truth)) {
            int both = 0;
            int told = 0;
            int guessed = 0;
            for (int at = 0; at < truth.size(); at++) {
                boolean is = truth.get(at).equals(category);
                boolean said = guesses.get(at).category().equals(category);
                both += is && said ? 1 : 0;
                told += is ? 1 : 0;
                guessed += said ? 1 : 0;
            }
            sum += told * 2.0 * both / (told + guessed);
        }
        terminal.complain("与表中类别相比，加权 F1 为 %.4f（%d 行）。".formatted(sum / truth.size(), truth.size()),
                "Against the categories in the table, weighted F1 is %.4f (%d rows).".formatted(sum / truth.size(), truth.size()));
    }
}
