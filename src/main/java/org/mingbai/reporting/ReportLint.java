package org.mingbai.reporting;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mingbai.reporting.lint.Against;
import org.mingbai.reporting.lint.Days;
import org.mingbai.reporting.lint.Figure;
import org.mingbai.reporting.lint.Figures;
import org.mingbai.reporting.lint.Parts;
import org.mingbai.reporting.lint.Rates;
import org.mingbai.reporting.lint.Repeated;
import org.mingbai.reporting.lint.Sums;
import org.mingbai.reporting.lint.Tables;

/// Holds the numbers of a report against each other. It knows no ledger and no language model: what it says follows from the report's own words.
public final class ReportLint {

    private ReportLint() {}

    /// In the order in which they stand.
    public static List<Doubt> of(Report report) {
        var text = report.text();
        List<Figure> figures = Figures.in(text);
        return Stream.of(Rates.doubts(text, figures), Parts.doubts(text, figures), Sums.doubts(text, figures), Against.doubts(text, figures),
                        Repeated.doubts(text, figures), Tables.doubts(text), Days.doubts(text))
                .flatMap(List::stream).distinct().sorted(Comparator.comparingInt(Doubt::begin).thenComparing(Doubt::rule)).toList();
    }
}
