package org.mingbai.supervision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.Demand;
import org.mingbai.supervision.DemandKind;
import org.mingbai.supervision.Demands;

/// What is asked of units week by week, what stands behind one of the numbers, and a form for one more demand.
public record BurdenPage(List<LocalDate> weeks, List<Row> rows, Optional<Behind> behind, Optional<Demands.Ceiling> ceiling, boolean keepsCeiling,
                         CeilingForm ceilingForm, Saying saying, Optional<Form> form) {

    /// The hours that are in force, whatever was typed.
    public String ceilingIs() {
        return ceiling.map(it -> Demand.hours(it.minutes())).orElse("");
    }

    public record Row(String unit, List<Cell> cells) {}

    /// @param over whether it is more than the ceiling
    public record Cell(String hours, int demands, String href, boolean over) {}

    /// The demands behind a number.
    public record Behind(String title, List<Line> lines) {}

    public record Line(long id, String kind, String subject, String basis, String from, String hours, LocalDate day, @Nullable String href,
                       @Nullable String despite, List<String> answers) {}

    /// The ceiling as it is, or as it was typed and refused.
    public record CeilingForm(String most, String paper, FieldErrors errors) {}

    /// What was typed as the outcome of a demand and refused.
    public record Saying(long demand, String words, String error) {

        static final Saying NOTHING = new Saying(0, "", "");
    }

    /// @param key         under which it is sent: twice the same is one demand
    /// @param overCeiling what is said when the ceiling is passed; empty when it is not
    /// @param before      the same asked before
    public record Form(String key, List<String> units, String unit, String kind, String subject, String basis, String hours, String day, String despite,
                       String overCeiling, List<Line> before, FieldErrors errors) {

        public boolean warned() {
            return !overCeiling.isEmpty() || !before.isEmpty();
        }

        /// A slip counts by itself.
        public List<Choice> kinds() {
            return Stream.of(DemandKind.values()).filter(one -> one != DemandKind.SLIP)
                    .map(one -> new Choice(one.name(), Words.t("supervision.burden.kind." + one))).toList();
        }
    }
}
