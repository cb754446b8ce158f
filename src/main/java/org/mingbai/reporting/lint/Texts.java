package org.mingbai.reporting.lint;

import java.util.ArrayList;
import java.util.List;

/// Where one file holds several texts one after the other: the chapters begin anew with 一、.
final class Texts {

    private static final int TITLE_MAX = 60;

    private Texts() {}

    /// The beginning of every text but the first.
    static List<Integer> begins(String text) {
        var begins = new ArrayList<Integer>();
        boolean counting = false;
        int title = -1;
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            var words = text.substring(line, end).strip();
            if (words.startsWith("一、") || words.startsWith("（一）") && !counting) {
                if (counting) {
                    begins.add(title < 0 ? line : title);
                }
                counting = true;
                title = -1;
            } else if (!words.isEmpty() && words.length() <= TITLE_MAX && "。；，：".indexOf(words.charAt(words.length() - 1)) < 0
                    && !words.matches("^[一二三四五六七八九十（(].*")) {
                title = line;
            }
            line = end + 1;
        }
        return begins;
    }
}
