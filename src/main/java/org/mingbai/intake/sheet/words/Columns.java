package org.mingbai.intake.sheet.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a column heading means. The words are in `columns.txt` beside this class: a reader who misses one adds it there.
public final class Columns {

    /// `rank` prefers one of several columns that mean the same; `confidence` is below 1 where the heading was not known word for word.
    public record Meaning(Field field, int rank, double confidence) {}

    private record Shape(Pattern pattern, Field field, int rank) {}

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]|【[^】]*】|〔[^〕]*〕|<[^<>]*>");
    private static final Pattern MARKS = Pattern.compile("[:*#★☆●■▲△◆\"'“”‘’]+");
    private static final Pattern LEADING = Pattern.compile("^(?:[0-9]{1,2}[.、)]|[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十0-9]{1,3}\\))");
    private static final Pattern COUNTED = Pattern.compile("(?<=..)(?:[一二三四五六七八九十]|[0-9]{1,2})$");
    private static final int LONGEST = 40;

    private static final Columns USUAL = read();

    private final Map<String, Meaning> known = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    private Columns() {}

    public static Columns usual() {
        return USUAL;
    }

    private static Columns read() {
        var columns = new Columns();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Columns.class.getResourceAsStream("columns.txt")), StandardCharsets.UTF_8))) {
            in.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(columns::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }

    /// `FIELD rank: word, word` or `FIELD rank ~ pattern`.
    private void line(String line) {
        var head = line.split("\\s+", 3);
        var field = Field.valueOf(head[0]);
        var rank = Integer.parseInt(head[1].replace(":", ""));
        if (head[2].startsWith("~")) {
            shapes.add(new Shape(Pattern.compile(head[2].substring(1).strip()), field, rank));
        } else {
            for (var word : head[2].replaceFirst("^:", "").split(",")) {
                known.putIfAbsent(Plain.tight(word), new Meaning(field, rank, 1));
            }
        }
    }

    /// What the heading means, or null. Blanks, line breaks, numbering, stars and what stands in brackets do not matter.
    public @Nullable Meaning of(String heading) {
        if (heading.length() > LONGEST * 2) {
            return null;
        }
        var plain = Plain.tight(heading);
        var tight = known.containsKey(plain) ? plain : MARKS.matcher(plain).replaceAll("");
        if (tight.isEmpty() || tight.length() > LONGEST) {
            return null;
        }
        var exact = known.get(tight);
        if (exact != null) {
            return exact;
        }
        var whole = shaped(tight, true);
        if (whole != null) {
            return whole;
        }
        var bare = LEADING.matcher(BRACKETS.matcher(tight).replaceAll("")).replaceFirst("");
        if (bare.isEmpty()) {
            return null;
        }
        exact = known.get(bare);
        var counted = exact == null ? known.get(COUNTED.matcher(bare).replaceFirst("")) : null;
        exact = counted != null && counted.field() != Field.NUMBER ? counted : exact;
        return exact != null ? new Meaning(exact.field(), exact.rank(), 0.95) : shaped(bare, false);
    }

    /// Whether the heading stands in the list word for word. Cheap enough to be asked of every row.
    public boolean lists(String heading) {
        return known.containsKey(Plain.tight(heading));
    }

    private @Nullable Meaning shaped(String heading, boolean pairsOnly) {
        for (var shape : shapes) {
            if ((shape.field() == Field.UNIT_AND_OWNER || !pairsOnly) && shape.pattern().matcher(heading).find()) {
                return new Meaning(shape.field(), shape.rank(), 0.75);
            }
        }
        return null;
    }
}
