package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {

    private static final OrganisationId COUNTY = new OrganisationId(1);
    private static final OrganisationId ROADS = new OrganisationId(2);
    private static final OrganisationId OFFICE = new OrganisationId(3);
    private static final OrganisationId LAMPS = new OrganisationId(4);
    private static final OrganisationTree TREE = new OrganisationTree(List.of(
            new OrganisationTree.Unit(COUNTY, Optional.empty(), "县", true),
            new OrganisationTree.Unit(ROADS, Optional.of(COUNTY), "局", true),
            new OrganisationTree.Unit(OFFICE, Optional.of(ROADS), "科", true),
            new OrganisationTree.Unit(LAMPS, Optional.of(COUNTY), "所", true)));

    @Test
    void somebody_sees_what_their_unit_and_those_below_have_a_part_in() {
        assertThat(Access.sightOf(in(new Seat(ROADS, Role.HANDLER)), TREE)).isEqualTo(new Sight.Within(Set.of(ROADS, OFFICE)));
        assertThat(Access.sightOf(in(new Seat(OFFICE, Role.AUDITOR), new Seat(LAMPS, Role.CHECKER)), TREE))
                .isEqualTo(new Sight.Within(Set.of(OFFICE, LAMPS)));
        assertThat(Access.sightOf(in(new Seat(COUNTY, Role.LEADER)), TREE)).isEqualTo(new Sight.Everything());
    }

    @ParameterizedTest
    @EnumSource
    void administrators_see_no_matter_even_at_the_top(Role role) {
        var sight = Access.sightOf(in(new Seat(COUNTY, role)), TREE);
        assertThat(sight instanceof Sight.Nothing).isEqualTo(role.administrates());
        assertThat(Access.rightsOf(role).contains(Right.SEE_MATTERS)).isEqualTo(!role.administrates());
    }

    @Test
    void who_fills_no_seat_sees_nothing_and_has_their_own_account() {
        assertThat(Access.sightOf(in(), TREE)).isEqualTo(new Sight.Nothing());
        assertThat(Access.rightsOf(in())).containsExactlyInAnyOrder(Right.PUBLIC, Right.OWN_ACCOUNT);
    }

    @Test
    void an_auditor_reads_and_changes_nothing() {
        assertThat(Access.rightsOf(Role.AUDITOR)).containsExactlyInAnyOrder(
                Right.PUBLIC, Right.OWN_ACCOUNT, Right.SEE_MATTERS, Right.EXPORT_LEDGER, Right.SEE_TIME_RULES, Right.SEE_BURDEN, Right.SEE_DIRECTORY,
                Right.SEE_VAULT_LOG, Right.SEE_SUPERVISION, Right.SEE_LETTERS);
    }

    @Test
    void only_the_audit_administrator_reads_the_trail_and_keeps_nothing() {
        for (var role : Role.values()) {
            assertThat(Access.rightsOf(role).contains(Right.SEE_AUDIT)).as(role.name()).isEqualTo(role == Role.AUDIT_ADMIN);
        }
        assertThat(Access.rightsOf(Role.AUDIT_ADMIN)).doesNotContain(Right.KEEP_ACCOUNTS, Right.KEEP_DIRECTORY, Right.IMPORT_DIRECTORY);
    }

    private static SignedIn in(Seat... seats) {
        return new SignedIn(new TenantId(1), new PersonId(1), "周望", Set.of(seats));
    }
}
