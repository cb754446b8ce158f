package org.mingbai.verdict;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterChanged;
import org.mingbai.ledger.MattersTakenOver;
import org.mingbai.ledger.Moment;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Round;
import org.mingbai.ledger.store.KeptBeside;
import org.mingbai.ledger.store.Replay.Difference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps who was to be asked and what they said, in the transaction that writes the journal.
@Component
class AnswerKeeping implements KeptBeside {

    private static final String TABLE = "verdict.answer";

    private final AnswerTable table;
    private final Clock clock;

    AnswerKeeping(AnswerTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @EventListener
    void keep(MatterChanged changed) {
        var now = changed.now();
        var line = changed.line();
        var moments = now.watching().moments();
        if (moments.isEmpty() || moments.getLast().seq() != line.seq()) {
            return;
        }
        if (line.entry() instanceof Entry.VerdictRecorded(var verdict, _)) {
            var said = Answer.Said.of(line.seq(), verdict);
            table.put(changed.tenant(), openOf(changed.tenant(), now, line.day()).judged(said));
        } else if (line.entry() instanceof Entry.NotDrawn && moments.getLast().what() == Happening.SIGNATURE_AWAITED) {
            table.of(changed.tenant(), List.of(now.id())).stream().filter(answer -> answer.round() == now.round().number()).reduce((_, last) -> last)
                    .ifPresent(answer -> table.put(changed.tenant(), answer.leftOut(line.seq())));
        } else if (moments.getLast().what() == Happening.VERDICT_AWAITED) {
            table.put(changed.tenant(), asked(now, moments.getLast(), line.day(), now.round().claimed()));
        }
    }

    /// Many whole journals at once.
    @EventListener
    void keep(MattersTakenOver taken) {
        taken.matters().forEach(matter -> told(matter).forEach(told -> table.put(taken.tenant(), told.answer())));
    }

    /// What was taken over while its verdict was awaited has been asked from the day it is answered.
    private Answer openOf(TenantId tenant, Matter matter, LocalDate day) {
        int round = matter.round().number();
        var judged = matter.watching().last(Happening.JUDGED, round).orElseThrow();
        return table.of(tenant, List.of(matter.id())).stream().filter(answer -> answer.round() == round)
                .reduce((_, last) -> last).orElseGet(() -> asked(matter, judged, day, matter.round().claimed()));
    }

    private static Answer asked(Matter matter, Moment moment, LocalDate day, @Nullable Outcome claimed) {
        return new Answer(matter.id(), moment.seq(), moment.round(), moment.lead(), matter.register(), moment.about().category(), day, claimed, null);
    }

    @Override
    public List<Difference> differences(TenantId tenant, List<Matter> matters) {
        var kept = table.of(tenant, matters.stream().map(Matter::id).toList()).stream().collect(groupingBy(Answer::matter));
        var differences = new ArrayList<Difference>();
        for (var matter : matters) {
            var told = told(matter);
            var stand = kept.getOrDefault(matter.id(), List.of());
            if (told.size() != stand.size()) {
                differences.add(new Difference(matter.id(), TABLE, told.toString(), stand.toString()));
                continue;
            }
            for (int i = 0; i < told.size(); i++) {
                var journal = told.get(i);
                var row = stand.get(i);
                if (!same(journal, row)) {
                    differences.add(new Difference(matter.id(), TABLE, journal.toString(), row.toString()));
                }
            }
        }
        return differences;
    }

    /// One asking as the journal tells it.
    /// @param seq the verdict's entry; nothing while there is none
    /// @param stands its round, where what that verdict said and what was claimed can still be read from it
    /// @param leftOut the entry by which the draw left it out
    private record Told(Answer asked, @Nullable Integer seq, @Nullable Round stands, @Nullable Integer leftOut) {

        Answer answer() {
            var said = seq == null || stands == null || stands.verdict() == null ? null : Answer.Said.of(seq, stands.verdict());
            return new Answer(asked.matter(), asked.askedSeq(), asked.round(), asked.lead(), asked.register(), asked.category(), asked.askedOn(),
                    stands == null ? null : stands.claimed(), said, leftOut);
        }

        @Override
        public String toString() {
            return seq + " " + answer();
        }
    }

    private List<Told> told(Matter matter) {
        var rounds = new HashMap<Integer, Round>();
        Stream.concat(matter.past().stream(), Stream.of(matter.round())).forEach(round -> rounds.put(round.number(), round));
        var all = new ArrayList<Told>();
        for (var moment : matter.watching().moments()) {
            if (moment.what() == Happening.NOT_ASKED && !all.isEmpty() && all.getLast().asked().round() == moment.round()) {
                all.set(all.size() - 1, new Told(all.getLast().asked(), null, null, moment.seq()));
            }
            if (moment.what() != Happening.VERDICT_AWAITED && moment.what() != Happening.JUDGED) {
                continue;
            }
            var last = all.isEmpty() || all.getLast().asked().round() != moment.round() ? null : all.getLast();
            if (moment.what() == Happening.VERDICT_AWAITED || last == null) {
                last = new Told(asked(matter, moment, moment.at().atZoneSameInstant(clock.getZone()).toLocalDate(), null), null, null, null);
                all.add(last);
            }
            if (moment.what() == Happening.JUDGED) {
                all.set(all.size() - 1, new Told(last.asked(), moment.seq(), null, last.leftOut()));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            var round = Objects.requireNonNull(rounds.get(all.get(i).asked().round()));
            boolean latest = i == all.size() - 1 || all.get(i + 1).asked().round() != round.number();
            if (latest && (all.get(i).seq() == null || round.verdict() != null)) {
                all.set(i, new Told(all.get(i).asked(), all.get(i).seq(), round, all.get(i).leftOut()));
            }
        }
        return all;
    }

    private static boolean same(Told told, Answer row) {
        var said = row.said();
        var asked = told.asked();
        var bare = new Answer(row.matter(), row.askedSeq(), row.round(), row.lead(), row.register(), row.category(), row.askedOn(), null, null);
        if (!asked.equals(bare) || !Objects.equals(told.seq(), said == null ? null : said.seq()) || !Objects.equals(told.leftOut(), row.leftOut())) {
            return false;
        }
        var round = told.stands();
        return round == null || round.verdict() == null || said == null
                || said.equals(Answer.Said.of(said.seq(), round.verdict())) && row.claimed() == round.claimed();
    }
}
