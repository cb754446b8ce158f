package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Organisations.Description;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class OrganisationsTest {

    @Autowired Bureau bureau;
    @Autowired Organisations organisations;
    @Autowired People people;
    @Autowired Directory directory;
    @Autowired AuditTrail trail;

    @Test
    void a_founded_unit_stands_in_the_tree_at_once() {
        var it = bureau.made();
        assertThat(directory.treeOf(it.tenant()).isWithin(it.roadOffice(), it.county())).isTrue();
        var later = bureau.unit(it.keeper(), it.roadOffice(), "一班");
        assertThat(directory.treeOf(it.tenant()).lineOf(later)).containsExactly(later, it.roadOffice(), it.roads(), it.county());
    }

    @Test
    void a_unit_cannot_stand_below_itself() {
        var it = bureau.made();
        assertThat(organisations.move(it.keeper(), it.roads(), 1, Optional.of(it.roadOffice())).refusals())
                .containsExactly(new Refusal.BelowItself("养护科"));
        assertThat(organisations.move(it.keeper(), it.roads(), 1, Optional.of(it.roads())).refusals())
                .containsExactly(new Refusal.BelowItself("交通局"));
    }

    @Test
    void two_moves_at_once_cannot_make_a_circle_between_them() throws Exception {
        for (int round = 0; round < 5; round++) {
            var it = bureau.made();
            var both = atOnce(
                    () -> organisations.move(it.keeper(), it.roads(), 1, Optional.of(it.lamps())),
                    () -> organisations.move(it.keeper(), it.lamps(), 1, Optional.of(it.roads())));
            assertThat(both).filteredOn(answer -> answer instanceof Answer.Done).hasSize(1);
            assertThat(directory.treeOf(it.tenant()).lineOf(it.roadOffice())).contains(it.county());
        }
    }

    @Test
    void the_second_of_two_editors_is_told_and_changes_nothing() {
        var it = bureau.made();
        organisations.change(it.keeper(), it.lamps(), 1, Description.of("路灯管理所", OrganisationKind.INSTITUTION)).orThrow();
        assertThat(organisations.change(it.keeper(), it.lamps(), 1, Description.of("照明所", OrganisationKind.OFFICE)).refusals())
                .containsExactly(new Refusal.ChangedMeanwhile(2));
        assertThat(directory.organisation(it.tenant(), it.lamps()).orElseThrow().name()).isEqualTo("路灯管理所");
        assertThat(trail.lastOn(it.tenant(), it.lamps()).orElseThrow().after()).containsEntry("name", "路灯管理所");
    }

    @Test
    void the_same_form_twice_founds_one_unit_and_another_content_is_refused() throws Exception {
        var it = bureau.made();
        var form = Optional.of(UUID.randomUUID());
        Callable<Answer<OrganisationId>> send = () -> organisations.found(it.keeper(), Optional.of(it.county()),
                Description.of("水务局", OrganisationKind.DEPARTMENT), Span.from(Bureau.OPENED), Optional.empty(), form);
        var both = atOnce(send, send);
        assertThat(both.get(0)).isEqualTo(both.get(1)).isInstanceOf(Answer.Done.class);
        assertThat(organisations.found(it.keeper(), Optional.of(it.county()), Description.of("教育局", OrganisationKind.DEPARTMENT),
                Span.from(Bureau.OPENED), Optional.empty(), form).refusals()).containsExactly(new Refusal.SameKeyOtherContent());
    }

    @Test
    void a_name_stands_once_under_one_superior_and_a_credit_code_once_in_a_tenant() {
        var it = bureau.made();
        var coded = new Description("水务局", "", OrganisationKind.DEPARTMENT, "91350100m000100y43");
        organisations.found(it.keeper(), Optional.of(it.county()), coded, Span.from(Bureau.OPENED), Optional.empty()).orThrow();
        var again = organisations.found(it.keeper(), Optional.of(it.county()), coded, Span.from(Bureau.OPENED), Optional.empty());
        assertThat(again.refusals()).containsExactly(new Refusal.NameTaken("水务局"), new Refusal.CreditCodeTaken("水务局"));
        assertThat(directory.organisations(it.tenant())).hasSize(5);
    }

    @Test
    void a_unit_closes_only_when_nothing_in_it_would_fall_silent_and_its_successor_names_it() {
        var it = bureau.made();
        var clerk = bureau.person(it.keeper(), "周望", new Seat(it.roadOffice(), Role.HANDLER));
        var last = LocalDate.of(2026, 2, 28);
        assertThat(organisations.close(it.keeper(), it.roads(), 1, last).refusals()).containsExactly(new Refusal.StillHasUnits(1));
        assertThat(organisations.close(it.keeper(), it.roadOffice(), 1, last).refusals()).containsExactly(new Refusal.StillHasPosts(1));
        people.endPost(it.keeper(), directory.postsOf(it.tenant(), clerk).getFirst().id(), last).orThrow();
        organisations.close(it.keeper(), it.roadOffice(), 1, last).orThrow();
        var heir = organisations.found(it.keeper(), Optional.of(it.roads()), Description.of("养护中心", OrganisationKind.OFFICE),
                Span.from(last.plusDays(1)), Optional.of(it.roadOffice())).orThrow();
        assertThat(directory.organisation(it.tenant(), heir).orElseThrow().predecessor()).contains(it.roadOffice());
        assertThat(directory.treeOf(it.tenant()).unit(it.roadOffice()).orElseThrow().active()).isFalse();
        assertThat(organisations.close(it.keeper(), it.roadOffice(), 2, last).refusals()).containsExactly(new Refusal.AlreadyClosed(last));
    }

    @Test
    void a_unit_of_another_tenant_is_not_there() {
        var here = bureau.made();
        var there = bureau.made();
        assertThat(directory.organisation(here.tenant(), there.lamps())).isEmpty();
        assertThat(organisations.move(here.keeper(), here.lamps(), 1, Optional.of(there.county())).refusals())
                .containsExactly(new Refusal.NoSuchUnit("parent"));
    }

    static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(one);
            var second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}
