package org.mingbai.reporting.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Lifecycle;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.MaskedText;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Moment;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Round;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Turning;
import org.mingbai.ledger.Verdict;
import org.mingbai.reporting.Case;
import org.mingbai.reporting.CaseKind;
import org.mingbai.reporting.Field;

/// Reads a journal once and tells what its cases were at the end of each day on which something was written. Pure: the same journal always
/// tells the same.
public final class CaseReading {

    private static final int DONE = 100;

    private final MatterId id;
    private final Function<Matter, Turning> turning;
    private final Function<Long, @Nullable Integer> excludes;
    private final ZoneId zone;
    private final Map<Integer, Answer> answers = new TreeMap<>();
    private final Map<Long, Slip> slips = new TreeMap<>();
    private final Map<Long, LocalDate> done = new HashMap<>();
    private @Nullable Matter matter;

    private CaseReading(MatterId id, Function<Matter, Turning> turning, Function<Long, @Nullable Integer> excludes, ZoneId zone) {
        this.id = id;
        this.turning = turning;
        this.excludes = excludes;
        this.zone = zone;
    }

    /// @param turning when the light of a matter turns
    /// @param excludes the entry that began the asking an exclusion is about; nothing where it is not known
    /// @return the days in order, each with its cases at its end
    public static SequencedMap<LocalDate, List<Case>> of(MatterId id, List<Line> journal, Function<Matter, Turning> turning,
            Function<Long, @Nullable Integer> excludes, ZoneId zone) {
        var reading = new CaseReading(id, turning, excludes, zone);
        var days = new LinkedHashMap<LocalDate, List<Case>>();
        var day = LocalDate.MIN;
        for (var line : journal) {
            // A clock that was set back at midnight does not take back a day.
            var next = line.day().isAfter(day) ? line.day() : day;
            if (next.isAfter(day) && !day.equals(LocalDate.MIN)) {
                days.put(day, reading.cases());
            }
            day = next;
            reading.read(line);
        }
        if (!journal.isEmpty()) {
            days.put(day, reading.cases());
        }
        return days;
    }

    private record Answer(int round, @Nullable OrganisationId lead, @Nullable String leader, Subject about, LocalDate on, @Nullable Outcome claimed,
            @Nullable Verdict said, boolean leftOut, boolean excluded) {

        Answer said(Verdict verdict, @Nullable Outcome of) {
            return new Answer(round, lead, leader, about, on, of, verdict, leftOut, excluded);
        }

        Answer without() {
            return new Answer(round, lead, leader, about, on, claimed, said, true, excluded);
        }

        Answer excluded(boolean yes) {
            return new Answer(round, lead, leader, about, on, claimed, said, leftOut, yes);
        }
    }

    private record Slip(String kind, OrganisationId to, int round, Subject about, LocalDate on, @Nullable LocalDate answerBy, @Nullable LocalDate answeredOn,
            @Nullable String end, @Nullable LocalDate endedOn) {

        Slip answered(LocalDate day) {
            return new Slip(kind, to, round, about, on, answerBy, day, end, endedOn);
        }

        Slip again(LocalDate by) {
            return new Slip(kind, to, round, about, on, by, null, end, endedOn);
        }

        Slip ended(String how, LocalDate day) {
            return new Slip(kind, to, round, about, on, answerBy, answeredOn, how, day);
        }
    }

    private void read(Line line) {
        matter = matter == null ? Lifecycle.begin(id, line) : Lifecycle.fold(matter, line);
        switch (line.entry()) {
            case Entry.SlipSent e -> slips.put(e.slip(), new Slip(e.kind(), e.to(), matter.round().number(), matter.subject(), line.day(), e.answerBy(), null,
                    null, null));
            case Entry.SlipAskedAgain e -> slips.computeIfPresent(e.slip(), (_, slip) -> slip.again(e.answerBy()));
            case Entry.SlipAnswered e -> slips.computeIfPresent(e.slip(), (_, slip) -> slip.answered(line.day()));
            case Entry.SlipEnded e -> slips.computeIfPresent(e.slip(), (_, slip) -> slip.ended(e.how(), line.day()));
            case Entry.ExclusionNoted e -> excluded(e);
            default -> {
            }
        }
        asked(matter, line);
        for (var measure : matter.round().standing()) {
            if (measure.percent() < DONE) {
                done.remove(measureNo(matter.round(), measure.no()));
            } else {
                done.putIfAbsent(measureNo(matter.round(), measure.no()), line.day());
            }
        }
    }

    private void excluded(Entry.ExclusionNoted noted) {
        var asked = excludes.apply(noted.exclusion());
        if (asked != null) {
            answers.computeIfPresent(asked, (_, answer) -> switch (noted.how()) {
                case "AGREED" -> answer.excluded(true);
                case "REFUSED", "WITHDRAWN" -> answer.excluded(false);
                default -> answer;
            });
        }
    }

    private void asked(Matter now, Line line) {
        for (var moment : now.watching().moments().reversed()) {
            if (moment.seq() != line.seq()) {
                break;
            }
            switch (moment.what()) {
                case VERDICT_AWAITED -> answers.put(moment.seq(), answer(now, moment, line.day()));
                case JUDGED -> {
                    var verdict = ((Entry.VerdictRecorded) line.entry()).verdict();
                    var claimed = now.round().claimed();
                    latest(now).ifPresentOrElse(seq -> answers.computeIfPresent(seq, (_, answer) -> answer.said(verdict, claimed)),
                            () -> answers.put(moment.seq(), answer(now, moment, line.day()).said(verdict, claimed)));
                }
                case NOT_ASKED -> latest(now).ifPresent(seq -> answers.computeIfPresent(seq, (_, answer) -> answer.without()));
                default -> {
                }
            }
        }
    }

    private Optional<Integer> latest(Matter now) {
        return answers.entrySet().stream().filter(it -> it.getValue().round() == now.round().number()).map(Map.Entry::getKey).reduce((_, last) -> last);
    }

    private static Answer answer(Matter now, Moment moment, LocalDate day) {
        return new Answer(moment.round(), moment.lead(), now.assignment() == null ? null : now.assignment().leader(), moment.about(), day,
                now.round().claimed(), null, false, false);
    }

    private static long measureNo(Round round, int no) {
        return round.number() * 1000L + no;
    }

    private List<Case> cases() {
        var now = Objects.requireNonNull(matter);
        var all = new ArrayList<Case>();
        Stream.concat(now.past().stream(), Stream.of(now.round())).forEach(round -> {
            all.add(round(now, round));
            round.standing().forEach(measure -> all.add(measure(now, round, measure)));
        });
        answers.forEach((seq, answer) -> all.add(answer(now, seq, answer)));
        slips.forEach((no, slip) -> all.add(slip(now, no, slip)));
        return all;
    }

    /// Collects what is known; what is not known is left out.
    private static final class Facts {

        private final Map<Field, Object> all = new EnumMap<>(Field.class);

        Facts about(Matter matter, Subject about, int round) {
            return put(Field.REGISTER, matter.register()).put(Field.ROUND_NO, round).put(Field.CHANNEL, about.channel()).put(Field.SOURCE, about.source())
                    .put(Field.CATEGORY, about.category()).put(Field.PLACE, about.place() == null ? null : MaskedText.of(about.place()));
        }

        Facts led(@Nullable OrganisationId unit, @Nullable String leader) {
            return put(Field.UNIT_OF, unit == null ? null : unit.value()).put(Field.LEADER, leader);
        }

        Facts put(Field field, @Nullable Object value) {
            switch (value) {
                case null -> {
                }
                case Enum<?> code -> all.put(field, code.name());
                case String text when text.isBlank() -> {
                }
                default -> all.put(field, value);
            }
            return this;
        }
    }

    private Case round(Matter now, Round round) {
        boolean current = round == now.round();
        boolean open = current && now.open();
        var lights = open ? turning.apply(now) : Turning.NEVER;
        var moments = now.watching().moments().stream().filter(moment -> moment.round() == round.number()).toList();
        var facts = new Facts().about(now, now.subject(), round.number())
                .led(round.assignment() == null ? null : round.assignment().lead(), round.assignment() == null ? null : round.assignment().leader())
                .put(Field.RAISED_ON, round.number() == 1 ? day(now.raisedAt()) : null)
                .put(Field.LISTED_ON, first(moments, Happening.LISTED))
                .put(Field.OPENED_ON, round.openedOn())
                .put(Field.OPENED_BY, openedBy(now, round))
                .put(Field.ASSIGNED_ON, first(moments, Happening.DISPATCHED))
                .put(Field.DUE, round.due() == null ? null : round.due().date())
                .put(Field.FIRST_DUE, round.firstDue() == null ? null : round.firstDue().date())
                .put(Field.ENDED_ON, round.ending() == null ? null : round.ending().on())
                .put(Field.OUTCOME, round.ending() == null ? null : round.ending().outcome())
                .put(Field.STAGE, current ? now.stage().named() : null)
                .put(Field.OPEN, open)
                .put(Field.PARKED_ON, current && now.stage() instanceof Stage.Parked ? last(moments, Happening.PARKED) : null)
                .put(Field.RISK_FROM, at(lights.riskFrom())).put(Field.LATE_FROM, at(lights.lateFrom()))
                .put(Field.SET_SIGN, lights.set()).put(Field.SET_UNTIL, at(lights.setUntil()))
                .put(Field.SENT_BACK, round.sentBack()).put(Field.RETURNS, round.returns())
                .put(Field.EXTENSIONS, (int) moments.stream().filter(moment -> moment.what() == Happening.EXTENDED).count());
        var claimed = round.claimed() == null ? null : last(moments, Happening.CLAIMED);
        facts.put(Field.CLAIMED_ON, claimed);
        if (round.ending() != null && claimed != null && round.due() != null && round.due().date() != null) {
            facts.put(Field.ON_TIME, !claimed.isAfter(round.due().date()));
        }
        looked(moments, facts);
        return new Case(CaseKind.ROUND, id, round.number(), facts.all);
    }

    private void looked(List<Moment> moments, Facts facts) {
        for (var moment : moments) {
            switch (moment.what()) {
                case LOOKED_BACK -> facts.put(Field.LOOKED, Field.Looked.HELD).put(Field.LOOKED_ON, day(moment.at()));
                case RELAPSED -> facts.put(Field.LOOKED, Field.Looked.RELAPSED).put(Field.LOOKED_ON, day(moment.at()));
                case NOT_LOOKED_BACK -> facts.put(Field.LOOKED, Field.Looked.NOT_DRAWN).put(Field.LOOKED_ON, day(moment.at()));
                default -> {
                }
            }
        }
    }

    /// What stood last in the round before.
    private static Field.Opening openedBy(Matter now, Round round) {
        if (round.number() == 1) {
            return Field.Opening.RAISED;
        }
        return now.watching().moments().stream().filter(moment -> moment.round() == round.number() - 1).map(moment -> switch (moment.what()) {
            case REFUTED -> Field.Opening.REFUTED;
            case RELAPSED -> Field.Opening.RELAPSED;
            case REVIEW_ANSWERED, REEXAMINATION_ANSWERED -> Field.Opening.REVIEW;
            default -> null;
        }).filter(Objects::nonNull).reduce((_, last) -> last).orElse(Field.Opening.OTHER);
    }

    private Case measure(Matter now, Round round, Measure measure) {
        return new Case(CaseKind.MEASURE, id, measureNo(round, measure.no()), new Facts().about(now, now.subject(), round.number())
                .led(round.assignment() == null ? null : round.assignment().lead(), round.assignment() == null ? null : round.assignment().leader())
                .put(Field.DUE, measure.due() == null ? null : measure.due().date())
                .put(Field.PERCENT, measure.percent()).put(Field.MEASURE_KIND, measure.kind())
                .put(Field.OPEN, round == now.round() && now.open())
                .put(Field.DONE_ON, done.get(measureNo(round, measure.no()))).all);
    }

    private Case answer(Matter now, int seq, Answer answer) {
        var said = answer.said();
        return new Case(CaseKind.ANSWER, id, seq, new Facts().about(now, answer.about(), answer.round()).led(answer.lead(), answer.leader())
                .put(Field.ASKED_ON, answer.on()).put(Field.CLAIMED, answer.claimed())
                .put(Field.LEFT_OUT, answer.leftOut()).put(Field.EXCLUDED, answer.excluded())
                .put(Field.CONTACTED, said == null ? null : said.contacted()).put(Field.HEARD, said == null ? null : said.heardFrom())
                .put(Field.SOLVED, said == null ? null : said.solved()).put(Field.SATISFIED, said == null ? null : said.satisfied()).all);
    }

    private Case slip(Matter now, long no, Slip slip) {
        return new Case(CaseKind.SLIP, id, no, new Facts().about(now, slip.about(), slip.round()).led(slip.to(), null)
                .put(Field.SLIP_KIND, slip.kind()).put(Field.SENT_ON, slip.on()).put(Field.ANSWER_BY, slip.answerBy()).put(Field.ANSWERED_ON, slip.answeredOn())
                .put(Field.SLIP_END, slip.end()).put(Field.SLIP_ENDED_ON, slip.endedOn()).all);
    }

    private LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).toLocalDate();
    }

    private @Nullable LocalDate first(List<Moment> moments, Happening what) {
        return moments.stream().filter(moment -> moment.what() == what).findFirst().map(moment -> day(moment.at())).orElse(null);
    }

    private @Nullable LocalDate last(List<Moment> moments, Happening what) {
        return moments.reversed().stream().filter(moment -> moment.what() == what).findFirst().map(moment -> day(moment.at())).orElse(null);
    }

    private @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
