package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.Optional;
import org.mingbai.shell.page.LightSign;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipState;

/// One slip in a list.
/// @param name number, or title while it has none
/// @param answerBy empty where no answer is owed
/// @param sign how urgent it is; empty for one that is not out yet
public record SlipRow(long id, String name, String title, String kind, String from, String to, String state, Optional<LightSign> sign,
        Optional<LocalDate> answerBy, Optional<String> matterHref) {

    private static final int SOON_DAYS = 1;

    /// @param nobody whether it waits for nobody, its matter being kept from its unit
    static SlipRow of(Slip slip, Names names, LocalDate today, boolean nobody) {
        return new SlipRow(slip.id(), slip.number() == null ? t("supervision.slip.unnumbered") : slip.number().printed(), slip.content().title(),
                Names.kind(slip.kind()), names.unit(slip.from()), names.unit(slip.to()), nobody ? t("supervision.slip.nobody") : state(slip, today),
                nobody ? Optional.of(LightSign.AT_RISK) : sign(slip, today), slip.state().waits() && !nobody ? Optional.of(slip.answerBy()) : Optional.empty(),
                Optional.ofNullable(slip.matter()).map(it -> "/matters/" + it.value()));
    }

    static String state(Slip slip, LocalDate today) {
        return t(slip.overdueOn(today) ? "supervision.slip.state.OVERDUE" : "supervision.slip.state." + slip.state());
    }

    static Optional<LightSign> sign(Slip slip, LocalDate today) {
        if (!slip.state().open()) {
            return Optional.of(LightSign.CLOSED);
        }
        if (!slip.state().waits()) {
            return slip.state() == SlipState.ANSWERED ? Optional.of(LightSign.ON_TRACK) : Optional.empty();
        }
        return Optional.of(slip.overdueOn(today) ? LightSign.LATE
                : today.plusDays(SOON_DAYS).isBefore(slip.answerBy()) ? LightSign.ON_TRACK : LightSign.AT_RISK);
    }
}
