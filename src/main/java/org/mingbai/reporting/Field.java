package org.mingbai.reporting;

import static org.mingbai.reporting.CaseKind.ANSWER;
import static org.mingbai.reporting.CaseKind.MEASURE;
import static org.mingbai.reporting.CaseKind.ROUND;
import static org.mingbai.reporting.CaseKind.SLIP;
import static org.mingbai.reporting.Field.Type.CODE;
import static org.mingbai.reporting.Field.Type.DAY;
import static org.mingbai.reporting.Field.Type.FLAG;
import static org.mingbai.reporting.Field.Type.INSTANT;
import static org.mingbai.reporting.Field.Type.NUMBER;
import static org.mingbai.reporting.Field.Type.TEXT;
import static org.mingbai.reporting.Field.Type.UNIT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.Right;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Verdict;
import org.mingbai.supervision.slip.SlipKind;

/// What is known of a case and can be filtered and grouped by. Each is a column of its name in `reporting.case_span`; who raised a matter is none.
public enum Field {
    REGISTER(CODE, EnumSet.allOf(CaseKind.class)),
    /// The lead unit; of a slip, the unit it went to.
    UNIT_OF(UNIT, EnumSet.allOf(CaseKind.class), "unit"),
    LEADER(TEXT, EnumSet.of(ROUND, MEASURE, ANSWER)),
    CHANNEL(TEXT, EnumSet.allOf(CaseKind.class)),
    SOURCE(TEXT, EnumSet.allOf(CaseKind.class)),
    CATEGORY(TEXT, EnumSet.allOf(CaseKind.class)),
    PLACE(TEXT, EnumSet.allOf(CaseKind.class)),
    /// Which round it is or belongs to, from 1.
    ROUND_NO(NUMBER, EnumSet.allOf(CaseKind.class), "round"),
    RAISED_ON(DAY, EnumSet.of(ROUND)),
    LISTED_ON(DAY, EnumSet.of(ROUND)),
    OPENED_ON(DAY, EnumSet.of(ROUND)),
    OPENED_BY(CODE, EnumSet.of(ROUND), Opening.class),
    /// First given to a unit in this round.
    ASSIGNED_ON(DAY, EnumSet.of(ROUND)),
    /// The last day in force.
    DUE(DAY, EnumSet.of(ROUND, MEASURE)),
    FIRST_DUE(DAY, EnumSet.of(ROUND)),
    /// Claimed done; nothing once it was sent back.
    CLAIMED_ON(DAY, EnumSet.of(ROUND)),
    ENDED_ON(DAY, EnumSet.of(ROUND)),
    OUTCOME(CODE, EnumSet.of(ROUND), Outcome.class),
    STAGE(CODE, EnumSet.of(ROUND), StageName.class),
    OPEN(FLAG, EnumSet.of(ROUND, MEASURE)),
    PARKED_ON(DAY, EnumSet.of(ROUND)),
    RISK_FROM(INSTANT, EnumSet.of(ROUND)),
    LATE_FROM(INSTANT, EnumSet.of(ROUND)),
    SET_SIGN(CODE, EnumSet.of(ROUND), Light.Sign.class),
    SET_UNTIL(INSTANT, EnumSet.of(ROUND)),
    /// How it stands at the cut-off: read from the four before it, kept nowhere.
    LIGHT(CODE, EnumSet.of(ROUND), Light.Sign.class),
    /// Whether the claim that led to the end came by the last day in force; nothing where there was no such day.
    ON_TIME(FLAG, EnumSet.of(ROUND)),
    SENT_BACK(NUMBER, EnumSet.of(ROUND)),
    /// How often a unit gave it back.
    RETURNS(NUMBER, EnumSet.of(ROUND)),
    EXTENSIONS(NUMBER, EnumSet.of(ROUND)),
    LOOKED_ON(DAY, EnumSet.of(ROUND)),
    LOOKED(CODE, EnumSet.of(ROUND), Looked.class),
    PERCENT(NUMBER, EnumSet.of(MEASURE)),
    MEASURE_KIND(CODE, EnumSet.of(MEASURE), Measure.Kind.class),
    /// The day it reached a hundred percent.
    DONE_ON(DAY, EnumSet.of(MEASURE)),
    ASKED_ON(DAY, EnumSet.of(ANSWER)),
    /// Reached and asked (有效回访); nothing while nobody tried.
    CONTACTED(FLAG, EnumSet.of(ANSWER)),
    /// The handler had got in touch (是否联系).
    HEARD(FLAG, EnumSet.of(ANSWER)),
    SOLVED(CODE, EnumSet.of(ANSWER), Verdict.Solved.class),
    SATISFIED(CODE, EnumSet.of(ANSWER), Verdict.Satisfied.class),
    CLAIMED(CODE, EnumSet.of(ANSWER), Outcome.class),
    /// By the draw.
    LEFT_OUT(FLAG, EnumSet.of(ANSWER)),
    /// By a decision that it should not count.
    EXCLUDED(FLAG, EnumSet.of(ANSWER)),
    SLIP_KIND(CODE, EnumSet.of(SLIP), SlipKind.class),
    SENT_ON(DAY, EnumSet.of(SLIP)),
    ANSWER_BY(DAY, EnumSet.of(SLIP)),
    ANSWERED_ON(DAY, EnumSet.of(SLIP)),
    SLIP_END(CODE, EnumSet.of(SLIP), SlipEnd.class),
    SLIP_ENDED_ON(DAY, EnumSet.of(SLIP)),
    /// What sort of body the unit is today: read from the directory, kept nowhere.
    LEVEL(CODE, EnumSet.allOf(CaseKind.class), OrganisationKind.class);

    /// What can be asked of it.
    public enum Type { TEXT, CODE, UNIT, DAY, NUMBER, FLAG, INSTANT }

    /// Why a round was opened.
    public enum Opening {
        RAISED,
        /// Those who raised it said it was not solved.
        REFUTED,
        /// Looked at again months later, and back.
        RELAPSED,
        /// A higher body found for those who asked.
        REVIEW,
        /// Opened again for another reason.
        OTHER
    }

    /// What looking back found.
    public enum Looked { HELD, RELAPSED, NOT_DRAWN }

    /// How a slip ended.
    public enum SlipEnd { ACCEPTED, UPGRADED, LAPSED, WITHDRAWN }

    private static final Set<Field> DERIVED = EnumSet.of(LIGHT, LEVEL);
    private static final Set<Field> MACHINERY = EnumSet.of(RISK_FROM, LATE_FROM, SET_SIGN, SET_UNTIL);

    private final Type type;
    private final Set<CaseKind> kinds;
    private final Optional<Class<? extends Enum<?>>> codes;
    private final String column;

    Field(Type type, Set<CaseKind> kinds) {
        this(type, kinds, Optional.empty(), "");
    }

    Field(Type type, Set<CaseKind> kinds, String column) {
        this(type, kinds, Optional.empty(), column);
    }

    Field(Type type, Set<CaseKind> kinds, Class<? extends Enum<?>> codes) {
        this(type, kinds, Optional.of(codes), "");
    }

    Field(Type type, Set<CaseKind> kinds, Optional<Class<? extends Enum<?>>> codes, String column) {
        this.type = type;
        this.kinds = kinds;
        this.codes = codes;
        this.column = column.isEmpty() ? name().toLowerCase(Locale.ROOT) : column;
    }

    public Type type() {
        return type;
    }

    public boolean of(CaseKind kind) {
        return kinds.contains(kind);
    }

    /// The names of its values, where they are a closed list that the product knows.
    public List<String> codes() {
        return codes.map(it -> Arrays.stream(it.getEnumConstants()).map(Enum::name).toList()).orElse(List.of());
    }

    public String column() {
        return column;
    }

    /// Whether it is a column; what is not is read from others when it is asked.
    public boolean kept() {
        return !DERIVED.contains(this);
    }

    /// Whether people may filter by it; the rest only serves to read a light.
    public boolean offered() {
        return !MACHINERY.contains(this);
    }

    /// Whether cases can be laid side by side by its values.
    public boolean groups() {
        return offered() && (type == Type.CODE || type == Type.TEXT || type == Type.UNIT);
    }

    /// Who may filter and group by it. The name of a leader is for those who supervise: figures are about units.
    public Right needs() {
        return this == LEADER ? Right.SEE_SUPERVISION : Right.SEE_MATTERS;
    }
}
