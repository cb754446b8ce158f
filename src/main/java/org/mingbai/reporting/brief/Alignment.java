package org.mingbai.reporting.brief;

import java.util.ArrayList;
import java.util.List;

/// Lays the lines of two texts side by side, by the longest run of lines they have in common.
final class Alignment {

    /// Lines beyond are held against one another in their order.
    private static final int LINES_MAX = 3000;

    /// @param should empty where a line was added
    /// @param says empty where a line is gone
    record Pair(String should, String says) {}

    private Alignment() {}

    static List<Pair> of(List<String> should, List<String> says) {
        int rows = Math.min(should.size(), LINES_MAX);
        int columns = Math.min(says.size(), LINES_MAX);
        var common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = should.get(i).equals(says.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var pairs = new ArrayList<Pair>();
        var gone = new ArrayList<String>();
        var added = new ArrayList<String>();
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (should.get(i).equals(says.get(j))) {
                flush(gone, added, pairs);
                pairs.add(new Pair(should.get(i++), says.get(j++)));
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                gone.add(should.get(i++));
            } else {
                added.add(says.get(j++));
            }
        }
        gone.addAll(should.subList(i, should.size()));
        added.addAll(says.subList(j, says.size()));
        flush(gone, added, pairs);
        return pairs;
    }

    private static void flush(List<String> gone, List<String> added, List<Pair> pairs) {
        for (int k = 0; k < Math.max(gone.size(), added.size()); k++) {
            pairs.add(new Pair(k < gone.size() ? gone.get(k) : "", k < added.size() ? added.get(k) : ""));
        }
        gone.clear();
        added.clear();
    }
}
