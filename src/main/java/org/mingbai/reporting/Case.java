package org.mingbai.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.StageName;

/// One countable thing with what is known of it at the end of a day, as the journal tells it.
/// @param no which of its kind in the matter: the round, the entry or the slip it began with
public record Case(CaseKind kind, MatterId matter, long no, Map<Field, Object> facts) {

    /// Which one, whatever is known of it.
    public record Id(CaseKind kind, MatterId matter, long no) {}

    public Case {
        var all = new EnumMap<Field, Object>(Field.class);
        all.putAll(facts);
        facts = Collections.unmodifiableMap(all);
    }

    public Id id() {
        return new Id(kind, matter, no);
    }

    public @Nullable Object fact(Field field) {
        return facts.get(field);
    }

    /// A day of it; nothing where that did not happen.
    public @Nullable LocalDate day(Field field) {
        return (LocalDate) facts.get(field);
    }

    /// How it stands at an instant: as lists of matters say it.
    public Light.Sign lightAt(OffsetDateTime now) {
        if (!Boolean.TRUE.equals(fact(Field.OPEN))) {
            return Light.Sign.CLOSED;
        }
        boolean set = fact(Field.SET_UNTIL) instanceof OffsetDateTime until && until.isAfter(now);
        if (StageName.PARKED.name().equals(fact(Field.STAGE)) && (fact(Field.SET_UNTIL) == null || set)) {
            return Light.Sign.PARKED;
        }
        if (set && fact(Field.SET_SIGN) instanceof String sign) {
            return Light.Sign.valueOf(sign);
        }
        return reached(Field.LATE_FROM, now) ? Light.Sign.LATE : reached(Field.RISK_FROM, now) ? Light.Sign.AT_RISK : Light.Sign.ON_TRACK;
    }

    private boolean reached(Field field, OffsetDateTime now) {
        return fact(field) instanceof OffsetDateTime from && !from.isAfter(now);
    }
}
