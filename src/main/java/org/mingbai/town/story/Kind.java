package org.mingbai.town.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mingbai.town.picture.Scene;

/// One kind of matter that comes up in the town, as `kinds.txt` tells it, its blanks still open.
/// @param unit who answers for it: a `Unit`, or VILLAGE for whichever village or community it is in
record Kind(String code, String unit, Scene scene, String category, Set<String> registers, List<String> titles, List<String> texts,
        String cause, List<String> measures, List<String> progress, String done, String wrong) {

    private static final String FILE = "/town/kinds.txt";
    private static final String OTHER = "~";

    static final String VILLAGE = "VILLAGE";

    static List<Kind> all() {
        try (var in = Objects.requireNonNull(Kind.class.getResourceAsStream(FILE), FILE)) {
            var kinds = new ArrayList<Kind>();
            for (var block : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n= ")) {
                if (!block.startsWith("#")) {
                    kinds.add(read(block.lines().toList()));
                }
            }
            return List.copyOf(kinds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind read(List<String> lines) {
        var head = List.of(lines.getFirst().split(" "));
        var said = new HashMap<String, List<String>>();
        lines.stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> said.put(line.substring(0, 1), List.of(line.substring(2).split("\\|"))));
        return new Kind(head.get(0), head.get(1), Scene.valueOf(head.get(2)), head.get(3), Set.copyOf(head.subList(4, head.size())),
                said.get("t"), said.get("x"), one(said, "c"), said.get("m"), said.get("p"), one(said, "d"), one(said, "b"));
    }

    private static String one(Map<String, List<String>> said, String key) {
        return said.get(key).getFirst();
    }

    /// This kind under one of its titles. Another problem of the kind is told in words that fit any.
    Kind titled(int which) {
        var title = titles.get(which);
        if (!title.startsWith(OTHER)) {
            return with(scene, List.of(title), texts, cause, measures, progress, done, wrong);
        }
        var plain = title.substring(1);
        return with(Scene.PAPER, List.of(plain),
                List.of("反映" + plain + "，已经{天}天，影响日常生活，希望说清什么时候能办好。", plain + "，此前口头说过两三次没有下文，希望有人到现场看一看。"),
                "日常巡查没有覆盖到这一处，问题靠群众反映才发现。",
                List.of("接件当天到现场看“" + plain + "”，能办的当场办", "就“" + plain + "”列出办法和时限，在期限内办完并请反映人看",
                        "把“" + plain + "”列入日常巡查，一个月后再看一次"),
                List.of("已到现场核实，情况属实", "处理过半，进展已告知反映人"),
                "现场处理完毕，反映人到场看过，照片前后对照附后。", "看着好了，过了几天又一样。");
    }

    private Kind with(Scene newScene, List<String> newTitles, List<String> newTexts, String newCause, List<String> newMeasures, List<String> newProgress,
            String newDone, String newWrong) {
        return new Kind(code, unit, newScene, category, registers, newTitles, newTexts, newCause, newMeasures, newProgress, newDone, newWrong);
    }
}
