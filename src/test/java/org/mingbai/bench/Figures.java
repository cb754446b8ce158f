package org.mingbai.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What was measured, repeat by repeat, and the tables it makes.
final class Figures {

    private final Map<String, Map<String, Map<Integer, List<double[]>>>> tables = new LinkedHashMap<>();

    /// @param values one, or several that stand in one cell
    void note(String table, String row, int size, double... values) {
        tables.computeIfAbsent(table, _ -> new LinkedHashMap<>())
                .computeIfAbsent(row, _ -> new LinkedHashMap<>())
                .computeIfAbsent(size, _ -> new ArrayList<>())
                .add(values);
    }

    /// In each cell the median of the repeats, of a single value with the least and the most; last, the first value at the largest size over
    /// that at the smallest: the median of the repeats' ratios, since what was measured one after the other shares the machine's mood.
    String markdown() {
        return tables.entrySet().stream().map(table -> markdown(table.getKey(), table.getValue())).collect(Collectors.joining("\n"));
    }

    private String markdown(String title, Map<String, Map<Integer, List<double[]>>> rows) {
        var sizes = rows.values().stream().flatMap(bySize -> bySize.keySet().stream()).distinct().sorted().toList();
        boolean grows = sizes.size() > 1;
        var text = new StringBuilder("| " + title + " |");
        sizes.forEach(size -> text.append(String.format(" %,d |", size)));
        text.append(grows ? " largest : smallest |" : "").append("\n|---|").append("---:|".repeat(sizes.size() + (grows ? 1 : 0))).append('\n');
        rows.forEach((row, bySize) -> {
            text.append("| ").append(row).append(" |");
            sizes.forEach(size -> text.append(' ').append(cell(bySize.getOrDefault(size, List.of()))).append(" |"));
            text.append(grows ? ' ' + growth(bySize.getOrDefault(sizes.getFirst(), List.of()), bySize.getOrDefault(sizes.getLast(), List.of())) + " |" : "");
            text.append('\n');
        });
        return text.toString();
    }

    private static String cell(List<double[]> repeats) {
        if (repeats.isEmpty()) {
            return "";
        }
        int values = repeats.getFirst().length;
        if (values > 1) {
            var middles = new ArrayList<String>();
            for (int i = 0; i < values; i++) {
                middles.add(number(middle(column(repeats, i))));
            }
            return String.join(" / ", middles);
        }
        var sorted = column(repeats, 0);
        return repeats.size() == 1
                ? number(sorted.getFirst())
                : number(middle(sorted)) + " (" + number(sorted.getFirst()) + "–" + number(sorted.getLast()) + ")";
    }

    private static String growth(List<double[]> small, List<double[]> large) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < Math.min(small.size(), large.size()); i++) {
            ratios.add(large.get(i)[0] / small.get(i)[0]);
        }
        return ratios.isEmpty() ? "" : String.format("%.2f", middle(ratios.stream().sorted().toList()));
    }

    private static List<Double> column(List<double[]> repeats, int i) {
        return repeats.stream().map(values -> values[i]).sorted().toList();
    }

    private static double middle(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static String number(double value) {
        return value < 10 ? String.format("%.2f", value) : String.format("%,.0f", value);
    }
}
