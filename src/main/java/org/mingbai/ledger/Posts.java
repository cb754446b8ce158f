package org.mingbai.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;

/// Which posts an act belongs to, and whose turn a stage makes it.
final class Posts {

    private final Matter matter;
    private final Policy policy;
    private final OrganisationTree tree;
    /// Who coordinates it: the register's office, unless the matter complains of that office itself.
    private final OrganisationId office;

    Posts(Matter matter, Policy policy, OrganisationTree tree, OrganisationId office) {
        this.matter = matter;
        this.policy = policy;
        this.tree = tree;
        this.office = matter.keeper(tree, office);
    }

    List<Seat> of(ActKind.Who who) {
        return switch (who) {
            case COORDINATOR -> List.of(coordinator());
            case APPROVER, RAISER_OR_APPROVER -> List.of(approver());
            case LEAD -> lead().toList();
            case CO_HANDLER -> coHandlers().toList();
            case LEAD_OR_CO_HANDLER -> Stream.concat(lead(), coHandlers()).toList();
            case COORDINATOR_OR_LEAD -> Stream.concat(Stream.of(coordinator()), lead()).toList();
            case ASSIGNER -> List.of(assigner());
            case ABOVE -> above();
            case AT_WORK -> Stream.of(Stream.of(coordinator()), lead(), coHandlers()).flatMap(seats -> seats).toList();
            case VERIFIER -> verifier().toList();
            case REVIEWER -> matter.stage() instanceof Stage.AwaitingClosure ? List.of(approver()) : reviewer(stepAwaited()).toList();
            case VERDICT_TAKER -> Stream.ofNullable(verdictTaker()).toList();
            case ANYBODY -> List.of();
        };
    }

    /// Nobody for a matter to which nothing more is owed.
    @Nullable Seat turn() {
        return switch (matter.stage()) {
            case Stage.Raised _ -> verifier().findFirst().orElse(coordinator());
            case Stage.Listed _ -> assigner();
            case Stage.ReturnRequested _, Stage.Parked _, Stage.OnNotice _, Stage.Refuted _, Stage.Relapsed _, Stage.UnderReview _,
                    Stage.ReviewUpheld _ -> coordinator();
            case Stage.Escalated(_, _, var to, _) -> to == null ? coordinator() : to;
            case Stage.Assigned _ -> handler();
            case Stage.Signed _, Stage.InProgress _ -> matter.round().asked() == null ? handler() : approver();
            case Stage.Claimed _, Stage.InReview _ -> reviewer(stepAwaited()).findFirst().orElse(coordinator());
            case Stage.AwaitingVerdict _, Stage.LookBackDue _ -> verdictTaker() == null ? coordinator() : verdictTaker();
            case Stage.AwaitingClosure _ -> approver();
            case Stage.Closed _, Stage.Held _, Stage.Declined _, Stage.Redirected _, Stage.Merged _, Stage.Withdrawn _ -> null;
        };
    }

    int stepAwaited() {
        return switch (matter.stage()) {
            case Stage.InReview(int step) -> step;
            default -> 0;
        };
    }

    /// The office, or the nearest unit above it that is not the lead unit or below it. Nobody if the lead stands above all of them.
    @Nullable Seat verdictTaker() {
        return outside().map(unit -> new Seat(unit, Role.VERDICT_TAKER)).orElse(null);
    }

    /// The responsible unit never approves its own closing, so where the office itself leads, its superior signs.
    private Seat approver() {
        return new Seat(outside().orElse(office), Role.APPROVER);
    }

    private Optional<OrganisationId> outside() {
        return tree.lineOf(office).stream()
                .filter(unit -> matter.lead() == null || !tree.isWithin(unit, matter.lead()))
                .filter(this::mayKnow)
                .findFirst();
    }

    private boolean mayKnow(OrganisationId unit) {
        return matter.concern().keepsAway(unit, tree, office).isEmpty();
    }

    private Seat coordinator() {
        return new Seat(office, Role.COORDINATOR);
    }

    /// What was given back as often as the register allows is not sent round any longer: the office's leader decides whose it is.
    private Seat assigner() {
        boolean sentRound = policy.returnsMax() > 0 && matter.returns() >= policy.returnsMax();
        return sentRound ? new Seat(office, Role.LEADER) : coordinator();
    }

    /// The leader of the unit asked or its coordinator, whoever of them it went to.
    private List<Seat> above() {
        return matter.stage() instanceof Stage.Escalated(_, _, var to, _) && to != null
                ? Stream.of(to, new Seat(to.unit(), Role.LEADER), new Seat(to.unit(), Role.COORDINATOR)).distinct().toList()
                : List.of(coordinator());
    }

    private Seat handler() {
        return matter.lead() == null ? coordinator() : new Seat(matter.lead(), Role.HANDLER);
    }

    private Stream<Seat> lead() {
        return Stream.ofNullable(matter.lead()).map(unit -> new Seat(unit, Role.HANDLER));
    }

    private Stream<Seat> coHandlers() {
        return matter.assignment() == null
                ? Stream.empty()
                : matter.assignment().coHandlers().stream().map(unit -> new Seat(unit, Role.HANDLER));
    }

    private Stream<Seat> verifier() {
        return matter.stage() instanceof Stage.Raised(int passed) && passed < policy.verification().size()
                ? Stream.of(new Seat(office, policy.verification().get(passed).role()))
                : Stream.empty();
    }

    private Stream<Seat> reviewer(int step) {
        if (step >= policy.review().size()) {
            return Stream.empty();
        }
        var asked = policy.review().get(step);
        var unit = switch (asked.at()) {
            case OFFICE -> outside().orElse(office);
            case SUPERIOR -> matter.lead() == null ? office : tree.superiorOf(matter.lead()).filter(this::mayKnow).orElse(office);
        };
        return Stream.of(new Seat(unit, asked.role()));
    }
}
