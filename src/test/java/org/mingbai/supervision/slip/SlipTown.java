package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.mingbai.SettableClock;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Messages;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.library.Library;
import org.mingbai.supervision.Demands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A matter under way, about which slips are written; new for each test.
abstract class SlipTown {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired SmallTown town;
    @Autowired Ledger ledger;
    @Autowired Slips slips;
    @Autowired Library library;
    @Autowired SlipSettings slipSettings;
    @Autowired Messages messages;
    @Autowired Demands demands;
    @Autowired Organisations organisations;
    @Autowired NumberTable numbers;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    SmallTown.Cast cast;

    MatterId matter;

    @BeforeEach
    void aMatterUnderWay() {
        clock.set(DAY);
        cast = town.layOut();
        assertThat(slipSettings.setCodeWord(cast.coordinator(), Keeper.of(cast.coordinator(), ""), cast.office(), null, "明督")).isEmpty();
        matter = ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", new Subject("路灯不亮", "夜里看不清路", null, "群众反映", "来访", null, null,
                null, null, java.util.Map.of()), UUID.randomUUID())).matter().id();
        done(new Act.PutOnList(null));
        done(new Act.Assign(new Assignment(cast.roads(), "王镇长", List.of(), List.of(), Deadline.by(DAY.plusDays(20)), "修好")));
    }

    void done(Act act) {
        assertThat(ledger.act(cast.coordinator(), matter, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    SlipDraft about(SlipKind kind) {
        return SlipDraft.of(kind, matter, cast.office(), cast.roads(), SlipContent.of("尽快修好路灯", "督办制度第三条", "查明原因", DAY.plusDays(3)));
    }

    Slip drafted(SlipDraft draft) {
        return done(slips.draft(cast.coordinator(), draft, UUID.randomUUID()));
    }

    Slip sent(SlipDraft draft) {
        return act(cast.approver(), drafted(draft), new SlipAct.Sign(true));
    }

    Slip act(SignedIn who, Slip slip, SlipAct act) {
        return done(slips.act(who, slip.id(), act, UUID.randomUUID(), null));
    }

    static Slip done(SlipAnswer answer) {
        return switch (answer) {
            case SlipAnswer.Done(var slip, _) -> slip;
            case SlipAnswer.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }

    static SlipRefusal refused(SlipAnswer answer) {
        return ((SlipAnswer.Refused) answer).why();
    }

    static SlipAct.Answer answer() {
        return new SlipAct.Answer(new Feedback.Report(Feedback.For.FINAL, "已修好", "照片在事项里", null, null, null, "李所长"));
    }

    List<Entry> journal() {
        return ledger.journalOf(cast.coordinator(), matter).stream().map(Line::entry).toList();
    }

    SlipDraft aboutToWater(SlipKind kind) {
        return SlipDraft.of(kind, matter, cast.office(), cast.water(), SlipContent.of("协助查明断电原因", "督办制度第三条", "查明原因", DAY.plusDays(3)));
    }

    List<String> unread(SignedIn who) {
        return messages.page(who, Locale.CHINESE, Long.MAX_VALUE, 50).stream().filter(message -> !message.read()).map(Messages.Message::sentence).toList();
    }

    static SlipContent titled(String title) {
        return SlipContent.of(title, "督办制度第三条", "查明原因", DAY.plusDays(3));
    }

    List<String> told(SignedIn who) {
        return ofSlips(who).map(Messages.Message::toString).toList();
    }

    /// Whose turn a matter is, is told beside it.
    Stream<Messages.Message> ofSlips(SignedIn who) {
        return messages.page(who, Locale.CHINESE, Long.MAX_VALUE, 50).stream().filter(message -> message.href().startsWith("/slips/"));
    }

    int load(LocalDate day) {
        return demands.loadOf(cast.tenant(), cast.roads(), day).demands();
    }

    interface Numbered<T> {
        T of(int i) throws Exception;
    }

    static <T> List<T> atOnce(int threads, Numbered<T> work) throws Exception {
        var start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(IntStream.range(0, threads).<Callable<T>>mapToObj(i -> () -> {
                start.await();
                return work.of(i);
            }).toList())) {
                results.add(future.get());
            }
            return results;
        }
    }
}
