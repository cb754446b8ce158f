package org.mingbai.reporting.roadmap;

import java.awt.geom.Path2D;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Words;

/// Lays a road map out on one A4 sheet across: time from left to right, a lane for each unit, each node at its day with its words beside it. Type is
/// as large as lets everything stand on the sheet without covering anything else.
final class MapLayout {

    /// A4 across at 96 dots an inch.
    static final int WIDTH = 1123;
    static final int HEIGHT = 794;

    private static final double MARGIN = 34;
    private static final double NAMES = 128;
    private static final double LEFT = MARGIN + NAMES;
    private static final double RIGHT = WIDTH - MARGIN - 8;
    private static final double FOOT = HEIGHT - 44;
    private static final double LEADING = 1.3;
    private static final double TITLE = 21;
    /// The height of the names of the months.
    private static final double SCALE = 19;
    private static final double SMALL = 11;
    private static final double MONTH_LEAST = 40;
    private static final int SHORT_DAYS = 62;
    private static final double DAY_LEAST = 84;
    private static final int LINES_MOST = 6;
    private static final double GAP = 10;
    private static final double ROOM_MOST = 70;
    private static final List<Double> SIZES = List.of(16d, 14d, 13d, 12d, 11d, 10d, 9d);
    private static final List<Double> WIDE = List.of(260d, 210d, 170d, 330d, 120d);
    /// Where even that is too much, how nodes stand is left to the shapes and the table, and their words alone are beside them.
    private static final double BARE = 11;
    private static final double SMALLEST = 6;
    private static final double ONE_LINE = 400;

    private final RoadMap map;
    private final int all;
    private final Words words;
    private final Locale locale;
    private final LocalDate first;
    private final long days;
    private final List<Drawing.Mark> marks = new ArrayList<>();

    private MapLayout(RoadMap map, Locale locale) {
        this.map = map.drawn();
        this.all = map.count();
        this.words = Words.in(locale);
        this.locale = locale;
        this.first = this.map.first();
        this.days = Math.max(1, ChronoUnit.DAYS.between(first, this.map.last()));
    }

    static Drawing of(RoadMap map, Locale locale) {
        var layout = new MapLayout(map, locale);
        layout.draw();
        return new Drawing(WIDTH, HEIGHT, layout.marks);
    }

    private double x(LocalDate day) {
        return LEFT + 14 + (RIGHT - LEFT - 28) * ChronoUnit.DAYS.between(first, day) / days;
    }

    private void draw() {
        marks.add(new Drawing.Mark.Box(0, 0, WIDTH, HEIGHT, Ink.PAPER));
        double top = head() + SCALE;
        var lanes = placed(lanes(FOOT - top), top);
        double bottom = lanes.isEmpty() ? top + 120 : lanes.getLast().y() + lanes.getLast().height();
        lanes.forEach(this::under);
        scale(top, bottom);
        today(top, bottom);
        lanes.forEach(this::over);
        if (lanes.isEmpty()) {
            marks.add(new Drawing.Mark.Text(LEFT + 14, top + 60, 14, false, false, Ink.SOFT, words.of("reporting.map.none")));
        }
        int left = all - lanes.stream().mapToInt(lane -> lane.row().blocks().size()).sum();
        foot(left);
    }

    private double head() {
        double y = MARGIN + TITLE;
        for (var line : Type.lines(map.title(), TITLE, WIDTH - 2 * MARGIN, 2)) {
            marks.add(new Drawing.Mark.Text(MARGIN, y, TITLE, true, false, Ink.INK, line));
            y += TITLE * LEADING;
        }
        if (map.done().isPresent()) {
            double wide = 150;
            double x = WIDTH - MARGIN - wide;
            marks.add(new Drawing.Mark.Box(x, y - 9, wide, 7, Ink.HAIR));
            marks.add(new Drawing.Mark.Box(x, y - 9, wide * map.done().getAsInt() / 100, 7, Ink.DONE));
            marks.add(new Drawing.Mark.Text(x - 8, y - 1.5, 13, false, true, Ink.SOFT, words.of("reporting.map.share", map.done().getAsInt())));
        }
        marks.add(new Drawing.Mark.Text(MARGIN, y - 1.5, 13, false, false, Ink.SOFT, Type.lines(map.said(), 13, 700, 1).stream().findFirst().orElse("")));
        return y + 12;
    }

    /// The scale above: days of a short time, months of a longer one.
    private void scale(double top, double bottom) {
        if (days <= SHORT_DAYS) {
            days(top, bottom);
        } else {
            months(top, bottom);
        }
        marks.add(new Drawing.Mark.Line(MARGIN, top, WIDTH - MARGIN, top, Ink.EDGE, 1, false));
    }

    private void days(double top, double bottom) {
        double each = (RIGHT - LEFT - 28) / days;
        int step = Stream.of(1, 2, 5, 7, 14).filter(it -> it * each >= DAY_LEAST).findFirst().orElse(14);
        var pattern = DateTimeFormatter.ofPattern(words.of("reporting.map.day"), locale);
        for (long at = 0; at <= days; at += step) {
            double x = x(first.plusDays(at));
            marks.add(new Drawing.Mark.Line(x, top, x, bottom, Ink.HAIR, 0.7, false));
            var said = pattern.format(first.plusDays(at));
            if (x + Type.width(said, SMALL) <= WIDTH - 6) {
                marks.add(new Drawing.Mark.Text(x, top - 5, SMALL, false, false, Ink.SOFT, said));
            }
        }
    }

    /// As many months named as have room.
    private void months(double top, double bottom) {
        double base = top - 5;
        var month = YearMonth.from(first);
        var last = YearMonth.from(map.last());
        double wide = (RIGHT - LEFT - 28) * 30.4 / days;
        int step = Stream.of(1, 2, 3, 6, 12, 24, 60).filter(each -> each * wide >= MONTH_LEAST).findFirst().orElse(120);
        double free = 0;
        for (var at = month; !at.isAfter(last); at = at.plusMonths(1)) {
            var day = at.atDay(1).isBefore(first) ? first : at.atDay(1);
            boolean named = at.equals(month) || (at.getYear() * 12 + at.getMonthValue() - 1) % step == 0;
            boolean whole = at.equals(month) || at.getMonthValue() == 1;
            if (day.equals(at.atDay(1)) && named) {
                marks.add(new Drawing.Mark.Line(x(day), top, x(day), bottom, Ink.HAIR, 0.7, false));
            }
            var said = DateTimeFormatter.ofPattern(words.of(whole ? "reporting.map.month.year" : "reporting.map.month"), locale).format(at.atDay(1));
            if (named && x(day) >= free && x(day) + Type.width(said, SMALL) <= WIDTH - 6) {
                marks.add(new Drawing.Mark.Text(x(day), base, SMALL, false, false, Ink.SOFT, said));
                free = x(day) + Type.width(said, SMALL) + 8;
            }
        }
    }

    /// A node with its words, placed within its lane.
    /// @param left where it begins, @param right where it ends, with what drags on
    private record Block(RoadMap.Node node, double size, List<String> lines, List<String> told, double left, double right, double top, boolean before) {

        double height() {
            return (lines.size() + told.size()) * size * LEADING + size * (told.isEmpty() ? 0.2 : 0.45);
        }

        double bottom() {
            return top + height();
        }

        Block at(double y) {
            return new Block(node, size, lines, told, left, right, y, before);
        }

        boolean covers(Block other) {
            return left < other.right + GAP && other.left < right + GAP && top < other.bottom() && other.top < bottom();
        }
    }

    private record Row(RoadMap.Lane lane, List<String> name, double size, List<Block> blocks, double height) {}

    /// In the largest type in which all of it stands on the sheet; in the smallest, what of it does.
    private List<Row> lanes(double room) {
        for (double size : SIZES) {
            for (double wide : WIDE) {
                var rows = rows(size, wide, LINES_MOST, true);
                if (height(rows) <= room) {
                    return rows;
                }
            }
        }
        for (double size = BARE; size > SMALLEST; size -= 0.5) {
            for (double wide : List.of(ONE_LINE, 200d, 140d)) {
                var rows = rows(size, wide, LINES_MOST, false);
                if (height(rows) <= room) {
                    return rows;
                }
            }
        }
        var rows = rows(SMALLEST, ONE_LINE, 1, false);
        var standing = new ArrayList<Row>();
        double used = 0;
        for (var row : rows) {
            if (used + row.height() <= room) {
                used += row.height();
                standing.add(row);
            }
        }
        return standing;
    }

    private static double height(List<Row> rows) {
        return rows.stream().mapToDouble(Row::height).sum();
    }

    private List<Row> rows(double size, double wide, int most, boolean told) {
        return map.lanes().stream().map(lane -> row(lane, size, wide, most, told)).toList();
    }

    private Row row(RoadMap.Lane lane, double size, double wide, int most, boolean told) {
        var placed = new ArrayList<Block>();
        for (var node : lane.nodes().stream().sorted(Comparator.comparing(RoadMap.Node::on)).toList()) {
            placed.add(placed(block(node, size, wide, most, told), placed));
        }
        double nameSize = Math.min(size, 12);
        var name = Type.lines(lane.name(), nameSize, NAMES - 12, told ? 3 : 1);
        double bottom = placed.stream().mapToDouble(Block::bottom).max().orElse(0);
        double pad = size * 0.6;
        return new Row(lane, name, nameSize, placed, Math.max(bottom, name.size() * nameSize * LEADING) + pad);
    }

    /// As high as nothing else stands.
    private static Block placed(Block block, List<Block> others) {
        return Stream.concat(Stream.of(0.0), others.stream().map(Block::bottom)).sorted().map(block::at)
                .filter(at -> others.stream().noneMatch(at::covers)).findFirst().orElseThrow();
    }

    private Block block(RoadMap.Node node, double size, double wide, int most, boolean told) {
        var lines = Type.lines(node.words(), size, wide, most);
        var how = told ? Type.lines(node.told(), size * 0.9, wide, 2) : List.<String>of();
        double text = Stream.concat(lines.stream().map(line -> Type.width(line, size)), how.stream().map(line -> Type.width(line, size * 0.9)))
                .max(Comparator.naturalOrder()).orElse(0d) + size * 1.3;
        double x = x(node.on());
        double half = size * 0.6;
        boolean before = x + text > RIGHT && x - text >= LEFT;
        double left = before ? x - text : x - half;
        double right = before ? x + half : x + text;
        double drags = node.dragsTo(map.today()).map(this::x).orElse(x);
        double given = Objects.requireNonNullElse(node.first(), node.on()).isBefore(node.on()) ? x(Objects.requireNonNull(node.first())) : x;
        return new Block(node, size, lines, how, Math.min(left, given - 2), Math.max(right, drags + 3), 0, before);
    }

    /// A lane where it stands on the sheet.
    /// @param pad what is left free above and below
    private record Placed(Row row, double y, double height, double pad, Ink ground) {}

    private static List<Placed> placed(List<Row> rows, double top) {
        double each = rows.isEmpty() ? 0 : Math.clamp((FOOT - top - height(rows)) / rows.size(), 0, ROOM_MOST);
        var placed = new ArrayList<Placed>();
        double y = top;
        for (var row : rows) {
            placed.add(new Placed(row, y, row.height() + each, each / 2, placed.size() % 2 == 0 ? Ink.PAPER : Ink.BAND));
            y += row.height() + each;
        }
        return placed;
    }

    private void under(Placed lane) {
        marks.add(new Drawing.Mark.Box(MARGIN, lane.y(), WIDTH - 2 * MARGIN, lane.height(), lane.ground()));
        double bottom = lane.y() + lane.height();
        marks.add(new Drawing.Mark.Line(MARGIN, bottom, WIDTH - MARGIN, bottom, Ink.HAIR, 0.8, false));
        marks.add(new Drawing.Mark.Line(LEFT, lane.y(), LEFT, bottom, Ink.HAIR, 0.8, false));
    }

    private void over(Placed lane) {
        double base = lane.y() + lane.pad() + lane.row().size() * 1.25;
        for (var line : lane.row().name()) {
            marks.add(new Drawing.Mark.Text(MARGIN + 4, base, lane.row().size(), true, false, Ink.INK, line));
            base += lane.row().size() * LEADING;
        }
        for (var block : lane.row().blocks()) {
            draw(block, lane.y() + lane.pad() + block.size() * 0.3, lane.ground());
        }
    }

    private void draw(Block block, double lane, Ink ground) {
        double size = block.size();
        double x = x(block.node().on());
        double y = lane + block.top();
        double middle = y + size * 0.62;
        double under = y + block.height() - size * 0.1;
        block.node().dragsTo(map.today()).ifPresent(until -> {
            marks.add(new Drawing.Mark.Line(x, middle, x, under, Ink.LATE, 0.8, false));
            marks.add(new Drawing.Mark.Line(x, under, x(until), under, Ink.LATE, 1.1, false));
            marks.add(new Drawing.Mark.Line(x(until), under - 2.5, x(until), under + 2.5, Ink.LATE, 1.1, false));
        });
        if (block.node().first() != null && block.node().first().isBefore(block.node().on())) {
            double given = x(block.node().first());
            marks.add(new Drawing.Mark.Line(given, under, x, under, Ink.EDGE, 0.9, true));
            marks.add(new Drawing.Mark.Line(given, under - 2.5, given, under + 2.5, Ink.EDGE, 0.9, false));
            marks.add(new Drawing.Mark.Line(x, middle, x, under, Ink.EDGE, 0.9, true));
        }
        sign(block.node().state(), x, middle, size);
        double at = block.before() ? x - size * 0.85 : x + size * 0.85;
        double base = y + size;
        for (var line : block.lines()) {
            write(at, base, size, block.before(), Ink.INK, line, ground);
            base += size * LEADING;
        }
        for (var line : block.told()) {
            write(at, base, size * 0.9, block.before(), block.node().state() == RoadMap.State.BEHIND ? Ink.LATE : Ink.SOFT, line, ground);
            base += size * LEADING;
        }
    }

    /// On a ground of its own, so that no line of the scale runs through it.
    private void write(double x, double y, double size, boolean end, Ink ink, String line, Ink ground) {
        double wide = Type.width(line, size);
        marks.add(new Drawing.Mark.Box(end ? x - wide : x, y - size * 0.85, wide, size * 1.05, ground));
        marks.add(new Drawing.Mark.Text(x, y, size, false, end, ink, line));
    }

    /// The shapes of lights: a tick for done, a circle for ahead, a square for late, a rhomb for what was left.
    private void sign(RoadMap.State state, double x, double y, double size) {
        double r = size * 0.46;
        switch (state) {
            case DONE -> {
                outline(circle(x, y, r), Ink.DONE, Ink.DONE, 1);
                outline(tick(x, y, r), null, Ink.PAPER, size * 0.13);
            }
            case DONE_LATE -> {
                outline(square(x, y, r), Ink.PAPER, Ink.LATE, size * 0.1);
                outline(tick(x, y, r), null, Ink.LATE, size * 0.13);
            }
            case AHEAD -> outline(circle(x, y, r), Ink.PAPER, Ink.INK, size * 0.1);
            case BEHIND -> outline(square(x, y, r), Ink.LATE, Ink.LATE, 1);
            case LEFT -> outline(rhomb(x, y, r * 1.2), Ink.PAPER, Ink.SOFT, size * 0.1);
            case HAPPENED -> outline(circle(x, y, r * 0.55), Ink.SOFT, Ink.SOFT, 1);
        }
    }

    private void outline(Path2D path, @Nullable Ink fill, @Nullable Ink edge, double width) {
        marks.add(new Drawing.Mark.Outline(path, fill, edge, width));
    }

    private static Path2D circle(double x, double y, double r) {
        double k = r * 0.5523;
        var path = new Path2D.Double();
        path.moveTo(x + r, y);
        path.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        path.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        path.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        path.curveTo(x + k, y - r, x + r, y - k, x + r, y);
        path.closePath();
        return path;
    }

    private static Path2D square(double x, double y, double r) {
        return through(true, x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
    }

    private static Path2D rhomb(double x, double y, double r) {
        return through(true, x, y - r, x + r, y, x, y + r, x - r, y);
    }

    private static Path2D tick(double x, double y, double r) {
        return through(false, x - r * 0.5, y, x - r * 0.1, y + r * 0.45, x + r * 0.55, y - r * 0.45);
    }

    private static Path2D through(boolean closed, double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private void today(double top, double bottom) {
        if (map.today().isBefore(first) || map.today().isAfter(map.last())) {
            return;
        }
        double x = x(map.today());
        var said = words.of("reporting.map.today");
        marks.add(new Drawing.Mark.Line(x, top - 5, x, Math.min(bottom + 6, FOOT + 4), Ink.LATE, 1.1, true));
        double below = Math.min(bottom + 6, FOOT + 4) + SMALL;
        boolean end = x + Type.width(said, SMALL) > RIGHT;
        marks.add(new Drawing.Mark.Text(end ? x : x - 2, below, SMALL, true, end, Ink.LATE, said));
    }

    private void foot(int left) {
        double x = MARGIN;
        double y = HEIGHT - 16;
        for (var state : RoadMap.State.values()) {
            if (map.nodes().noneMatch(node -> node.state() == state)) {
                continue;
            }
            var said = words.of("reporting.map.state." + state);
            sign(state, x + 6, y - 4, 12);
            marks.add(new Drawing.Mark.Text(x + 16, y, SMALL, false, false, Ink.SOFT, said));
            x += 16 + Type.width(said, SMALL) + 18;
        }
        var more = left > 0 ? words.of("reporting.map.more", left) : "";
        var drawn = words.of("reporting.map.drawn", map.today().toString());
        marks.add(new Drawing.Mark.Text(WIDTH - MARGIN, y, SMALL, false, true, Ink.SOFT, left > 0 ? more + " " + drawn : drawn));
    }
}
