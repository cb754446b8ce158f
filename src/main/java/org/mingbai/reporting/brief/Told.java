package org.mingbai.reporting.brief;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mingbai.reporting.Condition;

/// What a report says: its lines, each word and each figure in its place.
/// @param frozenBy who froze its figures, within whose sight they were counted; 0 while it is live
public record Told(List<Line> lines, long frozenBy) {

    public Told {
        lines = List.copyOf(lines);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Line {

        /// @param level 1 for 一、, 2 for （一）, 3 for 1.
        record Heading(int level, List<Part> parts) implements Line {}

        record Paragraph(List<Part> parts) implements Line {}

        /// The same figure side by side.
        /// @param by what the first column is called
        /// @param chart whether it is drawn too
        record Table(String title, String by, List<Row> rows, boolean chart) implements Line {

            /// How long a row's bar is, of a thousand: of a hundred percent, or of the largest.
            public int share(Row row) {
                double largest = rows.stream().mapToDouble(one -> one.value().amount()).max().orElse(0);
                double whole = row.value().text().endsWith("%") ? 100 : largest;
                return whole == 0 ? 0 : (int) Math.round(Math.clamp(row.value().amount() / whole, 0, 1) * 1000);
            }
        }
    }

    /// @param of how many were looked at
    public record Row(String name, Stated value, long of) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Part {

        record Said(String words) implements Part {}

        record Number(Stated figure) implements Part {}
    }

    /// A figure as it was answered.
    /// @param no within the report, from 1
    /// @param code and
    /// @param version of its definition
    /// @param means the definition in words
    /// @param text as it is printed
    /// @param cases how many it looked at, @param part how many make up a share
    /// @param digest of its cases
    /// @param numbers of the first matters behind it, for the annex; those that complain of a unit are in none
    public record Stated(int no, String name, String code, int version, String means, LocalDate from, LocalDate to, LocalDate asOf,
            List<Condition> narrowed, String text, long cases, long part, String digest, List<String> numbers) {

        /// As a number; 0 where there is none.
        double amount() {
            var digits = text.replaceAll("[^0-9.]", "");
            return digits.isEmpty() ? 0 : Double.parseDouble(digits);
        }
    }

    /// Every figure, in order.
    public List<Stated> figures() {
        return lines.stream().flatMap(line -> switch (line) {
            case Line.Heading(_, var parts) -> numbers(parts);
            case Line.Paragraph(var parts) -> numbers(parts);
            case Line.Table(_, _, var rows, _) -> rows.stream().map(Row::value);
        }).toList();
    }

    private static Stream<Stated> numbers(List<Part> parts) {
        return parts.stream().flatMap(part -> part instanceof Part.Number(var figure) ? Stream.of(figure) : Stream.empty());
    }

    /// A line as it reads.
    static String plain(List<Part> parts) {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(switch (part) {
            case Part.Said(var words) -> words;
            case Part.Number(var figure) -> figure.text();
        }));
        return text.toString();
    }
}
