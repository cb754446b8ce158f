package org.mingbai.reporting.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingbai.reporting.Doubt;
import org.mingbai.reporting.Doubt.Rule;

/// Rows whose cells stand apart by tabs: a total is the sum of what stands above it.
public final class Tables {

    private static final Pattern TOTAL = Pattern.compile("合\\s*计|总\\s*计|共\\s*计|小\\s*计");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?");

    private Tables() {}

    private record Cell(int begin, String words) {

        Optional<BigDecimal> number() {
            var plain = words.strip();
            return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain.replace(",", ""))) : Optional.empty();
        }
    }

    public static List<Doubt> doubts(String text) {
        var doubts = new ArrayList<Doubt>();
        var above = new ArrayList<List<Cell>>();
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            var cells = cells(text.substring(line, end), line);
            if (cells.size() < 2 || !above.isEmpty() && above.getLast().size() != cells.size()) {
                above.clear();
            }
            if (cells.size() > 1) {
                if (cells.stream().limit(2).anyMatch(cell -> TOTAL.matcher(cell.words().strip()).matches())) {
                    held(above, cells, doubts);
                    above.clear();
                } else {
                    above.add(cells);
                }
            }
            line = end + 1;
        }
        return doubts;
    }

    private static List<Cell> cells(String row, int begin) {
        var cells = new ArrayList<Cell>();
        int from = 0;
        for (int at = row.indexOf('\t'); at >= 0; at = row.indexOf('\t', from)) {
            cells.add(new Cell(begin + from, row.substring(from, at)));
            from = at + 1;
        }
        cells.add(new Cell(begin + from, row.substring(from)));
        return cells;
    }

    /// A column is held against its total where every row below its heading has a number in it, and there are two at least.
    private static void held(List<List<Cell>> above, List<Cell> total, List<Doubt> doubts) {
        for (int column = 1; column < total.size(); column++) {
            var given = total.get(column).number();
            int at = column;
            var numbers = above.stream().map(row -> row.get(at).number()).dropWhile(Optional::isEmpty).toList();
            if (given.isPresent() && numbers.size() > 1 && numbers.stream().allMatch(Optional::isPresent)) {
                var sum = numbers.stream().map(Optional::orElseThrow).reduce(BigDecimal.ZERO, BigDecimal::add);
                if (sum.compareTo(given.get()) != 0) {
                    var cell = total.get(column);
                    doubts.add(new Doubt(Rule.TOTAL_DIFFERS, cell.begin(), cell.begin() + cell.words().length(),
                            List.of(cell.words().strip(), sum.toPlainString())));
                }
            }
        }
    }
}
