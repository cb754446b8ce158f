package org.mingbai.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/// One fault under the hands of people at work, and the look afterwards.
final class Round {

    static final int CLIENTS = 8;

    private static final int BEFORE = 60;
    private static final int AFTER = 40;
    private static final int REPEATED = 12;
    private static final long START_SECONDS = 300;
    private static final long BACK_SECONDS = 300;

    private final Scene scene;
    private final Random chance;
    private final Collection<Crowd.Told> all;
    private long matters;

    /// @param all what was acknowledged in rounds before, and in this one when it is over
    Round(Scene scene, Random chance, Collection<Crowd.Told> all) {
        this.scene = scene;
        this.chance = chance;
        this.all = all;
        try (var book = scene.book()) {
            matters = book.matters();
        }
    }

    /// @param round of this kind
    Outcome of(Kind kind, int round, Fault fault, Crowd crowd) throws Exception {
        crowd.begin(CLIENTS);
        crowd.awaitAcknowledged(BEFORE + chance.nextInt(BEFORE), START_SECONDS);
        int imported = scene instanceof TwoNodes nodes ? nodes.rows() : 0;
        var back = fault.strike(round, crowd);
        long over = System.nanoTime();
        int until = crowd.told().size();
        crowd.awaitAcknowledged(until + CLIENTS, BACK_SECONDS);
        double seconds = (System.nanoTime() - over) / 1e9;
        crowd.awaitAcknowledged(until + AFTER, BACK_SECONDS);
        crowd.end();
        matters += crowd.raised() + (scene instanceof TwoNodes nodes ? nodes.rows() - imported : 0);
        return looked(kind, crowd, back, seconds);
    }

    private Outcome looked(Kind kind, Crowd crowd, Fault.Back back, double seconds) {
        var wrong = new ArrayList<String>();
        try (var book = scene.book()) {
            var unanswered = crowd.unanswered();
            int written = (int) unanswered.stream().filter(form -> book.entriesOf(form.key()) > 0).count();
            crowd.sendAgain().forEach(form -> wrong.add("not taken when it was sent again: " + form));
            var repeated = lastOf(crowd.told());
            crowd.repeat(repeated).forEach(one -> wrong.add("another answer when it was sent again: " + one));
            var told = crowd.told();
            var missing = book.notThereOnce(told);
            missing.forEach(one -> wrong.add("not there once: " + one + ", found " + book.timesFound(one) + " times"));
            long there = book.matters();
            if (there != matters) {
                wrong.add(there + " matters, and " + matters + " were raised");
            }
            if (!book.isSealedSoon()) {
                wrong.add("not all is sealed");
            }
            book.differences().forEach(difference -> wrong.add("check: " + difference));
            crowd.unclearPages().forEach(page -> wrong.add("a page that is not clear: " + page));
            if (crowd.seen().number(Seen.HUNG) > 0) {
                wrong.add(crowd.seen().number(Seen.HUNG) + " people waited in vain");
            }
            all.addAll(told);
            return new Outcome(kind, back, told.size(), told.size() - missing.size(), unanswered.size(), written, unanswered.size() + repeated.size(),
                    seconds, crowd.signIns(), crowd.seen(), wrong);
        }
    }

    private static List<Crowd.Told> lastOf(Collection<Crowd.Told> told) {
        var list = List.copyOf(told);
        return list.subList(Math.max(0, list.size() - REPEATED), list.size());
    }
}
