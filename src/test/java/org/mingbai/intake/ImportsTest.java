package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Role;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.workbook.FileRefusal;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.LedgerExport;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.store.Replay;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class ImportsTest {

    private static final String HEAD = "序号,问题,整改目标,整改措施,牵头单位,协办单位,责任领导,责任人,整改时限,进展情况,是否销号\n";
    private static final String LAMP = "1,中山路路灯不亮,夜间照明正常,\"1.更换灯泡\n2.每周巡查\",路灯所,水务站,王镇长,李明、赵雪,2026-04-30,正在推进,否\n";
    private static final String PIPE = "2,河东村水管漏水,不再漏水,更换水管,水务站,,王镇长,钱江,立行立改,已完成,是\n";
    private static final String STRANGE = "3,没人管的水沟,,清淤,环卫所,,,孙河,2026年底前,,否\n";

    @Autowired Imports imports;
    @Autowired BroughtFiles files;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Replay replay;
    @Autowired LedgerExport export;
    @Autowired Registers registers;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test void a_ledger_becomes_matters_with_owner_measures_deadline_and_state() {
        var result = takeOver(HEAD + LAMP + PIPE, false);

        assertThat(result.added()).isEqualTo(2);
        var lamp = matter("中山路路灯不亮");
        assertThat(lamp.stage().named()).isEqualTo(StageName.IN_PROGRESS);
        assertThat(lamp.lead()).isEqualTo(cast.roads());
        assertThat(lamp.assignment().coHandlers()).containsExactly(cast.water());
        assertThat(lamp.assignment().owners()).containsExactly("李明", "赵雪");
        assertThat(lamp.round().due().date()).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(lamp.round().measures()).extracting(measure -> measure.text()).containsExactly("更换灯泡", "每周巡查");
        assertThat(lamp.subject().number()).isEqualTo("1");
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    @Test void the_file_goes_once_it_is_taken_over() {
        var made = bring(HEAD + LAMP);
        assertThat(imports.isKept(cast.coordinator(), made)).isTrue();
        run(made, false);
        assertThat(imports.isKept(cast.coordinator(), made)).isFalse();
        assertThat(files.placeOf(cast.tenant(), made.id())).doesNotExist();
    }

    @Test void what_was_taken_over_is_told_so_although_its_file_could_not_be_deleted() {
        var made = bring(HEAD + LAMP);
        var place = files.placeOf(cast.tenant(), made.id());
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        var result = imports.run(cast.coordinator(), made.id(), false, (_, _, _) -> {
            try {
                Files.delete(place);
                Files.createDirectories(place.resolve("in the way"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(result.failure()).isNull();
        assertThat(result.added()).isEqualTo(1);
        assertThat(imports.find(cast.coordinator(), made.id()).orElseThrow().stage()).isEqualTo(org.mingbai.intake.Import.Stage.DONE);
        place.resolve("in the way").toFile().delete();
        files.dropOld();
        assertThat(place).as("it goes with the next tidying").doesNotExist();
    }

    @Test void a_file_that_nobody_takes_over_goes_after_some_days() {
        var made = bring(HEAD + LAMP);
        clock.advance(Duration.ofDays(6));
        files.dropOld();
        assertThat(imports.isKept(cast.coordinator(), made)).isTrue();
        clock.advance(Duration.ofDays(2));
        files.dropOld();
        assertThat(imports.isKept(cast.coordinator(), made)).isFalse();
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        assertThat(imports.run(cast.coordinator(), made.id(), false).failure()).isEqualTo("intake.import.gone");
    }

    @Test void one_that_cannot_be_dropped_keeps_no_other_from_going() throws IOException {
        var stuck = files.placeOf(cast.tenant(), bring(HEAD + LAMP).id());
        var other = bring(HEAD + PIPE);
        Files.delete(stuck);
        Files.createDirectories(stuck.resolve("in the way"));
        clock.advance(Duration.ofDays(8));
        files.dropOld();
        assertThat(imports.isKept(cast.coordinator(), other)).isFalse();
        stuck.resolve("in the way").toFile().delete();
        files.dropOld();
        assertThat(stuck).doesNotExist();
    }

    @Test void a_file_that_was_being_taken_over_when_the_process_was_killed_goes_too() {
        var made = bring(HEAD + LAMP);
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        clock.advance(Duration.ofDays(6));
        files.dropOld();
        assertThat(imports.isKept(cast.coordinator(), made)).isTrue();
        clock.advance(Duration.ofDays(2));
        files.dropOld();
        assertThat(imports.isKept(cast.coordinator(), made)).isFalse();
        assertThat(imports.find(cast.coordinator(), made.id()).orElseThrow().stage()).isEqualTo(org.mingbai.intake.Import.Stage.FAILED);
    }

    @Test void what_was_left_behind_in_the_folder_by_a_process_that_was_killed_goes_after_some_days() throws IOException {
        var place = files.placeOf(cast.tenant(), bring(HEAD + LAMP).id());
        var half = Files.writeString(place.resolveSibling("brought1234567890"), LAMP);
        var unknown = Files.writeString(place.resolveSibling("999999999"), LAMP);
        for (var left : List.of(half, unknown)) {
            Files.setLastModifiedTime(left, FileTime.from(clock.instant()));
        }
        clock.advance(Duration.ofDays(6));
        files.dropOld();
        assertThat(half).exists();
        assertThat(unknown).exists();
        clock.advance(Duration.ofDays(3));
        files.dropOld();
        assertThat(half).doesNotExist();
        assertThat(unknown).doesNotExist();
    }

    @Test void another_office_neither_sees_nor_reads_what_was_brought() {
        var made = bring(HEAD + LAMP);
        var other = town.person(cast.tenant(), "水务站协调员", cast.water(), Role.COORDINATOR);
        assertThat(imports.find(other, made.id())).isEmpty();
        assertThat(imports.newest(other, 20)).isEmpty();
        var colleague = town.person(cast.tenant(), "督查室另一协调员", cast.office(), Role.COORDINATOR);
        assertThat(imports.find(colleague, made.id())).isPresent();
        assertThat(imports.newest(colleague, 20)).hasSize(1);
    }

    @Test void what_the_old_ledger_calls_closed_is_never_called_solved_here() {
        takeOver(HEAD + PIPE, false);

        assertThat(matter("河东村水管漏水").stage()).isInstanceOfSatisfying(Stage.Closed.class,
                closed -> assertThat(closed.outcome()).isEqualTo(Outcome.TAKEN_OVER));
    }

    @Test void the_same_file_again_changes_nothing() {
        takeOver(HEAD + LAMP + PIPE + STRANGE, false);
        var before = all();
        var again = takeOver(HEAD + LAMP + PIPE + STRANGE, true);

        assertThat(again.added()).isZero();
        assertThat(again.changed()).isZero();
        assertThat(again.same()).isEqualTo(3);
        assertThat(all()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test void a_changed_row_is_shown_with_its_differences_and_changes_only_when_asked() {
        takeOver(HEAD + LAMP, false);
        var changed = LAMP.replace("正在推进", "灯泡已到货").replace("2026-04-30", "2026-05-15");

        assertThat(fates(bring(HEAD + changed))).singleElement().isInstanceOfSatisfying(Fate.Changed.class,
                fate -> assertThat(fate.differences()).extracting(Difference::what).containsExactlyInAnyOrder("progress", "due"));
        takeOver(HEAD + changed, false);
        assertThat(matter("中山路路灯不亮").progress()).isEqualTo("正在推进");
        takeOver(HEAD + changed, true);
        assertThat(matter("中山路路灯不亮").progress()).isEqualTo("灯泡已到货");
        assertThat(matter("中山路路灯不亮").round().due().date()).isEqualTo(LocalDate.of(2026, 5, 15));
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    @Test void rows_that_only_moved_are_recognised_by_their_words() {
        takeOver(HEAD + LAMP + PIPE, false);
        var renumbered = HEAD + "1,新增的一件,,,路灯所,,,,2026-06-30,,否\n" + LAMP.replaceFirst("^1", "2") + PIPE.replaceFirst("^2", "3");

        assertThat(fates(bring(renumbered))).extracting(fate -> fate.getClass().getSimpleName()).containsExactly("New", "Changed", "Changed");
        assertThat(takeOver(renumbered, true).added()).isEqualTo(1);
        assertThat(all()).hasSize(3);
    }

    @Test void a_table_on_its_side_is_taken_over_column_by_column() {
        var sideways = "序号,1,2\n存在问题,停车难,挂号难\n整改措施,扩车位,增窗口\n责任单位,路灯所,水务站\n整改时限,2026-10-31,2026-11-30\n进展情况,已完成,推进中\n";

        assertThat(takeOver(sideways, false).added()).isEqualTo(2);
        assertThat(all()).extracting(matter -> matter.subject().text()).containsExactlyInAnyOrder("停车难", "挂号难");
        assertThat(takeOver(sideways, true).same()).isEqualTo(2);
    }

    @Test void a_matter_that_was_changed_and_noted_in_between_takes_a_further_change() {
        takeOver(HEAD + LAMP, false);
        var lamp = matter("中山路路灯不亮").id();
        note(lamp);
        takeOver(HEAD + LAMP.replace("正在推进", "灯泡已到货"), true);
        note(lamp);
        takeOver(HEAD + LAMP.replace("正在推进", "灯泡已装好一半"), true);
        takeOver(HEAD + LAMP.replace("正在推进", "只差接线"), true);

        assertThat(matter("中山路路灯不亮").progress()).isEqualTo("只差接线");
    }

    private void note(MatterId lamp) {
        assertThat(ledger.act(cast.coordinator(), lamp, new Act.Note("已电话问过"), UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    @Test void an_edited_problem_is_recognised_by_its_number() {
        takeOver(HEAD + LAMP, false);
        var edited = LAMP.replace("中山路路灯不亮", "中山路东段路灯不亮");

        assertThat(fates(bring(HEAD + edited))).singleElement().isInstanceOf(Fate.Changed.class);
        takeOver(HEAD + edited, true);
        assertThat(all()).singleElement().satisfies(matter -> assertThat(matter.subject().text()).isEqualTo("中山路东段路灯不亮"));
    }

    @Test void a_matter_being_worked_on_here_is_left_alone() {
        takeOver(HEAD + LAMP, false);
        var id = matter("中山路路灯不亮").id();
        assertThat(ledger.act(cast.roadsHandler(), id, new Act.ReportProgress("已换好一半", Map.of(), List.of()), UUID.randomUUID(), null))
                .isInstanceOf(Answer.Done.class);
        var closedInFile = LAMP.replace("正在推进", "已完成").replace(",否", ",是");

        assertThat(takeOver(HEAD + closedInFile, true).livesHere()).isEqualTo(1);
        assertThat(matter("中山路路灯不亮").progress()).isEqualTo("已换好一半");
        assertThat(matter("中山路路灯不亮").open()).isTrue();
    }

    @Test void a_unit_nobody_knows_waits_for_the_coordinator_and_is_remembered_once_told() {
        takeOver(HEAD + STRANGE, false);
        assertThat(matter("没人管的水沟").stage().named()).isEqualTo(StageName.LISTED);
        assertThat(matter("没人管的水沟").subject().fields()).containsEntry("leadUnit", "环卫所");

        var made = bring(HEAD + STRANGE.replace("没人管的水沟", "另一条水沟"));
        assertThat(imports.preview(cast.coordinator(), made, (_, _, _) -> {}).unknownUnits()).containsEntry("环卫所", 1);
        imports.correct(cast.coordinator(), made.id(), Map.of(), Map.of("环卫所", cast.water()));
        run(made, false);
        assertThat(matter("另一条水沟").lead()).isEqualTo(cast.water());
        takeOver(HEAD + STRANGE.replace("没人管的水沟", "第三条水沟"), false);
        assertThat(matter("第三条水沟").lead()).isEqualTo(cast.water());
    }

    @Test void what_a_heading_means_is_remembered_for_the_next_file() {
        var odd = "序号,问题,由谁来干\n1,楼道堆物,路灯所\n";
        var made = bring(odd);
        imports.correct(cast.coordinator(), made.id(), Map.of("由谁来干", Field.LEAD_UNIT), Map.of());
        run(made, false);
        assertThat(matter("楼道堆物").lead()).isEqualTo(cast.roads());

        takeOver(odd.replace("楼道堆物", "消防通道堵塞"), false);
        assertThat(matter("消防通道堵塞").lead()).isEqualTo(cast.roads());
    }

    @Test void nobody_but_the_registers_coordinator_takes_a_ledger_over() {
        var made = ((Imports.Brought.Kept) imports.bring(cast.roadsHandler(), "rectification", "台账.csv", content(HEAD + LAMP))).made();
        imports.begin(cast.roadsHandler(), made.id());

        var result = imports.run(cast.roadsHandler(), made.id(), false);
        assertThat(result.added()).isZero();
        assertThat(result.refused()).singleElement().satisfies(row -> assertThat(row.why()).isEqualTo("ledger.refusal.NotRaisedHere"));
        assertThat(all()).isEmpty();
    }

    @Test void a_row_that_cannot_be_written_down_is_told_and_the_others_are_taken_over() {
        var result = takeOver(HEAD + LAMP + PIPE.replace("河东村水管漏水", "漏".repeat(20_001)), false);

        assertThat(result.added()).isEqualTo(1);
        assertThat(result.refused()).singleElement().satisfies(row -> assertThat(row.why()).isEqualTo("ledger.refusal.TooLong"));
    }

    @Test void what_a_file_of_the_account_has_no_column_for_stays_when_a_row_of_it_changes_its_matter() throws Exception {
        takeOver(HEAD.replace("序号", "序号,网格员电话,备注") + LAMP.replaceFirst("^1", "1,12345,原备注"), false);
        assertThat(matter("中山路路灯不亮").subject().fields()).containsEntry("网格员电话", "12345").containsEntry("备注", "原备注");

        var out = new ByteArrayOutputStream();
        var register = registers.register(cast.tenant(), "rectification").orElseThrow();
        export.csv(cast.coordinator(), register, MatterFilter.all("rectification"), Locale.CHINESE, out);
        var edited = out.toString(StandardCharsets.UTF_8).replace("正在推进", "灯泡已到货").replace("原备注", "");
        assertThat(edited).doesNotContain("12345");
        assertThat(takeOver(edited, true).changed()).isEqualTo(1);
        assertThat(matter("中山路路灯不亮").progress()).isEqualTo("灯泡已到货");
        assertThat(matter("中山路路灯不亮").subject().fields()).containsEntry("网格员电话", "12345").doesNotContainKey("备注");
    }

    @Test void one_that_was_cancelled_has_written_nothing_and_can_be_begun_again() {
        var made = bring(HEAD + LAMP);
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        assertThat(imports.begin(cast.coordinator(), made.id())).as("twice at once").isFalse();
        assertThat(imports.cancel(cast.coordinator(), made.id())).isTrue();

        assertThat(all()).isEmpty();
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        assertThat(imports.run(cast.coordinator(), made.id(), false).added()).isEqualTo(1);
    }

    @Test void one_that_nobody_is_at_any_more_is_told_as_broken_off_and_can_be_begun_again() {
        var made = bring(HEAD + LAMP);
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        assertThat(imports.find(cast.coordinator(), made.id()).orElseThrow().stage()).isEqualTo(org.mingbai.intake.Import.Stage.RUNNING);
        clock.advance(Duration.ofMinutes(1));

        var left = imports.find(cast.coordinator(), made.id()).orElseThrow();
        assertThat(left.stage()).isEqualTo(org.mingbai.intake.Import.Stage.FAILED);
        assertThat(left.result().orElseThrow().failure()).isEqualTo("intake.import.broken-off");
        assertThat(run(left, false).added()).isEqualTo(1);
    }

    @Test void one_that_nobody_is_at_any_more_is_told_so_although_the_clock_was_set_back() {
        var made = bring(HEAD + LAMP);
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        clock.advance(Duration.ofHours(-1));

        assertThat(imports.find(cast.coordinator(), made.id()).orElseThrow().stage()).isEqualTo(org.mingbai.intake.Import.Stage.FAILED);
    }

    @Test void one_that_is_silent_but_still_being_taken_over_is_left_alone() {
        var made = bring(HEAD + LAMP);
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        var seen = new ArrayList<org.mingbai.intake.Import.Stage>();
        imports.run(cast.coordinator(), made.id(), false, (_, _, _) -> {
            clock.advance(Duration.ofMinutes(1));
            // Somebody else looks, on a connection of his own.
            seen.add(CompletableFuture.supplyAsync(() -> imports.find(cast.coordinator(), made.id()).orElseThrow().stage()).join());
        });

        assertThat(seen).containsExactly(org.mingbai.intake.Import.Stage.RUNNING);
        assertThat(imports.find(cast.coordinator(), made.id()).orElseThrow().stage()).isEqualTo(org.mingbai.intake.Import.Stage.DONE);
    }

    @Test void many_rows_are_taken_over_whole_batch_after_batch() {
        var text = new StringBuilder(HEAD);
        for (int i = 1; i <= 2345; i++) {
            text.append(i).append(",第").append(i).append("处井盖松动,,更换井盖,路灯所,,,李明,2026-06-30,").append(i % 3 == 0 ? "已完成,是\n" : "正在推进,否\n");
        }
        var result = takeOver(text.toString(), false);

        assertThat(result.added()).isEqualTo(2345);
        assertThat(matters.counts(cast.coordinator(), "rectification").stream().mapToLong(Matters.Count::number).sum()).isEqualTo(2345);
        assertThat(takeOver(text.toString(), true).same()).isEqualTo(2345);
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    @Test void a_file_that_is_no_ledger_is_refused_and_nothing_is_kept() {
        assertThat(imports.bring(cast.coordinator(), "rectification", "台账.xlsx", new ByteArrayInputStream(new byte[0])))
                .isInstanceOfSatisfying(Imports.Brought.Refused.class, refused -> assertThat(refused.why()).isInstanceOf(FileRefusal.Empty.class));
        assertThat(imports.newest(cast.coordinator(), 10)).isEmpty();
    }

    private List<Fate> fates(org.mingbai.intake.Import made) {
        var fates = new ArrayList<Fate>();
        imports.preview(cast.coordinator(), made, (_, _, fate) -> fates.add(fate));
        return fates;
    }

    private org.mingbai.intake.Import bring(String csv) {
        return ((Imports.Brought.Kept) imports.bring(cast.coordinator(), "rectification", "台账.csv", content(csv))).made();
    }

    private org.mingbai.intake.Import.Result takeOver(String csv, boolean withChanges) {
        return run(bring(csv), withChanges);
    }

    private org.mingbai.intake.Import.Result run(org.mingbai.intake.Import made, boolean withChanges) {
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        var result = imports.run(cast.coordinator(), made.id(), withChanges);
        assertThat(result.failure()).isNull();
        return result;
    }

    private static ByteArrayInputStream content(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Matter matter(String problem) {
        return all().stream().filter(matter -> matter.subject().text().equals(problem)).findFirst().orElseThrow();
    }

    private List<Matter> all() {
        var found = matters.page(cast.coordinator(), MatterFilter.all("rectification")).matters();
        assertThat(Set.copyOf(found)).hasSameSizeAs(found);
        return found;
    }
}
