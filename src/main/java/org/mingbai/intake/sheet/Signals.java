package org.mingbai.intake.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.workbook.Look;
import org.mingbai.intake.sheet.workbook.Row;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.State;
import org.mingbai.intake.sheet.words.States;

/// Where a table keeps its lights when it tells them by colour alone, and what its legend says they mean.
/// Stripes that only make rows easier to follow, and a cell marked here or there, are no lights.
final class Signals {

    static final Signals NONE = new Signals(List.of(), Set.of(), look -> Look.NONE, Map.of(), true);

    private static final Pattern LEGEND = Pattern.compile("([红黄绿])(?:色|灯|牌)?[^红黄绿蓝橙，。；;,、:：=]{0,4}?(?:表示|代表|为|是|指|[:：=—-])+([^红黄绿蓝橙，。；;,、)）\\n]{2,12})");
    /// Of a column that is not headed as lights, this share of its cells must be coloured.
    private static final double COLOURED_MIN = 0.3;

    private final List<Integer> columns;
    private final Set<Integer> stripes;
    private final ToIntFunction<Look> colour;
    private final Map<Light, State> legend;
    private final boolean alone;

    private Signals(List<Integer> columns, Set<Integer> stripes, ToIntFunction<Look> colour, Map<Light, State> legend, boolean alone) {
        this.columns = columns;
        this.stripes = stripes;
        this.colour = colour;
        this.legend = legend;
        this.alone = alone;
    }

    static Signals of(Grid grid, Header.Block block, List<Column> columns) {
        var legend = legend(grid, block);
        var fills = found(grid, block, columns, Look::fill, legend);
        boolean toldOtherwise = columns.stream().anyMatch(column -> column.is(Field.STATUS) || column.is(Field.PROGRESS) || column.is(Field.LIGHT));
        return fills.columns.isEmpty() && !toldOtherwise ? found(grid, block, columns, Look::ink, legend) : fills;
    }

    private static Signals found(Grid grid, Header.Block block, List<Column> columns, ToIntFunction<Look> colour, Map<Light, State> legend) {
        var stripes = new HashSet<Integer>();
        for (var c = 0; c <= grid.width(); c++) {
            stripes.addAll(stripes(colours(grid, block, c, colour)));
        }
        var headed = columns.stream().filter(column -> column.is(Field.LIGHT)).map(Column::index)
                .filter(c -> lights(colours(grid, block, c, colour), Set.of()).stream().anyMatch(Objects::nonNull)).toList();
        if (!headed.isEmpty()) {
            return new Signals(headed, Set.of(), colour, legend, alone(grid, block, columns));
        }
        boolean onlyColours = columns.stream().noneMatch(column -> column.is(Field.STATUS) || column.is(Field.PROGRESS));
        var carrying = new ArrayList<Integer>();
        for (int c = grid.width() + 1; c >= 0; c--) {
            var lights = lights(colours(grid, block, c, colour), stripes);
            var coloured = lights.stream().filter(Objects::nonNull).toList();
            var kinds = coloured.stream().distinct().count();
            if (coloured.size() >= lights.size() * COLOURED_MIN && (kinds >= 2 || kinds == 1 && onlyColours)) {
                carrying.add(c);
            }
        }
        return new Signals(carrying, stripes, colour, legend, alone(grid, block, columns));
    }

    /// Whether no word anywhere in the table tells a state.
    private static boolean alone(Grid grid, Header.Block block, List<Column> columns) {
        for (var column : columns) {
            if (column.is(Field.STATUS) || column.is(Field.PROGRESS)) {
                for (int r = block.last() + 1; r < grid.height(); r++) {
                    if (column.index() < grid.width() && !grid.own(r, column.index()).isBlank()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// The colour of this column in every row that says something.
    private static List<Integer> colours(Grid grid, Header.Block block, int column, ToIntFunction<Look> colour) {
        var colours = new ArrayList<Integer>();
        for (int r = block.last() + 1; r < grid.height(); r++) {
            if (grid.row(r).textCells() >= 2) {
                var found = Look.NONE;
                for (var cell : grid.row(r).cells()) {
                    found = cell.column() == column ? colour.applyAsInt(cell.look()) : found;
                }
                colours.add(found);
            }
        }
        return colours;
    }

    /// Colours that come back in every second row and in no other.
    private static Set<Integer> stripes(List<Integer> colours) {
        var stripes = new HashSet<Integer>();
        for (var start = 0; start < 2 && colours.size() >= 4; start++) {
            var colour = colours.get(start);
            boolean alternates = colour != Look.NONE;
            for (var i = 0; i < colours.size() && alternates; i++) {
                alternates = colours.get(i).equals(colour) == (i % 2 == start);
            }
            if (alternates) {
                stripes.add(colour);
            }
        }
        return stripes;
    }

    private static List<@Nullable Light> lights(List<Integer> colours, Set<Integer> stripes) {
        var lights = new ArrayList<@Nullable Light>();
        colours.forEach(colour -> lights.add(stripes.contains(colour) ? null : Light.ofColour(colour)));
        return lights;
    }

    /// What words say of the colours, else what short words on or beside coloured cells outside the table say.
    private static Map<Light, State> legend(Grid grid, Header.Block block) {
        var told = inWords(grid);
        var shown = new EnumMap<Light, State>(Light.class);
        for (int r = 0; r < grid.height() && told.isEmpty(); r++) {
            for (var c : r < block.first() || grid.filled(r).size() <= 2 ? grid.filled(r) : List.<Integer>of()) {
                var own = Light.ofColour(grid.cell(r, c).look().fill());
                var left = c == 0 || grid.cell(r, c - 1) == null || !grid.own(r, c - 1).isBlank() ? null : Light.ofColour(grid.cell(r, c - 1).look().fill());
                var state = States.ofWord(grid.own(r, c));
                if (state != null && (own != null || left != null)) {
                    shown.put(own != null ? own : left, state);
                }
            }
        }
        return shown.size() >= 2 ? shown : told;
    }

    private static Map<Light, State> inWords(Grid grid) {
        var legend = new EnumMap<Light, State>(Light.class);
        for (var r = 0; r < grid.height(); r++) {
            for (var c : grid.filled(r)) {
                var told = new EnumMap<Light, State>(Light.class);
                var found = LEGEND.matcher(Plain.narrow(grid.own(r, c)));
                while (found.find()) {
                    var light = Light.ofWord(found.group(1));
                    var state = States.ofWord(found.group(2));
                    if (light != null && state != null) {
                        told.put(light, state);
                    }
                }
                if (told.size() >= 2) {
                    legend.putAll(told);
                }
            }
        }
        return legend;
    }

    /// The light of this row, or null.
    @Nullable Light in(Row row) {
        for (var column : columns) {
            for (Cell cell : row.cells()) {
                if (cell.column() == column) {
                    var colour = this.colour.applyAsInt(cell.look());
                    var light = stripes.contains(colour) ? null : Light.ofColour(colour);
                    if (light != null) {
                        return light;
                    }
                }
            }
        }
        return null;
    }

    /// What the light says where nothing else does: by the legend, else green is done.
    State meaning(Light light) {
        return legend.getOrDefault(light, light == Light.GREEN ? State.CLOSED : State.OPEN);
    }

    /// Whether an empty cell of state leaves the word to the light. Where other rows tell theirs in words, it says: not done.
    boolean tellAlone() {
        return alone;
    }

    boolean explains(Light light) {
        return legend.containsKey(light);
    }
}
