package org.mingbai.ledger.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.store.EntryJson;

/// A matter as the interface tells it.
/// @param seq the number of its last entry, which is also its ETag
record MatterJson(long id, String number, String register, String title, String text, Optional<String> place, Optional<String> category,
        StageName stage,
        boolean open, String light, Optional<Unit> lead, Optional<String> leader, List<Unit> coHandlers, Optional<LocalDate> due,
        Optional<LocalDate> originalDue, int round, Optional<Outcome> outcome, Optional<Turn> turn, List<MeasureJson> measures, List<Long> joined,
        OffsetDateTime raisedAt, int seq, OffsetDateTime changedAt) {

    record Unit(long id, String name) {}

    record Turn(Unit unit, String role, List<String> holders) {}

    record MeasureJson(int no, Measure.Kind kind, String text, Optional<String> goal, Optional<String> owner, Optional<LocalDate> due, int percent,
            boolean proven, boolean dropped) {}

    /// @param sentence what happened, in the caller's language
    /// @param body the entry as it is kept
    record EntryLine(int seq, String kind, OffsetDateTime at, LocalDate day, String by, Unit unit, String sentence, @JsonRawValue String body) {}

    record Journal(List<EntryLine> entries, Optional<Integer> next) {}

    static MatterJson of(Seen seen) {
        var matter = seen.matter();
        var round = matter.round();
        var to = Optional.ofNullable(matter.assignment());
        return new MatterJson(matter.id().value(), seen.number(), matter.register(), matter.subject().title(), matter.subject().text(),
                Optional.ofNullable(matter.subject().place()), Optional.ofNullable(matter.subject().category()), matter.stage().named(),
                        matter.open(),
                seen.light().sign().name(), to.map(it -> unit(seen, it.lead())), to.map(it -> it.leader()),
                to.map(it -> it.coHandlers().stream().map(unit -> unit(seen, unit)).toList()).orElse(List.of()),
                Optional.ofNullable(round.due()).map(it -> it.date()), Optional.ofNullable(round.firstDue()).map(it -> it.date()), round.number(),
                Optional.ofNullable(round.ending()).map(it -> it.outcome()),
                Optional.ofNullable(matter.turn()).map(it -> new Turn(unit(seen, it.unit()), it.role().name(), seen.folk().holders(it))),
                round.measures().stream().map(it -> measure(it, round.unproven())).toList(), List.copyOf(matter.joined()), matter.raisedAt(),
                matter.seq(), matter.changedAt());
    }

    private static MeasureJson measure(Measure measure, List<Measure> unproven) {
        return new MeasureJson(measure.no(), measure.kind(), measure.text(), Optional.ofNullable(measure.goal()),
                Optional.ofNullable(measure.owner()),
                Optional.ofNullable(measure.due()).map(it -> it.date()), measure.percent(), !unproven.contains(measure) && measure.stands(),
                        !measure.stands());
    }

    static EntryLine entry(Seen seen, Line line, Locale locale) {
        return new EntryLine(line.seq(), EntryJson.kind(line.entry()), line.at(), line.day(), seen.folk().person(line.by()),
                unit(seen, line.as().unit()), seen.teller(locale).of(line).text(), EntryJson.body(line.entry()));
    }

    private static Unit unit(Seen seen, @Nullable OrganisationId id) {
        return new Unit(id == null ? 0 : id.value(), id == null ? "" : seen.folk().unit(id));
    }
}
