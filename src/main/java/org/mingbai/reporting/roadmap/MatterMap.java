package org.mingbai.reporting.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Round;
import org.mingbai.ledger.StageName;
import org.mingbai.reporting.Case;
import org.mingbai.reporting.CaseKind;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.cases.CaseReading;
import org.mingbai.shell.Words;
import org.mingbai.supervision.RunningClock;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.Supervision;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipState;
import org.mingbai.supervision.slip.Slips;
import org.springframework.stereotype.Component;

/// The road map of one matter: its rounds, the limits that ran, its measures by the unit that carries them out, and the slips about it, all as whoever
/// asks may read them.
@Component
public class MatterMap {

    private static final int ALL = 100;
    private static final int ROUND = 1000;

    private final Ledger ledger;
    private final Lamps lamps;
    private final Supervision supervision;
    private final Slips slips;
    private final Directory directory;
    private final Clock clock;

    MatterMap(Ledger ledger, Lamps lamps, Supervision supervision, Slips slips, Directory directory, Clock clock) {
        this.ledger = ledger;
        this.lamps = lamps;
        this.supervision = supervision;
        this.slips = slips;
        this.directory = directory;
        this.clock = clock;
    }

    /// Whether there is enough of it for a picture: what was only raised needs none.
    public static boolean has(Matter matter) {
        return matter.assignment() != null || !matter.past().isEmpty();
    }

    /// Nothing where this person may not read the matter.
    public Optional<RoadMap> of(SignedIn who, MatterId id, Locale locale) {
        return ledger.matter(who, id).map(matter -> new Reading(who, matter, Words.in(locale)).map());
    }

    private final class Reading {

        private final SignedIn who;
        private final Matter matter;
        private final Words words;
        private final LocalDate today = LocalDate.now(clock);
        private final OrganisationTree tree;
        private final Map<Case.Id, Case> cases = new LinkedHashMap<>();
        private final Map<String, List<RoadMap.Node>> lanes = new LinkedHashMap<>();

        private Reading(SignedIn who, Matter matter, Words words) {
            this.who = who;
            this.matter = matter;
            this.words = words;
            this.tree = directory.treeOf(who.tenant());
            var days = CaseReading.of(matter.id(), ledger.journalOf(who, matter.id()), at -> lamps.turning(who.tenant(), at), _ -> null, clock.getZone());
            days.lastEntry().getValue().forEach(one -> cases.put(one.id(), one));
        }

        private RoadMap map() {
            rounds().forEach(this::round);
            limits();
            rounds().forEach(this::measures);
            slips.ofMatter(who, matter.id()).stream().filter(slip -> slip.sentAt() != null).forEach(this::slip);
            var standing = rounds().flatMap(round -> round.standing().stream()).toList();
            long done = standing.stream().filter(measure -> measure.percent() == ALL).count();
            var all = lanes.entrySet().stream().map(lane -> new RoadMap.Lane(lane.getKey(),
                    lane.getValue().stream().sorted(Comparator.comparing(RoadMap.Node::on)).toList())).toList();
            long behind = all.stream().flatMap(lane -> lane.nodes().stream()).filter(node -> node.state() == RoadMap.State.BEHIND).count();
            var from = rounds().map(Round::openedOn).min(LocalDate::compareTo).orElse(today);
            var to = matter.open() ? today : day(matter.changedAt());
            return new RoadMap(MatterNumber.of(matter).printed() + " " + matter.subject().title(),
                    words.of("reporting.map.matter", matter.past().size() + 1, standing.size(), done, behind), from, to.isBefore(from) ? from : to, today,
                    standing.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) (done * ALL / standing.size())), all);
        }

        private Stream<Round> rounds() {
            return Stream.concat(matter.past().stream(), Stream.of(matter.round()));
        }

        private void add(String lane, RoadMap.Node node) {
            lanes.computeIfAbsent(lane, _ -> new ArrayList<>()).add(node);
        }

        private String name(@Nullable OrganisationId unit) {
            return Optional.ofNullable(unit).flatMap(tree::unit).map(OrganisationTree.Unit::name).orElse(words.of("reporting.map.nobody"));
        }

        private void round(Round round) {
            var lane = words.of("reporting.map.rounds");
            add(lane, new RoadMap.Node(words.of("reporting.map.round", round.number()), round.openedOn(), null, null, RoadMap.State.HAPPENED,
                    round.openedOn().toString()));
            var ending = round.ending();
            if (ending != null) {
                var how = words.of("ledger.outcome." + ending.outcome());
                add(lane, new RoadMap.Node(words.of("reporting.map.round.ended", round.number(), how), ending.on(), null, null, RoadMap.State.HAPPENED,
                        ending.on().toString()));
            }
            if (round.due() != null && round.due().date() != null) {
                due(lane, round, Objects.requireNonNull(round.due().date()));
            }
        }

        private void due(String lane, Round round, LocalDate due) {
            var one = cases.get(new Case.Id(CaseKind.ROUND, matter.id(), round.number()));
            var first = round.firstDue() == null ? null : round.firstDue().date();
            var claimed = one == null ? null : one.day(one.day(Field.CLAIMED_ON) == null ? Field.ENDED_ON : Field.CLAIMED_ON);
            boolean parked = round == matter.round() && matter.stage().named() == StageName.PARKED;
            boolean over = round != matter.round() || !matter.open() || parked;
            var said = words.of("reporting.map.round.due", round.number()) + (parked ? " " + words.of("reporting.map.parked") : "");
            add(lane, node(said, due, first, claimed, over));
        }

        private RoadMap.Node node(String said, LocalDate due, @Nullable LocalDate first, @Nullable LocalDate done, boolean over) {
            return node(said, due, first, done, over, (done == null ? today : done).isAfter(due));
        }

        /// @param over whether nobody waits for it any more
        private RoadMap.Node node(String said, LocalDate due, @Nullable LocalDate first, @Nullable LocalDate done, boolean over, boolean late) {
            var state = done != null ? late ? RoadMap.State.DONE_LATE : RoadMap.State.DONE
                    : over ? RoadMap.State.LEFT : late ? RoadMap.State.BEHIND : RoadMap.State.AHEAD;
            var moved = first == null || first.equals(due) ? null : first;
            return new RoadMap.Node(said, due, moved, done, state, MapWords.told(words, state, due, moved, done, today));
        }

        /// The limits on single steps; that on the whole stands with its round.
        private void limits() {
            supervision.clocksOf(who.tenant(), matter).stream()
                    .filter(one -> !one.step().window() && one.step() != Step.DEADLINE && one.step() != Step.HANDLE)
                    .filter(one -> one.step().whose() != Step.Whose.REPORTER).forEach(this::limit);
        }

        private void limit(RunningClock one) {
            var done = one.ended().filter(RunningClock.Ending::done).map(end -> day(end.at())).orElse(null);
            add(name(one.unit()), node(words.of("reporting.map.limit", words.of("ledger.step." + one.step())), one.due().at().toLocalDate(),
                    one.first().at().toLocalDate(), done, one.ended().isPresent() || one.paused(), one.lateAt(OffsetDateTime.now(clock), clock.getZone())));
        }

        private void measures(Round round) {
            var lead = round.assignment() == null ? null : round.assignment().lead();
            for (var measure : round.measures()) {
                if (measure.due() == null || measure.due().date() == null) {
                    continue;
                }
                var one = cases.get(new Case.Id(CaseKind.MEASURE, matter.id(), (long) round.number() * ROUND + measure.no()));
                var done = one == null ? null : one.day(Field.DONE_ON);
                add(name(lead), node(said(measure), Objects.requireNonNull(measure.due().date()), null, done,
                        !measure.stands() || round != matter.round() || !matter.open()));
            }
        }

        private String said(Measure measure) {
            var owner = measure.owner() == null || measure.owner().isBlank() ? "" : words.of("reporting.map.measure.by", measure.owner());
            return measure.text() + owner;
        }

        private void slip(Slip slip) {
            boolean waits = slip.state().waits();
            var answered = waits || slip.feedbacks().isEmpty() ? null : day(slip.feedbacks().getLast().at());
            boolean over = !waits && answered == null || slip.state() == SlipState.LAPSED || slip.state() == SlipState.WITHDRAWN;
            add(name(slip.to()), node(words.of("reporting.map.slip", words.of("ledger.slip." + slip.kind()), slip.name()), slip.answerBy(), null,
                    over ? null : answered, over));
        }

        private LocalDate day(OffsetDateTime at) {
            return at.atZoneSameInstant(clock.getZone()).toLocalDate();
        }
    }
}
