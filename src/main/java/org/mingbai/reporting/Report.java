package org.mingbai.reporting;

/// A report as its words, a paragraph or a row of a table on each line; the cells of a row stand apart by tabs.
public record Report(String text) {

    public Report {
        text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// The line of a place in the text, from 1.
    public int line(int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /// The column of a place in its line, from 1, in characters.
    public int column(int at) {
        int begin = text.lastIndexOf('\n', at - 1) + 1;
        return 1 + text.codePointCount(begin, at);
    }
}
