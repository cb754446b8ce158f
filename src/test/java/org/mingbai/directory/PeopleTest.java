package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.directory.Role.APPROVER;
import static org.mingbai.directory.Role.AUDIT_ADMIN;
import static org.mingbai.directory.Role.HANDLER;
import static org.mingbai.directory.Role.SECURITY_ADMIN;
import static org.mingbai.directory.Role.SYSTEM_ADMIN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class PeopleTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired Bureau bureau;
    @Autowired People people;
    @Autowired Directory directory;
    @Autowired SettableClock clock;

    @ParameterizedTest
    @EnumSource
    void nobody_is_administrator_and_anything_else_at_the_same_time(Role role) {
        var it = bureau.made();
        for (var other : Role.values()) {
            var person = bureau.person(it.keeper(), "周望", new Seat(it.county(), role));
            var answer = people.givePost(it.keeper(), person, new Seat(it.lamps(), other), "", Span.from(Bureau.OPENED));
            boolean apart = role != other && (role.administrates() || other.administrates());
            var expected = apart ? List.of(new Refusal.NotTogether(role, other)) : List.of();
            assertThat(answer.refusals()).as("%s and %s", role, other).isEqualTo(expected);
        }
    }

    @Test
    void an_administrator_of_yesterday_may_handle_matters_from_today() {
        var it = bureau.made();
        var person = bureau.person(it.keeper(), "周望", new Seat(it.county(), SYSTEM_ADMIN));
        people.endPost(it.keeper(), directory.postsOf(it.tenant(), person).getFirst().id(), MONDAY.minusDays(1)).orThrow();
        people.givePost(it.keeper(), person, new Seat(it.lamps(), HANDLER), "", Span.from(MONDAY)).orThrow();
        assertThat(directory.seatsOf(it.tenant(), person, MONDAY)).containsExactly(new Seat(it.lamps(), HANDLER));
    }

    @Test
    void a_post_is_lent_for_its_days_and_both_fill_the_seat() {
        var it = bureau.made();
        clock.set(MONDAY);
        var seat = new Seat(it.lamps(), HANDLER);
        var holder = bureau.person(it.keeper(), "周望", seat);
        var other = bureau.person(it.keeper(), "沈禾");
        people.appointStandIn(it.keeper(), postOf(it, holder), other, MONDAY, MONDAY.plusDays(4)).orThrow();
        assertThat(directory.holdersOf(it.tenant(), seat, MONDAY.plusDays(4))).containsExactly(
                new Holder(holder, "周望", Optional.empty()), new Holder(other, "沈禾", Optional.of(holder)));
        assertThat(bureau.as(it.tenant(), other).holds(seat)).isTrue();
        assertThat(directory.seatsOf(it.tenant(), other, MONDAY.plusDays(5))).isEmpty();
        assertThat(directory.seatsOf(it.tenant(), other, MONDAY.minusDays(1))).isEmpty();
    }

    @Test
    void a_stand_in_gives_no_more_than_the_post_is() {
        var it = bureau.made();
        var holder = bureau.person(it.keeper(), "周望");
        var post = people.givePost(it.keeper(), holder, new Seat(it.lamps(), APPROVER), "", new Span(MONDAY, MONDAY.plusDays(9))).orThrow();
        var other = bureau.person(it.keeper(), "沈禾");
        var third = bureau.person(it.keeper(), "何川");
        assertThat(people.appointStandIn(it.keeper(), post, holder, MONDAY, MONDAY).refusals()).containsExactly(new Refusal.StandsInForSelf());
        assertThat(people.appointStandIn(it.keeper(), post, other, MONDAY, MONDAY.plusDays(10)).refusals())
                .containsExactly(new Refusal.OutsideThePost(new Span(MONDAY, MONDAY.plusDays(9))));
        assertThat(people.appointStandIn(it.keeper(), post, other, MONDAY.plusDays(3), MONDAY).refusals())
                .containsExactly(new Refusal.EndsBeforeItStarts());
        people.appointStandIn(it.keeper(), post, other, MONDAY, MONDAY.plusDays(3)).orThrow();
        assertThat(people.appointStandIn(it.keeper(), post, third, MONDAY.plusDays(3), MONDAY.plusDays(5)).refusals())
                .containsExactly(new Refusal.LentAlready("沈禾", MONDAY, MONDAY.plusDays(3)));
        people.appointStandIn(it.keeper(), post, third, MONDAY.plusDays(4), MONDAY.plusDays(5)).orThrow();
    }

    @Test
    void a_stand_in_does_not_bring_together_what_is_kept_apart() {
        var it = bureau.made();
        var handler = bureau.person(it.keeper(), "周望", new Seat(it.lamps(), HANDLER));
        var security = bureau.person(it.keeper(), "沈禾", new Seat(it.county(), SECURITY_ADMIN));
        var free = bureau.person(it.keeper(), "何川");
        assertThat(people.appointStandIn(it.keeper(), postOf(it, handler), security, MONDAY, MONDAY).refusals())
                .containsExactly(new Refusal.NotTogether(SECURITY_ADMIN, HANDLER));
        people.appointStandIn(it.keeper(), postOf(it, security), free, MONDAY, MONDAY.plusDays(2)).orThrow();
        assertThat(people.givePost(it.keeper(), free, new Seat(it.county(), AUDIT_ADMIN), "", Span.from(MONDAY.plusDays(2))).refusals())
                .containsExactly(new Refusal.NotTogether(SECURITY_ADMIN, AUDIT_ADMIN));
        people.givePost(it.keeper(), free, new Seat(it.lamps(), HANDLER), "", Span.from(MONDAY.plusDays(3))).orThrow();
    }

    @Test
    void an_ended_post_takes_its_stand_in_with_it() {
        var it = bureau.made();
        var seat = new Seat(it.lamps(), HANDLER);
        var holder = bureau.person(it.keeper(), "周望", seat);
        var other = bureau.person(it.keeper(), "沈禾");
        people.appointStandIn(it.keeper(), postOf(it, holder), other, MONDAY, MONDAY.plusDays(9)).orThrow();
        people.endPost(it.keeper(), postOf(it, holder), MONDAY.plusDays(2)).orThrow();
        assertThat(directory.holdersOf(it.tenant(), seat, MONDAY.plusDays(3))).isEmpty();
        assertThat(directory.seatsOf(it.tenant(), other, MONDAY.plusDays(3))).isEmpty();
    }

    @Test
    void a_post_lies_within_the_life_of_its_unit_and_is_held_once() {
        var it = bureau.made();
        var person = bureau.person(it.keeper(), "周望", new Seat(it.lamps(), HANDLER));
        assertThat(people.givePost(it.keeper(), person, new Seat(it.lamps(), HANDLER), "", Span.from(MONDAY)).refusals())
                .containsExactly(new Refusal.AlreadyHolds("路灯所", HANDLER));
        assertThat(people.givePost(it.keeper(), person, new Seat(it.roads(), HANDLER), "", Span.from(Bureau.OPENED.minusDays(1))).refusals())
                .containsExactly(new Refusal.UnitNotThereThen("unit", "交通局"));
    }

    private PostId postOf(Bureau.Made it, PersonId person) {
        return directory.postsOf(it.tenant(), person).getFirst().id();
    }
}
