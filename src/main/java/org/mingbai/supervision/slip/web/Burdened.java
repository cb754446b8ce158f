package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.supervision.Demand;
import org.mingbai.supervision.Demands;

/// What a unit has to do already, before somebody adds a slip to it.
/// @param said in one sentence
/// @param href where each demand of that week stands
/// @param over whether this would be more than the ceiling
/// @param before the like that was asked of it within half a year
public record Burdened(String said, String href, boolean over, List<Link> before) {

    private static final int BEFORE_SHOWN = 3;

    static Burdened of(Demands.Warning burden, Names names) {
        var load = burden.load();
        var unit = names.unit(load.unit());
        var hours = Demand.hours(load.minutes());
        var more = Demand.hours(burden.minutes());
        var said = burden.ceiling().map(ceiling -> t("supervision.slip.burden.ceiling", unit, load.demands(), hours, more, Demand.hours(ceiling.minutes())))
                .orElseGet(() -> t("supervision.slip.burden", unit, load.demands(), hours, more));
        var href = "/burden?unit=" + load.unit().value() + "&week=" + load.week() + "#behind";
        return new Burdened(said, href, burden.overCeiling(), burden.before().stream().limit(BEFORE_SHOWN)
                .map(demand -> new Link(t("supervision.slip.burden.before", demand.subject(), demand.day(),
                        demand.answer() == null ? t("supervision.slip.burden.unanswered") : demand.answer()),
                        "/burden?unit=" + load.unit().value() + "&week=" + demand.week() + "#behind")).toList());
    }
}
