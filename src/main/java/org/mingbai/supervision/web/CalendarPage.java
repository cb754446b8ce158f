package org.mingbai.supervision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.DayKind;

/// A year of the calendar, and a limit counted on it.
///
/// @param regions those with days of their own; empty where there are none
/// @param known   whether the notice for the year is loaded
/// @param settled whether no notice still to come can move a day of it
/// @param home    by the days of which region clocks are counted; empty for the country
/// @param keeps   whether the reader may take a notice
public record CalendarPage(int year, String yearTyped, String region, List<Choice> regions, String before, String after, List<Month> months,
        List<Basis> basis, boolean known, boolean settled, Counting counting, boolean keeps, String home, String homeTyped,
        FieldErrors errors) {

    /// @param weeks from Monday on, seven days each; empty beside the month
    /// @param told  what is not as its weekday says, a sentence each
    public record Month(int number, String name, int worked, List<List<Optional<Day>>> weeks, List<String> told) {}

    /// @param what in words, for whoever does not see the sign; empty for a plain day
    public record Day(LocalDate date, DayKind kind, boolean today, String what) {}

    /// A notice the year rests on.
    public record Basis(String name, List<Paper> papers, String taken) {}

    /// @param linked whether it is an address one can follow
    public record Paper(String text, boolean linked) {

        static Paper of(String text) {
            return new Paper(text, text.startsWith("https://") || text.startsWith("http://"));
        }
    }

    /// The question as it was typed, and its answer once it can be given.
    public record Counting(String from, String at, String limit, String closes, Optional<Counted> answer) {

        static final Counting NOTHING = new Counting("", "", "", "", Optional.empty());
    }

    /// @param due        in words
    /// @param sum        how many days count and how many do not; empty by the clock
    /// @param gap        what stands in the place of the days left out; empty when all are shown
    /// @param allHref    where all are shown; empty when there is nothing more to show
    /// @param closesFrom how many rows come before the gap
    public record Counted(String due, String asked, boolean provisional, String sum, List<Row> rows, String gap, Optional<String> allHref,
            int closesFrom) {

        public List<Row> opening() {
            return rows.subList(0, closesFrom);
        }

        public List<Row> closing() {
            return rows.subList(closesFrom, rows.size());
        }
    }

    /// @param number the how-manieth counted day; empty where it is not counted
    /// @param known  whether no notice still to come can make it count otherwise
    public record Row(LocalDate day, String number, String what, String why, boolean counted, boolean known) {}

    public int worked() {
        return months.stream().mapToInt(Month::worked).sum();
    }

    public int free() {
        return LocalDate.of(year, 1, 1).lengthOfYear() - worked();
    }
}
