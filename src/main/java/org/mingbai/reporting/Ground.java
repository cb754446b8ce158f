package org.mingbai.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.mingbai.reporting.cases.CaseAsking;
import org.mingbai.reporting.cases.CaseConditions;

/// The cases of a kind that somebody may open, as they stood on a day.
record Ground(Standpoint at, CaseConditions where) {

    private static final CaseConditions.Said NONE = new CaseConditions.Said("false", List.of());

    CaseConditions.Units units() {
        return new CaseConditions.Units() {
            @Override
            public Collection<Long> ofKind(Set<String> kinds) {
                return at.ofKind(kinds);
            }

            @Override
            public Collection<Long> within(long top) {
                return at.within(top);
            }
        };
    }

    CaseConditions.Said part(Figure figure) {
        return figure.part().isEmpty() ? NONE : where.together(figure.part(), units());
    }

    CaseConditions.Said lesser(Figure figure) {
        return figure.tally() instanceof Tally.Satisfaction ? where.together(List.of(Catalogue.FAIRLY), units()) : NONE;
    }

    List<CaseAsking.Asked> asked(List<Figure> figures) {
        return figures.stream().map(figure -> new CaseAsking.Asked(where.together(figure.counted(), units()), figure.tally(), part(figure),
                lesser(figure))).toList();
    }
}
