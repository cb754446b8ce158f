package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MingbaiTest
class AuditTest {

    @Autowired Bureau bureau;
    @Autowired Organisations organisations;
    @Autowired AuditTrail trail;
    @Autowired JdbcClient db;

    @ParameterizedTest
    @ValueSource(strings = {"update directory.audit set name = 'another'", "delete from directory.audit", "truncate directory.audit"})
    void the_trail_is_only_ever_added_to(String attack) {
        bureau.made();
        assertThatThrownBy(() -> db.sql(attack).update()).hasMessageContaining("only ever added to");
    }

    @Test
    void an_act_is_told_with_what_was_before_and_after_and_a_refused_one_leaves_nothing() {
        var it = bureau.made();
        organisations.move(it.keeper(), it.roadOffice(), 1, Optional.of(it.lamps())).orThrow();
        organisations.move(it.keeper(), it.lamps(), 1, Optional.of(it.roadOffice()));
        var lines = trail.lines(it.tenant(), AuditQuestion.everything(), 100);
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).satisfies(line -> {
            assertThat(line.act()).isEqualTo(AuditAct.ORGANISATION_MOVED);
            assertThat(line.before()).containsAllEntriesOf(Map.of("parent", "交通局 #" + it.roads().value()));
            assertThat(line.after()).containsAllEntriesOf(Map.of("parent", "路灯所 #" + it.lamps().value()));
        });
    }

    @Test
    void the_trail_is_paged_by_the_line_a_page_ended_with_and_narrowed_by_words() {
        var it = bureau.made();
        var first = trail.lines(it.tenant(), AuditQuestion.everything(), 3);
        var rest = trail.lines(it.tenant(), new AuditQuestion(first.getLast().id(), null, null, null, ""), 3);
        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, null, null, null, "路灯"), 9)).hasSize(1);
    }
}
