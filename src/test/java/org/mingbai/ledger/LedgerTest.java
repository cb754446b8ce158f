package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.store.Replay;
import org.mingbai.ledger.store.Tallies;
import org.mingbai.ledger.store.WordIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@MingbaiTest
class LedgerTest {

    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Replay replay;
    @Autowired Tallies tallies;
    @Autowired WordIndex words;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;
    @Autowired JdbcTemplate db;
    @Autowired TransactionTemplate transaction;
    @Autowired AutowireCapableBeanFactory beans;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test void a_matter_is_worked_through_to_its_closing_by_different_people() {
        var id = closedMatter();

        var matter = ledger.matter(cast.coordinator(), id).orElseThrow();
        assertThat(matter.stage().named()).isEqualTo(StageName.LOOK_BACK_DUE);
        assertThat(ledger.journalOf(cast.coordinator(), id)).extracting(line -> line.entry().getClass().getSimpleName())
                .containsExactly("Raised", "Listed", "Assigned", "Signed", "Planned", "ProgressReported", "EvidenceAttached", "ClosureClaimed",
                        "ReviewPassed", "ReviewPassed", "NoticeEnded", "VerdictRecorded", "Closed");
        assertNoDifference();
    }

    @Test void a_relapse_found_at_the_look_back_opens_a_second_round_and_leaves_the_first() {
        var id = closedMatter();
        var first = ledger.matter(cast.coordinator(), id).orElseThrow().round();
        clock.set(clock.today().plusDays(100));
        act(cast.verdictTaker(), id, new Act.LookBack(false, LookBackMethod.SITE_VISIT, "又不亮了"));
        act(cast.coordinator(), id, new Act.Reopen("回头看发现反弹"));

        var matter = ledger.matter(cast.coordinator(), id).orElseThrow();
        assertThat(matter.round().number()).isEqualTo(2);
        assertThat(matter.past()).singleElement().satisfies(round -> assertThat(round.ending()).isEqualTo(first.ending()));
        assertNoDifference();
    }

    @Test void the_same_request_under_one_key_is_done_once_and_another_under_it_is_refused() {
        var key = UUID.randomUUID();
        var first = ledger.raise(cast.coordinator(), "rectification", Subject.of("路灯不亮", "中山路路灯不亮"), key);
        var second = ledger.raise(cast.coordinator(), "rectification", Subject.of("路灯不亮", "中山路路灯不亮"), key);
        var other = ledger.raise(cast.coordinator(), "rectification", Subject.of("水管漏水", "中山路水管漏水"), key);

        assertThat(((Answer.Done) second).matter().id()).isEqualTo(((Answer.Done) first).matter().id());
        assertThat(((Answer.Done) second).again()).isTrue();
        assertThat(other).isEqualTo(new Answer.Refused(new Refusal.KeyUsedBefore(), null));
    }

    @Test void the_same_act_under_one_key_is_done_once_and_another_under_it_is_refused() {
        var id = raised();
        var key = UUID.randomUUID();
        ledger.act(cast.coordinator(), id, new Act.Note("看过"), key, null);
        var again = ledger.act(cast.coordinator(), id, new Act.Note("看过"), key, null);
        var other = ledger.act(cast.coordinator(), id, new Act.Note("没看过"), key, null);
        var elsewhere = ledger.act(cast.coordinator(), raised(), new Act.Note("看过"), key, null);

        assertThat(((Answer.Done) again).again()).isTrue();
        assertThat(ledger.journalOf(cast.coordinator(), id)).hasSize(2);
        assertThat(((Answer.Refused) other).why()).isEqualTo(new Refusal.KeyUsedBefore());
        assertThat(((Answer.Refused) elsewhere).why()).isEqualTo(new Refusal.KeyUsedBefore());
    }

    @Test void of_two_people_at_once_the_second_is_told_what_the_first_did() {
        var id = raised();
        ledger.act(cast.coordinator(), id, new Act.Note("先到"), UUID.randomUUID(), 1);
        var late = ledger.act(cast.coordinator(), id, new Act.PutOnList(null), UUID.randomUUID(), 1);

        assertThat(((Answer.Refused) late).why()).isEqualTo(new Refusal.ChangedMeanwhile(1, 2));
    }

    @Test void many_writers_at_once_lose_no_entry_and_no_count() throws Exception {
        var id = raised();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tasks = java.util.stream.IntStream.range(0, 40)
                    .<Callable<Answer>>mapToObj(i -> () -> ledger.act(cast.coordinator(), id, new Act.Note("第" + i), UUID.randomUUID(), null))
                    .toList();
            long done = 0;
            for (var future : pool.invokeAll(tasks)) {
                done += future.get() instanceof Answer.Done ? 1 : 0;
            }
            assertThat(ledger.journalOf(cast.coordinator(), id)).hasSize((int) done + 1);
        }
        assertNoDifference();
    }

    @Test void what_another_node_has_done_is_known_before_anything_is_refused_here() {
        var elsewhere = anotherNode();
        var id = raised();
        assertThat(elsewhere.act(cast.coordinator(), id, new Act.PutOnList(null), UUID.randomUUID(), 1)).isInstanceOf(Answer.Done.class);
        assertThat(ledger.act(cast.coordinator(), id, new Act.Assign(assignment(cast.roads())), UUID.randomUUID(), 2)).isInstanceOf(Answer.Done.class);
        assertThat(elsewhere.act(cast.roadsHandler(), id, new Act.Sign(), UUID.randomUUID(), 3)).isInstanceOf(Answer.Done.class);

        var key = UUID.randomUUID();
        elsewhere.act(cast.roadsHandler(), id, new Act.Note("看过"), key, null);
        assertThat(((Answer.Done) ledger.act(cast.roadsHandler(), id, new Act.Note("看过"), key, null)).again()).isTrue();
        assertThat(((Answer.Refused) ledger.act(cast.roadsHandler(), id, new Act.Sign(), UUID.randomUUID(), null)).why())
                .isEqualTo(new Refusal.NotThisStage(ActKind.SIGN, StageName.SIGNED));
        assertNoDifference();
    }

    @Test void an_act_undone_with_its_callers_transaction_leaves_nothing_to_build_on() {
        var id = raised();
        transaction.executeWithoutResult(status -> {
            act(cast.coordinator(), id, new Act.PutOnList("撤回"));
            status.setRollbackOnly();
        });
        anotherNode().act(cast.coordinator(), id, new Act.Note("别处"), UUID.randomUUID(), null);
        act(cast.coordinator(), id, new Act.PutOnList(null));

        assertThat(ledger.journalOf(cast.coordinator(), id)).extracting(line -> line.entry().getClass().getSimpleName())
                .containsExactly("Raised", "Noted", "Listed");
        assertNoDifference();
    }

    private Ledger anotherNode() {
        return (Ledger) beans.autowire(Ledger.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    @Test void what_one_unit_handles_another_does_not_see() {
        var id = assignedMatter();

        assertThat(ledger.matter(cast.roadsHandler(), id)).isPresent();
        assertThat(ledger.matter(cast.waterHandler(), id)).isEmpty();
        assertThat(ledger.matter(cast.administrator(), id)).isEmpty();
        assertThat(ledger.matter(cast.auditor(), id)).isPresent();
        assertThat(matters.page(cast.waterHandler(), MatterFilter.all("rectification")).matters()).isEmpty();
        assertThat(matters.page(cast.roadsHandler(), MatterFilter.all("rectification")).matters()).extracting(Matter::id).containsExactly(id);
        assertThat(matters.counts(cast.waterHandler(), "rectification")).isEmpty();
        assertThat(matters.counts(cast.roadsHandler(), "rectification")).singleElement().satisfies(c -> assertThat(c.number()).isEqualTo(1));
        assertThat(((Answer.Refused) ledger.act(cast.waterHandler(), id, new Act.Note("偷看"), UUID.randomUUID(), null)).why())
                .isEqualTo(new Refusal.NoSuchMatter(id));
    }

    @Test void trays_and_orphans_add_up_to_all_open_matters() {
        raised();
        assignedMatter();
        var orphaned = raised();
        act(cast.coordinator(), orphaned, new Act.PutOnList(null));
        act(cast.coordinator(), orphaned, new Act.Assign(assignment(town.unit(cast.tenant(), cast.hall(), "无人单位"))));

        long open = matters.counts(cast.coordinator(), "rectification").stream().filter(c -> c.stage().open()).mapToLong(Matters.Count::number).sum();
        long inTrays = java.util.stream.Stream.of(cast.coordinator(), cast.roadsHandler(), cast.waterHandler(), cast.checker(), cast.approver())
                .flatMap(who -> matters.trayCounts(who).stream())
                .mapToLong(Matters.Count::number)
                .sum();
        var orphans = matters.orphans(cast.coordinator(), clock.today(), 100);

        assertThat(open).isEqualTo(3);
        assertThat(orphans).extracting(Matter::id).containsExactly(orphaned);
        assertThat(inTrays + orphans.size()).isEqualTo(open);
        assertThat(matters.tray(cast.roadsHandler(), 10)).hasSize(1);
    }

    @Test void counts_stay_the_same_when_they_are_summed() {
        assignedMatter();
        var before = matters.counts(cast.coordinator(), "rectification");
        tallies.sum();
        assertThat(matters.counts(cast.coordinator(), "rectification")).containsExactlyInAnyOrderElementsOf(before);
        assertNoDifference();
    }

    @Test void a_matter_is_found_by_two_neighbouring_characters_of_what_it_says() {
        var id = raised();
        for (int indexed = 1; indexed > 0; ) {
            indexed = words.catchUp();
        }
        assertThat(found("路灯")).containsExactly(id);
        assertThat(found("灯路")).isEmpty();
        assertThat(found("'; drop table")).isEmpty();
    }

    @Test void pages_of_a_register_follow_one_another_by_key() {
        var ids = java.util.stream.Stream.generate(this::raised).limit(5).toList();
        var first = matters.page(cast.coordinator(), filter(MatterFilter.Order.OLDEST, null, 3));
        var second = matters.page(cast.coordinator(), filter(MatterFilter.Order.OLDEST, first.next().orElseThrow(), 3));

        assertThat(first.matters()).extracting(Matter::id).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(second.matters()).extracting(Matter::id).containsExactlyElementsOf(ids.subList(3, 5));
        assertThat(second.next()).isEmpty();
    }

    @Test void a_merged_matter_is_told_in_both_journals_and_can_be_parted_again() {
        var kept = raised();
        var joining = raised();
        act(cast.coordinator(), joining, new Act.Merge(kept, "同一盏灯"));
        assertThat(ledger.matter(cast.coordinator(), kept).orElseThrow().joined()).containsExactly(joining.value());
        assertThat(ledger.matter(cast.coordinator(), joining).orElseThrow().stage().named()).isEqualTo(StageName.MERGED);
        assertNoDifference();

        act(cast.coordinator(), joining, new Act.Unmerge("不是同一盏"));
        assertThat(ledger.matter(cast.coordinator(), kept).orElseThrow().joined()).isEmpty();
        assertThat(ledger.matter(cast.coordinator(), joining).orElseThrow().stage().named()).isEqualTo(StageName.RAISED);
        assertNoDifference();
    }

    @Test void the_journal_cannot_be_changed_or_removed_by_sql() {
        var id = raised();
        for (var attack : List.of("update ledger.entry set kind = 'Noted' where matter = ", "delete from ledger.entry where matter = ",
                "delete from ledger.matter where id = ")) {
            assertThatThrownBy(() -> db.execute(attack + id.value())).isInstanceOf(DataAccessException.class).hasMessageContaining("only added to");
        }
        assertThatThrownBy(() -> db.execute("truncate ledger.entry")).hasMessageContaining("only added to");
    }

    @Test void a_row_that_differs_from_its_journal_is_named() {
        var id = raised();
        db.update("update ledger.matter set stage = 'CLOSED', title = '没有的事' where tenant = ? and id = ?", cast.tenant().value(), id.value());

        assertThat(replay.check(cast.tenant()).differences()).extracting(Replay.Difference::what)
                .contains("ledger.matter.stage", "ledger.matter.title");
    }

    @Test void a_file_that_somebody_else_brought_cannot_be_laid_before_the_checkers() {
        var id = assignedMatter();
        act(cast.roadsHandler(), id, new Act.Sign());
        var file = new Evidence.File("0".repeat(64), "照片.jpg", "image/jpeg", 10);

        var answer = ledger.act(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(), List.of(file), null), UUID.randomUUID(), null);
        assertThat(((Answer.Refused) answer).why()).isEqualTo(new Refusal.NoSuchFile("files"));
    }

    private List<MatterId> found(String text) {
        return matters.page(cast.coordinator(), new MatterFilter("rectification", java.util.Set.of(), false, null, null, null, null, text,
                MatterFilter.Order.NEWEST, null, 10)).matters().stream().map(Matter::id).toList();
    }

    private static MatterFilter filter(MatterFilter.Order order, MatterFilter.Position after, int limit) {
        return new MatterFilter("rectification", java.util.Set.of(), false, null, null, null, null, null, order, after, limit);
    }

    private void assertNoDifference() {
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    private MatterId raised() {
        return ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", Subject.of("路灯不亮", "中山路路灯不亮"), UUID.randomUUID())).matter().id();
    }

    private MatterId assignedMatter() {
        var id = raised();
        act(cast.coordinator(), id, new Act.PutOnList(null));
        act(cast.coordinator(), id, new Act.Assign(assignment(cast.roads())));
        return id;
    }

    private Assignment assignment(org.mingbai.directory.OrganisationId lead) {
        return new Assignment(lead, "王镇长", List.of("李明"), List.of(), Deadline.by(clock.today().plusDays(30)), "尽快修好");
    }

    private MatterId closedMatter() {
        var id = assignedMatter();
        act(cast.roadsHandler(), id, new Act.Sign());
        act(cast.roadsHandler(), id, new Act.Plan(List.of(
                new Measure(0, Measure.Kind.CORRECTIVE, "更换灯泡", null, "李明", Deadline.by(clock.today().plusDays(10)), 0, null, null))));
        act(cast.roadsHandler(), id, new Act.ReportProgress("灯泡已买", Map.of(1, 50), List.of()));
        act(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(1), List.of(), "换灯前后各看过一次"));
        act(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, "换了灯泡"));
        act(cast.hallChecker(), id, new Act.PassReview("属实"));
        act(cast.checker(), id, new Act.PassReview(null));
        clock.set(clock.today().plusDays(6));
        act(cast.coordinator(), id, new Act.EndNotice());
        act(cast.verdictTaker(), id, new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "亮了")));
        act(cast.approver(), id, new Act.Close(Outcome.SOLVED, "同意销号", "已电话告知"));
        return id;
    }

    private void act(SignedIn who, MatterId id, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).as(act.toString()).isInstanceOf(Answer.Done.class);
    }
}
