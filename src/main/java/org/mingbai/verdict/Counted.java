package org.mingbai.verdict;

import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Verdict;

/// What is counted, said once for the numbers and for the cases behind them.
public enum Counted {
    /// Came to await the verdict, and the draw did not leave it out.
    DUE(answer -> answer.leftOut() == null),
    /// Left out by the draw: no data.
    NOT_DRAWN(answer -> answer.leftOut() != null),
    /// Those who raised it were reached and asked (有效回访): the denominator of the rates.
    VALID(answer -> answer.said() != null && answer.said().contacted()),
    /// Tried, and nobody reached: no data, and seen in the coverage.
    UNREACHED(answer -> answer.said() != null && !answer.said().contacted()),
    UNANSWERED(answer -> answer.said() == null && answer.leftOut() == null),
    /// Asked whether the handler had got in touch.
    ASKED_HEARD(answer -> VALID.holds(answer) && answer.said() != null && answer.said().heardFrom() != null),
    /// The handler had got in touch (是否联系).
    HEARD(answer -> VALID.holds(answer) && answer.said() != null && Boolean.TRUE.equals(answer.said().heardFrom())),
    /// Partly is not solved.
    SOLVED(answer -> solved(answer) == Verdict.Solved.FULLY),
    SATISFIED(answer -> satisfied(answer) == Verdict.Satisfied.VERY_SATISFIED || satisfied(answer) == Verdict.Satisfied.SATISFIED),
    FAIRLY(answer -> satisfied(answer) == Verdict.Satisfied.FAIRLY_SATISFIED),
    /// Whatever counts for satisfaction, in full or by the factor.
    CONTENT(answer -> SATISFIED.holds(answer) || FAIRLY.holds(answer)),
    /// The handler had claimed it solved.
    CLAIMED(answer -> VALID.holds(answer) && answer.claimed() == Outcome.SOLVED),
    /// And those who raised it do not say so.
    NOT_BORNE_OUT(answer -> CLAIMED.holds(answer) && !SOLVED.holds(answer));

    private final Predicate<Answer> test;

    Counted(Predicate<Answer> test) {
        this.test = test;
    }

    public boolean holds(Answer answer) {
        return test.test(answer);
    }

    int in(Collection<Answer> answers) {
        return Math.toIntExact(answers.stream().filter(test).count());
    }

    private static Verdict.@Nullable Solved solved(Answer answer) {
        return answer.said() == null ? null : answer.said().solved();
    }

    private static Verdict.@Nullable Satisfied satisfied(Answer answer) {
        return answer.said() == null ? null : answer.said().satisfied();
    }
}
