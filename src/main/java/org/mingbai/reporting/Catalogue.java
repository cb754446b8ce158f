package org.mingbai.reporting;

import static org.mingbai.reporting.CaseKind.ANSWER;
import static org.mingbai.reporting.CaseKind.MEASURE;
import static org.mingbai.reporting.CaseKind.ROUND;
import static org.mingbai.reporting.CaseKind.SLIP;
import static org.mingbai.reporting.Condition.is;
import static org.mingbai.reporting.Condition.no;
import static org.mingbai.reporting.Condition.that;
import static org.mingbai.reporting.Condition.yes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Verdict;
import org.mingbai.reporting.Condition.Op;

/// The figures the product brings, in the order in which they are read. Their names and what they mean are words; what they count is here.
public final class Catalogue {

    /// A subject figures belong to.
    public enum Group { COMING, STANDING, ENDING, LASTING, MEASURES, SLIPS, VOICES }

    static final Condition SATISFIED = is(Field.SATISFIED, Verdict.Satisfied.VERY_SATISFIED, Verdict.Satisfied.SATISFIED);
    static final Condition FAIRLY = is(Field.SATISFIED, Verdict.Satisfied.FAIRLY_SATISFIED);

    private static final Condition FIRST = is(Field.ROUND_NO, "1");
    /// Brought to an end by work: neither answered at once nor ended without any, nor called done by an older ledger.
    private static final Condition HANDLED = is(Field.OUTCOME, Outcome.SOLVED, Outcome.PARTLY_SOLVED, Outcome.EXPLAINED);
    private static final Condition OPEN = yes(Field.OPEN);
    private static final Condition TO_ASK = no(Field.LEFT_OUT);
    private static final Condition REACHED = yes(Field.CONTACTED);

    /// @param group where it stands in the list
    public record Shipped(Group group, Figure figure) {}

    private static final List<Shipped> ALL = new ArrayList<>();

    static {
        add(Group.COMING, "raised", ROUND, Field.RAISED_ON, new Tally.Count(), FIRST);
        add(Group.COMING, "listed", ROUND, Field.LISTED_ON, new Tally.Count());
        add(Group.COMING, "answered-at-once", ROUND, Field.ENDED_ON, new Tally.Count(), is(Field.OUTCOME, Outcome.ANSWERED));
        add(Group.COMING, "passed-on", ROUND, Field.ENDED_ON, new Tally.Count(), is(Field.OUTCOME, Outcome.NOT_OURS));
        add(Group.STANDING, "open", ROUND, null, new Tally.Count(), OPEN);
        add(Group.STANDING, "late", ROUND, null, new Tally.Count(), OPEN, is(Field.LIGHT, Light.Sign.LATE));
        add(Group.STANDING, "late-share", ROUND, null, new Tally.Share(List.of(is(Field.LIGHT, Light.Sign.LATE))), OPEN);
        add(Group.STANDING, "at-risk", ROUND, null, new Tally.Count(), OPEN, is(Field.LIGHT, Light.Sign.AT_RISK));
        add(Group.STANDING, "parked", ROUND, null, new Tally.Count(), OPEN, is(Field.LIGHT, Light.Sign.PARKED));
        add(Group.STANDING, "unassigned", ROUND, null, new Tally.Count(), OPEN, that(Field.UNIT_OF, Op.EMPTY));
        add(Group.ENDING, "closed", ROUND, Field.ENDED_ON, new Tally.Count(), HANDLED);
        add(Group.ENDING, "solved", ROUND, Field.ENDED_ON, new Tally.Count(), is(Field.OUTCOME, Outcome.SOLVED));
        add(Group.ENDING, "partly-solved", ROUND, Field.ENDED_ON, new Tally.Count(), is(Field.OUTCOME, Outcome.PARTLY_SOLVED));
        add(Group.ENDING, "explained", ROUND, Field.ENDED_ON, new Tally.Count(), is(Field.OUTCOME, Outcome.EXPLAINED));
        add(Group.ENDING, "solved-share", ROUND, Field.ENDED_ON, new Tally.Share(List.of(is(Field.OUTCOME, Outcome.SOLVED))), HANDLED);
        add(Group.ENDING, "on-time", ROUND, Field.ENDED_ON, new Tally.Share(List.of(yes(Field.ON_TIME))), HANDLED, that(Field.ON_TIME, Op.FILLED));
        add(Group.ENDING, "days-median", ROUND, Field.ENDED_ON, new Tally.Days(Field.ASSIGNED_ON, Field.ENDED_ON, 50), HANDLED);
        add(Group.ENDING, "days-p90", ROUND, Field.ENDED_ON, new Tally.Days(Field.ASSIGNED_ON, Field.ENDED_ON, 90), HANDLED);
        add(Group.ENDING, "extended-share", ROUND, Field.ENDED_ON, new Tally.Share(List.of(new Condition(Field.EXTENSIONS, Op.FROM, List.of("1")))), HANDLED);
        add(Group.ENDING, "sent-back", ROUND, Field.ENDED_ON, new Tally.Sum(Field.SENT_BACK), HANDLED);
        add(Group.LASTING, "reopened", ROUND, Field.OPENED_ON, new Tally.Count(), new Condition(Field.ROUND_NO, Op.FROM, List.of("2")));
        add(Group.LASTING, "refuted", ROUND, Field.OPENED_ON, new Tally.Count(), is(Field.OPENED_BY, Field.Opening.REFUTED));
        add(Group.LASTING, "looked-back", ROUND, Field.LOOKED_ON, new Tally.Count(), is(Field.LOOKED, Field.Looked.HELD, Field.Looked.RELAPSED));
        add(Group.LASTING, "relapsed", ROUND, Field.LOOKED_ON, new Tally.Count(), is(Field.LOOKED, Field.Looked.RELAPSED));
        add(Group.LASTING, "relapse-share", ROUND, Field.LOOKED_ON, new Tally.Share(List.of(is(Field.LOOKED, Field.Looked.RELAPSED))),
                is(Field.LOOKED, Field.Looked.HELD, Field.Looked.RELAPSED));
        add(Group.MEASURES, "measures", MEASURE, null, new Tally.Count());
        add(Group.MEASURES, "measures-done", MEASURE, Field.DONE_ON, new Tally.Count());
        add(Group.MEASURES, "measures-done-share", MEASURE, Field.DUE, new Tally.Share(List.of(that(Field.DONE_ON, Op.FILLED))));
        add(Group.MEASURES, "measures-late", MEASURE, null, new Tally.Count(), OPEN, that(Field.DONE_ON, Op.EMPTY), that(Field.DUE, Op.PASSED));
        add(Group.SLIPS, "slips-sent", SLIP, Field.SENT_ON, new Tally.Count());
        add(Group.SLIPS, "slips-answered", SLIP, Field.ANSWERED_ON, new Tally.Count());
        add(Group.SLIPS, "slips-waiting", SLIP, null, new Tally.Count(), that(Field.SLIP_END, Op.EMPTY), that(Field.ANSWERED_ON, Op.EMPTY),
                that(Field.ANSWER_BY, Op.FILLED));
        add(Group.SLIPS, "slips-lapsed", SLIP, Field.SLIP_ENDED_ON, new Tally.Count(), is(Field.SLIP_END, Field.SlipEnd.LAPSED));
        add(Group.SLIPS, "slips-answered-share", SLIP, Field.ANSWER_BY, new Tally.Share(List.of(that(Field.ANSWERED_ON, Op.FILLED))));
        add(Group.VOICES, "to-ask", ANSWER, Field.ASKED_ON, new Tally.Count(), TO_ASK);
        add(Group.VOICES, "reached", ANSWER, Field.ASKED_ON, new Tally.Count(), TO_ASK, REACHED);
        add(Group.VOICES, "coverage", ANSWER, Field.ASKED_ON, new Tally.Share(List.of(REACHED)), TO_ASK);
        add(Group.VOICES, "response", ANSWER, Field.ASKED_ON, new Tally.Share(List.of(yes(Field.HEARD))), REACHED, that(Field.HEARD, Op.FILLED));
        add(Group.VOICES, "solution", ANSWER, Field.ASKED_ON, new Tally.Share(List.of(is(Field.SOLVED, Verdict.Solved.FULLY))), REACHED);
        add(Group.VOICES, "satisfaction", ANSWER, Field.ASKED_ON, new Tally.Satisfaction(), REACHED);
        add(Group.VOICES, "solution-after", ANSWER, Field.ASKED_ON, new Tally.Share(List.of(is(Field.SOLVED, Verdict.Solved.FULLY))), REACHED,
                no(Field.EXCLUDED));
        add(Group.VOICES, "satisfaction-after", ANSWER, Field.ASKED_ON, new Tally.Satisfaction(), REACHED, no(Field.EXCLUDED));
        add(Group.VOICES, "excluded", ANSWER, Field.ASKED_ON, new Tally.Count(), yes(Field.EXCLUDED));
        add(Group.VOICES, "not-borne-out", ANSWER, Field.ASKED_ON,
                new Tally.Share(List.of(is(Field.SOLVED, Verdict.Solved.PARTLY, Verdict.Solved.NOT))), REACHED, is(Field.CLAIMED, Outcome.SOLVED));
    }

    private Catalogue() {}

    private static void add(Group group, String code, CaseKind of, @Nullable Field window, Tally tally, Condition... where) {
        ALL.add(new Shipped(group, new Figure(code, 1, null, of, List.of(where), window, tally)));
    }

    public static List<Shipped> all() {
        return List.copyOf(ALL);
    }

    public static Optional<Figure> figure(String code) {
        return figures().filter(figure -> figure.code().equals(code)).findFirst();
    }

    public static Stream<Figure> figures() {
        return ALL.stream().map(Shipped::figure);
    }
}
