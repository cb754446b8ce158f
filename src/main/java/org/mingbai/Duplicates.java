package org.mingbai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mingbai.pattern.NearCopies;
import org.mingbai.pattern.SameSubject;
import org.mingbai.pattern.Subject;
import org.mingbai.pattern.Voice;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Finds near copies and texts of one subject in a table. Needs no database.
final class Duplicates implements Verb {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private record Told(List<List<String>> groups, List<OneSubject> subjects) {}

    private record OneSubject(List<String> ids, List<String> places, List<String> words) {}

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String form() {
        return "FILE [--format json|text] [--near-only]";
    }

    @Override
    public String chinese() {
        return "在一份文本中找出近乎相同的，以及说同一件事的";
    }

    @Override
    public String english() {
        return "find near copies, and texts about the same thing, in a table of texts";
    }

    @Override
    public String chineseMore() {
        return """
                FILE            列 title、body，最好有 id（没有则用行号）；其他列不看
                --near-only     只找近乎相同的；超过一万二千行时须写
                --format json   groups：近乎相同的各组编号（标题连正文，连续五字的组合有一半以上相同）；
                                subjects：说同一件事的各组，ids 为编号，places 和 words 为把它们连在一起的地名和词
                一段文本可以既在 groups 又在 subjects 里。同样的输入总得到同样的结果。
                退出码：0 已办；2 命令写法有误、文件读不了、缺列，或编号重复。""";
    }

    @Override
    public String englishMore() {
        return """
                FILE            columns title, body and best an id (else the number of the row); other columns are not looked at
                --near-only     near copies only; needed beyond 12,000 rows
                --format json   groups: the ids of near copies (half or more of all runs of five letters in title and body are shared);
                                subjects: texts about the same thing, with ids, and the places and words that hold them together
                A text may be in groups and in subjects. The same input always gives the same answer.
                Exit codes: 0 done; 2 misused, a file that cannot be read, a column missing, or an id that stands twice.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of("--near-only"), Set.of("--format"));
        if (arguments.plain().size() != 1) {
            throw new Misuse("请给出一个文件。", "Please name one file.");
        }
        var format = Formats.of(arguments);
        var voices = voices(arguments.plain().getFirst());
        boolean nearOnly = arguments.flags().contains("--near-only");
        if (!nearOnly && voices.size() > SameSubject.VOICES_MAX) {
            throw new Misuse("超过 " + SameSubject.VOICES_MAX + " 行，只能用 --near-only 找近乎相同的。",
                    "More than " + SameSubject.VOICES_MAX + " rows: only near copies can be found, with --near-only.");
        }
        var near = NearCopies.among(voices);
        var subjects = nearOnly ? List.<Subject>of() : SameSubject.among(voices);
        if (format.equals("json")) {
            terminal.out().println(JSON.writeValueAsString(new Told(near.stream().map(Duplicates::ids).toList(),
                    subjects.stream().map(it -> new OneSubject(ids(it.voices()), it.places(), it.words())).toList())));
        } else {
            terminal.say("近乎相同的 " + near.size() + " 组：", near.size() + " groups of near copies:");
            near.forEach(group -> terminal.out().println("  " + String.join(" ", ids(group)) + "  " + group.getFirst().title()));
            terminal.say("说同一件事的 " + subjects.size() + " 组：", subjects.size() + " groups about the same thing:");
            subjects.forEach(it -> terminal.out().println("  " + String.join(" ", it.places()) + " | " + String.join(" ", it.words()) + " | "
                    + String.join(" ", ids(it.voices()))));
        }
        return 0;
    }

    private static List<Voice> voices(String file) throws Exception {
        var lines = Table.read(file, "title", "body").lines();
        var voices = new ArrayList<Voice>();
        var seen = new TreeSet<String>();
        for (int at = 0; at < lines.size(); at++) {
            var id = Table.nameOf(lines.get(at), at + 1);
            if (!seen.add(id)) {
                throw new Misuse(file + "：编号“" + id + "”重复（第 " + lines.get(at).number() + " 行）。",
                        file + ": the id \"" + id + "\" stands twice (row " + lines.get(at).number() + ").");
            }
            voices.add(new Voice(id, lines.get(at).at("title"), lines.get(at).at("body")));
        }
        return voices;
    }

    private static List<String> ids(List<Voice> voices) {
        return voices.stream().map(Voice::id).toList();
    }
}
