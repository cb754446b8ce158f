package org.mingbai.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Happening;

/// Why a limit is not put in force: one message each, `supervision.rule.refusal.<Name>`.
public sealed interface RuleRefusal {

    /// The field of the form it concerns; empty when it concerns the rule as a whole.
    default String field() {
        return "";
    }

    /// A field that has to be filled.
    record Missing(String field) implements RuleRefusal {}

    record TooLong(String field, int charactersMax) implements RuleRefusal {}

    /// A limit rests on something that can be read: the title of a law or of the house's own paper, and its article.
    record NoBasis(String field) implements RuleRefusal {}

    record NotALimit(String field, String typed) implements RuleRefusal {}

    record UnknownRegister(String field, String register) implements RuleRefusal {}

    /// Clocks may have started under what was in force then.
    record StartsInThePast(String field, LocalDate earliest) implements RuleRefusal {}

    record EndsBeforeItStarts(String field) implements RuleRefusal {}

    /// Two versions of one limit would be in force on the same day.
    /// @param to nothing where that version has no end yet
    record Overlapping(String field, int version, LocalDate from, @Nullable LocalDate to) implements RuleRefusal {

        @Override
        public List<Object> args() {
            return List.of(version, from, to == null ? "" : to);
        }
    }

    /// Another limit says already by when this step of the same matters has to be done.
    record RuledAlready(String field, String code) implements RuleRefusal {}

    record NoEnd(String field) implements RuleRefusal {}

    record EndIsTheStart(String field, Happening happening) implements RuleRefusal {}

    /// What starts the clock comes after what would end it.
    record NeverFollows(String field, Happening start, Happening end) implements RuleRefusal {}

    /// Such a step begins with something else: nobody is called as a co-handler by a dispatch.
    record StartsOtherwise(String field, Step step) implements RuleRefusal {}

    /// None of what ends the clock is what such a step is there for.
    record EndsOtherwise(String field, Step step) implements RuleRefusal {}

    record PauseWithoutBasis(String field) implements RuleRefusal {}

    record PauseBasisForNothing(String field) implements RuleRefusal {}

    /// Hours are not extended by days, nor calendar days by working days.
    record ExtensionInAnotherUnit(String field, String limit, String extension) implements RuleRefusal {}

    /// A clock that runs through the night knows no office hours.
    record OfficeHoursByTheClock(String field) implements RuleRefusal {}

    record PercentOutOfRange(String field) implements RuleRefusal {}

    /// Percentage points behind the plan, a whole number up to 100.
    /// @param least for a matter is at risk before it is late
    record PointsOutOfRange(String field, int least) implements RuleRefusal {}

    record NothingChanges(String field) implements RuleRefusal {}

    /// A next version is for the same step and the same matters; another step is another limit.
    record AnotherScope(String field) implements RuleRefusal {}

    record NoSuchRule(String code) implements RuleRefusal {}

    record OverAlready(LocalDate on) implements RuleRefusal {}

    record BegunAlready(LocalDate on) implements RuleRefusal {}

    /// Somebody else put a version in force meanwhile.
    record ChangedMeanwhile(int now) implements RuleRefusal {}

    /// None of the pack was chosen, or all of it is in force as it is.
    record NothingToTake() implements RuleRefusal {}

    default String key() {
        return "supervision.rule.refusal." + getClass().getSimpleName();
    }

    /// What fills the holes of the message.
    default List<Object> args() {
        return switch (this) {
            case TooLong(_, var most) -> List.of(most);
            case NotALimit(_, var typed) -> List.of(typed);
            case UnknownRegister(_, var register) -> List.of(register);
            case StartsInThePast(_, var earliest) -> List.of(earliest);
            case RuledAlready(_, var code) -> List.of(code);
            case EndIsTheStart(_, var happening) -> List.of(happening);
            case NeverFollows(_, var start, var end) -> List.of(start, end);
            case ExtensionInAnotherUnit(_, var limit, var extension) -> List.of(limit, extension);
            case PointsOutOfRange(_, var least) -> List.of(least);
            case StartsOtherwise(_, var step) -> List.of(step, step.starts());
            case EndsOtherwise(_, var step) -> List.of(step, step.ends());
            case NoSuchRule(var code) -> List.of(code);
            case OverAlready(var on) -> List.of(on);
            case BegunAlready(var on) -> List.of(on);
            case ChangedMeanwhile(var now) -> List.of(now);
            case Missing _, NoBasis _, EndsBeforeItStarts _, Overlapping _, NoEnd _, PauseWithoutBasis _, PauseBasisForNothing _, OfficeHoursByTheClock _,
                    PercentOutOfRange _, NothingChanges _, AnotherScope _, NothingToTake _ -> List.of();
        };
    }
}
