package org.mingbai.intake.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Columns;
import org.mingbai.intake.sheet.words.Deadline;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.State;

/// How the account itself writes a register into a file: its headings, and its words for where a matter stands and by when it is due.
/// What was written by these words is read by them, exactly; a sheet is known by the heading of the account's own numbers.
public final class AccountWords {

    /// Of no register in particular.
    public static final AccountWords NONE = new AccountWords(Map.of(), Map.of(), Map.of());

    private static final Set<String> NUMBER = Set.of("明白账编号", "mingbaino.");

    private final Map<String, Field> headings = new HashMap<>();
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Deadline> deadlines = new HashMap<>();

    public AccountWords(Map<String, Field> headings, Map<String, State> states, Map<String, Deadline> deadlines) {
        headings.forEach((heading, field) -> this.headings.put(plain(heading), field));
        states.forEach((word, state) -> this.states.put(plain(word), state));
        deadlines.forEach((word, deadline) -> this.deadlines.put(plain(word), deadline));
    }

    /// Whether this is the heading above the numbers the account gives.
    public static boolean headsNumbers(String heading) {
        return NUMBER.contains(plain(heading));
    }

    Field field(String heading) {
        if (headsNumbers(heading)) {
            return Field.OTHER;
        }
        var own = headings.get(plain(heading));
        var usual = own != null ? null : Columns.usual().of(heading);
        // The file of another register calls the problem otherwise; without one no row of it could be read. Who raised it is never read as else.
        return own != null ? own : usual != null && (headings.isEmpty() || usual.field().isSubject() || isReporter(usual.field()))
                ? usual.field() : Field.OTHER;
    }

    private static boolean isReporter(Field field) {
        return field == Field.REPORTER || field == Field.REPORTER_CONTACT;
    }

    @Nullable State state(String word) {
        return states.get(plain(word));
    }

    @Nullable Deadline deadline(String word) {
        return deadlines.get(plain(word));
    }

    private static String plain(String text) {
        return Plain.tight(text);
    }
}
