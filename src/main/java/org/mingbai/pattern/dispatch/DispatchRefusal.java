package org.mingbai.pattern.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why the dispatch catalogue stays as it is: one message each, `pattern.dispatch.refusal.<Name>`.
public sealed interface DispatchRefusal {

    /// The field of the form it concerns; empty when it concerns the rule as a whole.
    default String field() {
        return "";
    }

    record Missing(String field) implements DispatchRefusal {}

    record TooLong(String field, int charactersMax) implements DispatchRefusal {}

    /// Neither category nor place nor words: it would cover everything.
    record CoversEverything(String field) implements DispatchRefusal {}

    /// A rule rests on something that can be read: the title of a paper or of the unit's fixed duties, and the article.
    record NoBasis(String field) implements DispatchRefusal {}

    record NoSuchUnit(String field, String typed) implements DispatchRefusal {}

    record SeveralUnits(String field, String typed) implements DispatchRefusal {}

    record AbolishedUnit(String field, String typed) implements DispatchRefusal {}

    /// The unit that leads is not called in besides.
    record LeadsAlready(String field) implements DispatchRefusal {}

    /// What was dispatched before cannot have followed it.
    record StartsInThePast(String field, LocalDate earliest) implements DispatchRefusal {}

    record EndsBeforeItStarts(String field) implements DispatchRefusal {}

    /// Two versions for the same matters would be in force on the same day.
    /// @param to nothing where that version has no end yet
    record Overlapping(String field, int number, LocalDate from, @Nullable LocalDate to) implements DispatchRefusal {}

    record NothingChanges(String field) implements DispatchRefusal {}

    record NoSuchRule(int number) implements DispatchRefusal {}

    record OverAlready(LocalDate on) implements DispatchRefusal {}

    record BegunAlready(LocalDate on) implements DispatchRefusal {}

    /// A number of matters from `least` to `most`.
    record OutOfRange(String field, int least, int most) implements DispatchRefusal {}

    default String key() {
        return "pattern.dispatch.refusal." + getClass().getSimpleName() + (this instanceof Overlapping(_, _, _, var to) && to == null ? ".open" : "");
    }

    /// What fills the holes of the message.
    default List<Object> args() {
        return switch (this) {
            case TooLong(_, var most) -> List.of(most);
            case NoSuchUnit(_, var typed) -> List.of(typed);
            case SeveralUnits(_, var typed) -> List.of(typed);
            case AbolishedUnit(_, var typed) -> List.of(typed);
            case StartsInThePast(_, var earliest) -> List.of(earliest);
            case Overlapping(_, var number, var from, var to) -> List.of(number, from, to == null ? "" : to);
            case NoSuchRule(var number) -> List.of(number);
            case OverAlready(var on) -> List.of(on);
            case BegunAlready(var on) -> List.of(on);
            case OutOfRange(_, var least, var most) -> List.of(least, most);
            case Missing _, CoversEverything _, NoBasis _, LeadsAlready _, EndsBeforeItStarts _, NothingChanges _ -> List.of();
        };
    }
}
