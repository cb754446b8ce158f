package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.ledger.Cast.CLERK;
import static org.mingbai.ledger.Cast.COUNTY;
import static org.mingbai.ledger.Cast.CREW;
import static org.mingbai.ledger.Cast.OFFICE;
import static org.mingbai.ledger.Cast.ROADS;
import static org.mingbai.ledger.Cast.SIGNER;
import static org.mingbai.ledger.Cast.TREE;
import static org.mingbai.ledger.Cast.VILLAGER;
import static org.mingbai.ledger.Cast.WATER;
import static org.mingbai.ledger.Policies.FULL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;

/// Whom a matter complains of, and who handles it instead.
class ConcernTest {

    private static Story complaining(OrganisationId... of) {
        return Story.of(FULL).raised(VILLAGER, Subject.of("They dig at night", "Every night.").about(List.of(of)));
    }

    private static List<OrganisationId> keptAway(Matter matter) {
        return TREE.all().stream().map(unit -> unit.id()).filter(unit -> matter.concern().keepsAway(unit, TREE, OFFICE).isPresent()).toList();
    }

    @Test
    void it_is_kept_from_the_unit_and_all_below_it() {
        assertThat(keptAway(complaining(ROADS).matter())).containsExactlyInAnyOrder(ROADS, CREW);
    }

    @Test
    void the_office_handles_what_complains_of_those_above_it() {
        var story = Story.of(FULL).raised(CLERK, Subject.of("They dig at night", "Every night.").about(List.of(COUNTY)));
        assertThat(keptAway(story.matter())).contains(COUNTY, ROADS, WATER).doesNotContain(OFFICE);
        assertThat(story.listed().matter().turn()).isEqualTo(Cast.seat(OFFICE, Role.COORDINATOR));
    }

    @Test
    void what_complains_of_the_office_goes_to_the_unit_above() {
        var story = complaining(OFFICE);
        assertThat(story.matter().turn()).isEqualTo(Cast.seat(COUNTY, Role.LEADER));
        assertThat(story.refusal(CLERK, new Act.Decline("Nothing in it", "Nowhere"))).isEqualTo(new Refusal.NotYourPost(ActKind.DECLINE));
        assertThat(story.does(Cast.somebodyAt(COUNTY, Role.LEADER), new Act.Verify(null))
                .does(Cast.somebodyAt(COUNTY, Role.COORDINATOR), new Act.PutOnList(null)).matter().turn())
                .isEqualTo(Cast.seat(COUNTY, Role.COORDINATOR));
    }

    @Test
    void two_disclose_it_and_then_the_unit_may_get_it() {
        var story = complaining(ROADS).listed().does(CLERK, new Act.AskDisclosure(ROADS, "Only they have the papers"));
        assertThat(story.refusal(CLERK, new Act.Assign(story.to(ROADS)))).isEqualTo(new Refusal.KeptFrom("lead", ROADS));
        story.does(SIGNER, new Act.DecideDisclosure(true, "Under supervision"));
        assertThat(keptAway(story.matter())).isEmpty();
        assertThat(story.does(CLERK, new Act.Assign(story.to(ROADS))).matter().lead()).isEqualTo(ROADS);
        assertThat(story.matter().concern().about()).containsExactly(ROADS.value());
    }

    @Test
    void what_is_not_agreed_to_stays_kept_and_may_be_asked_again() {
        var story = complaining(ROADS).listed().does(CLERK, new Act.AskDisclosure(ROADS, "They know"))
                .does(SIGNER, new Act.DecideDisclosure(false, "Ask water"));
        assertThat(keptAway(story.matter())).contains(ROADS);
        assertThat(story.refusal(CLERK, new Act.AskDisclosure(ROADS, "Again"))).isNull();
    }

    @Test
    void a_unit_named_again_after_it_was_disclosed_is_kept_away_again() {
        var story = complaining(ROADS).listed().does(CLERK, new Act.AskDisclosure(ROADS, "They know"))
                .does(SIGNER, new Act.DecideDisclosure(true, "Yes")).does(CLERK, new Act.NameConcerned(List.of(ROADS), "They wrote to the caller"));
        assertThat(keptAway(story.matter())).contains(ROADS, CREW);
    }
}
