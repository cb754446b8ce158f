package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.ContactBy;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.DueOffer;
import org.mingbai.ledger.EscalationAnswer;
import org.mingbai.ledger.EscalationGround;
import org.mingbai.ledger.LookBackMethod;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Redirection;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;
import org.mingbai.shell.page.Choice;

/// What each act asks, in the order it is asked.
final class ActFields {

    private static final int UNITS_MORE = 2;
    private static final int MEASURES_FIRST = 2;

    private final Matter matter;
    private final Policy policy;
    private final LocalDate today;
    private final Function<OrganisationId, String> unitName;
    private final Typed typed;
    private final Optional<DueOffer> offer;

    ActFields(Matter matter, Policy policy, LocalDate today, Function<OrganisationId, String> unitName, Typed typed,
            Optional<DueOffer> offer) {
        this.matter = matter;
        this.policy = policy;
        this.today = today;
        this.unitName = unitName;
        this.typed = typed;
        this.offer = offer;
    }

    List<Field> of(ActKind kind) {
        return switch (kind) {
            case VERIFY, PUT_ON_LIST, PASS_REVIEW -> List.of(maybe("remark"));
            case DECLINE -> List.of(area("reason"), area("wayToGo"));
            case ANSWER_AT_ONCE -> List.of(area("answer"), area("restsOn"));
            case REDIRECT -> List.of(choose("kind", Redirection.values(), "ledger.redirection."), area("reason"), area("wayToGo"));
            case MERGE -> List.of(new Field.Other("into"), area("reason"));
            case UNMERGE, RESUME, WITHDRAW -> List.of(area("reason"));
            case REOPEN -> matter.appeals().isEmpty() ? List.of(area("reason")) : List.of(area("reason"), maybe("newFacts"));
            case ASK_REVIEW -> List.of(area("reasons"));
            case ANSWER_REVIEW -> List.of(line("body"), yesNo("upheld", kind), area("opinion"));
            case ESCALATE -> List.of(new Field.Choose("ground", grounds(), "", false), area("reason"), area("asked"));
            case ANSWER_ESCALATION -> List.of(choose("answer", EscalationAnswer.values(), "ledger.escalation.answer."), area("words"));
            case ASSIGN -> {
                var all = new ArrayList<>(assignment(true));
                all.add(designated(kind));
                yield all;
            }
            case REASSIGN -> {
                var all = new ArrayList<>(assignment(false));
                all.add(designated(kind));
                all.add(area("reason"));
                yield all;
            }
            case CALL_CO_HANDLERS -> List.of(new Field.Units("coHandlers", withEmpty(List.of(), UNITS_MORE + 1), false), maybe("reason"));
            case REPORT_AS_CO_HANDLER, RAISE_OBJECTION, NOTE -> List.of(area("text"));
            case NAME_CONCERNED -> List.of(new Field.Units("units", withEmpty(List.of(), UNITS_MORE), false), area("reason"));
            case ASK_DISCLOSURE -> List.of(new Field.Choose("unit", matter.concern().keptFrom().stream()
                    .map(unit -> new Choice(Long.toString(unit.value()), unitName.apply(unit))).toList(), "", false), area("reason"));
            case DECIDE_DISCLOSURE -> List.of(yesNo("agreed", kind), area("reason"));
            case SIGN, END_NOTICE -> List.of();
            case CONTACT -> List.of(choose("how", ContactBy.values(), "ledger.contact."), area("words"));
            case TELL -> List.of(area("received"), area("route"));
            case REQUEST_RETURN -> List.of(area("reason"), area("basis"));
            case DECIDE_RETURN -> List.of(yesNo("agreed", kind), area("reason"));
            case PLAN -> List.of(new Field.Measures("measures", rows()));
            case DROP_MEASURE -> List.of(new Field.Choose("no", measures(), "", false), area("reason"));
            case REPORT_PROGRESS -> matter.round().standing().isEmpty()
                    ? List.of(area("text"), new Field.Bring("files"))
                    : List.of(area("text"), new Field.Percents("percents", matter.round().standing()), new Field.Bring("files"));
            case ATTACH_EVIDENCE -> List.of(new Field.Tick("measures", measures(), unproven()), new Field.Bring("files"), maybe("note"));
            case REQUEST_EXTENSION -> List.of(day("to", extended(), today.plusDays(1)), area("reason"));
            case DECIDE_EXTENSION -> List.of(yesNo("granted", kind), area("reason"));
            case PARK -> List.of(area("reason"), area("plan"), line("owner"), day("reviewOn", today.plusDays(90), today.plusDays(1)));
            case PROMISE_INTERIM -> List.of(area("words"), day("date", today.plusDays(7), today.plusDays(1)));
            case CLAIM_CLOSURE -> List.of(outcomes(List.of(Outcome.SOLVED, Outcome.PARTLY_SOLVED, Outcome.EXPLAINED), ""), area("whatWasDone"));
            case SEND_BACK -> List.of(area("reasons"));
            case DECIDE_OBJECTION -> List.of(yesNo("upheld", kind), area("reason"));
            case RECORD_VERDICT -> List.of(yesNo("contacted", kind),
                    new Field.Choose("heardFrom", List.of(new Choice("true", t("ledger.field.RECORD_VERDICT.heardFrom.true")),
                            new Choice("false", t("ledger.field.RECORD_VERDICT.heardFrom.false"))), "", true),
                    new Field.Choose("solved", choices(Verdict.Solved.values(), "ledger.solved."), "", true),
                    new Field.Choose("satisfied", choices(Verdict.Satisfied.values(), "ledger.satisfied."), "", true), maybe("words"));
            case CLOSE -> List.of(outcomes(endings(), matter.round().claimed() == null ? "" : matter.round().claimed().name()),
                    area("words"), maybe("told"));
            case SCHEDULE_LOOK_BACK -> List.of(day("on", today.plusDays(policy.lookBackDays() > 0 ? policy.lookBackDays() : 90), today.plusDays(1)));
            case LOOK_BACK -> List.of(yesNo("held", kind), choose("method", LookBackMethod.values(), "ledger.look-back."), area("findings"));
            case CORRECT -> List.of(line("of"),
                    new Field.Choose("item", choices(Subject.Item.values(), "ledger.item."), "", true), area("says"), area("reason"));
        };
    }

    private List<Field> assignment(boolean withDate) {
        var now = matter.assignment();
        var fields = new ArrayList<Field>();
        fields.add(new Field.Units("lead", List.of(now == null ? "" : unitName.apply(now.lead())), false));
        fields.add(new Field.Line("leader", now == null || now.leader() == null ? "" : now.leader(), true));
        fields.add(new Field.Line("owners", now == null ? "" : String.join(t("ledger.matter.and"), now.owners()), true));
        fields.add(new Field.Units("coHandlers", withEmpty(coHandlers(now), UNITS_MORE), true));
        if (withDate) {
            fields.add(new Field.Choose("due", choices(Deadline.Kind.values(), "ledger.deadline."), Deadline.Kind.BY_DATE.name(), false));
            fields.add(new Field.Day("dueDate", offer.map(DueOffer::day).orElse(today.plusDays(policy.limitDays())).toString(), today.toString(), true));
        }
        fields.add(new Field.Area("requirement", now == null || now.requirement() == null ? "" : now.requirement(), true, 3));
        return fields;
    }

    private List<String> coHandlers(@Nullable Assignment now) {
        return now == null ? List.of() : now.coHandlers().stream().map(unitName).toList();
    }

    private static List<String> withEmpty(List<String> there, int more) {
        return Stream.concat(there.stream(), Stream.generate(() -> "").limit(more)).toList();
    }

    /// What was typed stays, whatever number of rows it took; the button for more adds three.
    private int rows() {
        int asked = PlanRows.of(typed).rows();
        return Math.max(MEASURES_FIRST, typed.one("more").isEmpty() ? asked : asked + 3);
    }

    private LocalDate extended() {
        var due = matter.round().due();
        return due == null || due.date() == null ? today.plusDays(7) : due.date().plusDays(Math.min(7, Math.max(1, policy.extensionDaysMax())));
    }

    private List<Choice> measures() {
        return matter.round().standing().stream().map(m -> new Choice(String.valueOf(m.no()), t("ledger.entry.measure", m.no(), m.text()))).toList();
    }

    private List<String> unproven() {
        return matter.round().unproven().stream().map(m -> String.valueOf(m.no())).toList();
    }

    /// What nobody confirmed is not offered where the register wants it confirmed.
    private List<Outcome> endings() {
        var said = matter.round().verdict();
        boolean unconfirmed = said != null && !said.contacted() && !policy.unreachedMaySolve();
        return Stream.of(Outcome.values()).filter(outcome -> outcome != Outcome.SOLVED || !unconfirmed).toList();
    }

    private Field outcomes(List<Outcome> wanted, String chosen) {
        return new Field.Choose("outcome", wanted.stream().filter(policy.outcomes()::contains)
                .map(o -> new Choice(o.name(), t("ledger.outcome." + o))).toList(), chosen, false);
    }

    private static Field yesNo(String name, ActKind kind) {
        return new Field.Choose(name, List.of(new Choice("true", t("ledger.field." + kind + "." + name + ".true")),
                new Choice("false", t("ledger.field." + kind + "." + name + ".false"))), "", false);
    }

    private static Field designated(ActKind kind) {
        return new Field.Choose("designated", List.of(new Choice("false", t("ledger.field." + kind + ".designated.false")),
                new Choice("true", t("ledger.field." + kind + ".designated.true"))), "false", false);
    }

    /// Those on which the unit above has not refused yet in this round.
    private List<Choice> grounds() {
        return Stream.of(EscalationGround.values()).filter(ground -> !matter.round().refusedUp().contains(ground))
                .map(ground -> new Choice(ground.name(), t("ledger.escalation." + ground))).toList();
    }

    private static Field choose(String name, Enum<?>[] values, String prefix) {
        return new Field.Choose(name, choices(values, prefix), "", false);
    }

    private static List<Choice> choices(Enum<?>[] values, String prefix) {
        return Arrays.stream(values).map(value -> new Choice(value.name(), t(prefix + value))).toList();
    }

    private static Field area(String name) {
        return new Field.Area(name, "", false, 4);
    }

    private static Field maybe(String name) {
        return new Field.Area(name, "", true, 3);
    }

    private static Field line(String name) {
        return new Field.Line(name, "", false);
    }

    private static Field day(String name, LocalDate value, LocalDate earliest) {
        return new Field.Day(name, value.toString(), earliest.toString(), false);
    }
}
