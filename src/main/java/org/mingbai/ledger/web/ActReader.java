package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.ContactBy;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.EscalationAnswer;
import org.mingbai.ledger.EscalationGround;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.LookBackMethod;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Redirection;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;
import org.mingbai.shell.page.FieldErrors;

/// Makes an act of what was typed. What cannot be read is said at its field; what can be read is judged by the ledger.
final class ActReader {

    private final ActKind kind;
    private final Typed typed;
    private final Function<String, List<OrganisationId>> unitsMeant;
    private final List<Evidence.File> files;
    private FieldErrors errors = FieldErrors.none();

    ActReader(ActKind kind, Typed typed, Function<String, List<OrganisationId>> unitsMeant, List<Evidence.File> files) {
        this.kind = kind;
        this.typed = typed;
        this.unitsMeant = unitsMeant;
        this.files = files;
    }

    FieldErrors errors() {
        return errors;
    }

    /// To be used only when there are no errors.
    Act read(Matter matter) {
        return switch (kind) {
            case VERIFY -> new Act.Verify(maybe("remark"));
            case PUT_ON_LIST -> new Act.PutOnList(maybe("remark"));
            case DECLINE -> new Act.Decline(text("reason"), text("wayToGo"));
            case ANSWER_AT_ONCE -> new Act.AnswerAtOnce(text("answer"), text("restsOn"));
            case REDIRECT -> new Act.Redirect(must("kind", Redirection.class), text("reason"), text("wayToGo"));
            case MERGE -> new Act.Merge(other("into"), text("reason"));
            case UNMERGE -> new Act.Unmerge(text("reason"));
            case ASSIGN -> new Act.Assign(assignment(due("due", "dueDate")), designated());
            case REASSIGN -> new Act.Reassign(assignment(matter.assignment() == null ? Deadline.immediate() : matter.assignment().due()),
                    text("reason"), designated());
            case CALL_CO_HANDLERS -> new Act.CallCoHandlers(units("coHandlers", true), maybe("reason"));
            case REPORT_AS_CO_HANDLER -> new Act.ReportAsCoHandler(text("text"));
            case SIGN -> new Act.Sign();
            case CONTACT -> new Act.Contact(must("how", ContactBy.class), text("words"));
            case TELL -> new Act.Tell(text("received"), text("route"));
            case REQUEST_RETURN -> new Act.RequestReturn(text("reason"), text("basis"));
            case DECIDE_RETURN -> new Act.DecideReturn(yes("agreed"), text("reason"));
            case PLAN -> new Act.Plan(measures());
            case DROP_MEASURE -> new Act.DropMeasure(number("no"), text("reason"));
            case REPORT_PROGRESS -> new Act.ReportProgress(text("text"), percents(matter), files);
            case ATTACH_EVIDENCE -> new Act.AttachEvidence(typed.all("measures").stream().map(no -> number("measures", no)).toList(), files,
                    maybe("note"));
            case REQUEST_EXTENSION -> new Act.RequestExtension(day("to"), text("reason"));
            case DECIDE_EXTENSION -> new Act.DecideExtension(yes("granted"), text("reason"));
            case PARK -> new Act.Park(text("reason"), text("plan"), text("owner"), day("reviewOn"));
            case RESUME -> new Act.Resume(text("reason"));
            case PROMISE_INTERIM -> new Act.PromiseInterim(day("date"), text("words"));
            case CLAIM_CLOSURE -> new Act.ClaimClosure(must("outcome", Outcome.class), text("whatWasDone"));
            case PASS_REVIEW -> new Act.PassReview(maybe("remark"));
            case SEND_BACK -> new Act.SendBack(text("reasons"));
            case RAISE_OBJECTION -> new Act.RaiseObjection(text("text"));
            case DECIDE_OBJECTION -> new Act.DecideObjection(yes("upheld"), text("reason"));
            case END_NOTICE -> new Act.EndNotice();
            case RECORD_VERDICT -> new Act.RecordVerdict(new Verdict(yes("contacted"), may("solved", Verdict.Solved.class),
                    may("satisfied", Verdict.Satisfied.class), maybe("words"), maybeYes("heardFrom")));
            case CLOSE -> new Act.Close(must("outcome", Outcome.class), text("words"), maybe("told"));
            case SCHEDULE_LOOK_BACK -> new Act.ScheduleLookBack(day("on"));
            case LOOK_BACK -> new Act.LookBack(yes("held"), must("method", LookBackMethod.class), text("findings"));
            case REOPEN -> new Act.Reopen(text("reason"), maybe("newFacts"));
            case ASK_REVIEW -> new Act.AskReview(text("reasons"));
            case ANSWER_REVIEW -> new Act.AnswerReview(yes("upheld"), text("body"), text("opinion"));
            case ESCALATE -> new Act.Escalate(must("ground", EscalationGround.class), text("reason"), text("asked"));
            case ANSWER_ESCALATION -> new Act.AnswerEscalation(must("answer", EscalationAnswer.class), text("words"));
            case WITHDRAW -> new Act.Withdraw(text("reason"));
            case CORRECT -> new Act.Correct(number("of"), may("item", Subject.Item.class), text("says"), text("reason"));
            case NOTE -> new Act.Note(text("text"));
            case NAME_CONCERNED -> new Act.NameConcerned(units("units", true), text("reason"));
            case ASK_DISCLOSURE -> new Act.AskDisclosure(chosen(matter), text("reason"));
            case DECIDE_DISCLOSURE -> new Act.DecideDisclosure(yes("agreed"), text("reason"));
        };
    }

    private String text(String field) {
        return lines(typed.one(field));
    }

    private @Nullable String maybe(String field) {
        return typed.one(field).isBlank() ? null : text(field);
    }

    /// A browser ends lines as the network does; the journal keeps them as everybody else does.
    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private Assignment assignment(Deadline due) {
        var lead = units("lead", true);
        var owners = Stream.of(typed.one("owners").split("[、,，;；\\n]")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        return new Assignment(lead.isEmpty() ? new OrganisationId(0) : lead.getFirst(), maybe("leader"), owners, units("coHandlers", false), due,
                maybe("requirement"));
    }

    /// One of those it is kept from.
    private @Nullable OrganisationId chosen(Matter matter) {
        return matter.concern().keptFrom().stream().filter(unit -> Long.toString(unit.value()).equals(typed.one("unit"))).findFirst().orElse(null);
    }

    private List<OrganisationId> units(String field, boolean needed) {
        var names = typed.all(field).stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        if (needed && names.isEmpty()) {
            wrong(field, t("ledger.refusal.Missing", FieldWords.label(kind, field)));
        }
        var read = UnitsTyped.of(names, unitsMeant);
        read.faults().forEach(fault -> wrong(field, fault));
        return read.units();
    }

    private Deadline due(String kindField, String dateField) {
        return switch (must(kindField, Deadline.Kind.class)) {
            case BY_DATE -> typed.one(dateField).isBlank() ? missing(dateField, Deadline.immediate()) : Deadline.by(day(dateField));
            case IMMEDIATE -> Deadline.immediate();
            case LONG_TERM -> Deadline.longTerm();
            case null -> Deadline.immediate();
        };
    }

    private List<Measure> measures() {
        var written = PlanRows.of(typed).written();
        if (written.isEmpty()) {
            wrong("m0.text", t("ledger.refusal.Missing", FieldWords.label(kind, "measures")));
        }
        return written.stream().map(this::measure).toList();
    }

    private Measure measure(PlanRows.Row row) {
        var at = "m" + row.at() + ".";
        if (row.text().isBlank()) {
            wrong(at + "text", t("ledger.refusal.Missing", t("ledger.field.measures.text")));
        }
        var due = row.due().isBlank() ? null : Deadline.by(date(at + "due", row.due(), "due"));
        var shared = row.sharedMatter().isBlank() ? null
                : new Measure.Shared(matterNumbered(at + "sharedMatter", row.sharedMatter()), number(at + "sharedNo", row.sharedNo()));
        return new Measure(0, row.kind().isEmpty() ? Measure.Kind.CORRECTIVE
                : one(at + "kind", row.kind(), Measure.Kind.class, Measure.Kind.CORRECTIVE),
                lines(row.text()), blank(row.goal()), blank(row.owner()), due, 0, shared, null);
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : lines(text);
    }

    private Map<Integer, Integer> percents(Matter matter) {
        var percents = new TreeMap<Integer, Integer>();
        for (var measure : matter.round().standing()) {
            var field = "percent" + measure.no();
            if (!typed.one(field).isBlank()) {
                int percent = number(field, typed.one(field));
                if (percent != measure.percent()) {
                    percents.put(measure.no(), percent);
                }
            }
        }
        return percents;
    }

    private MatterId other(String field) {
        return typed.one(field).isBlank() ? missing(field, new MatterId(0)) : matterNumbered(field, typed.one(field));
    }

    private MatterId matterNumbered(String field, String text) {
        return MatterNumber.parse(text).map(MatterNumber::matter)
                .or(() -> text.strip().matches("[1-9]\\d{0,17}") ? Optional.of(new MatterId(Long.parseLong(text.strip()))) : Optional.empty())
                .orElseGet(() -> {
                    wrong(field, t("ledger.field.no-matter", UnitsTyped.cut(text)));
                    return new MatterId(0);
                });
    }

    private @Nullable Boolean maybeYes(String field) {
        return typed.one(field).isEmpty() ? null : Boolean.valueOf(typed.one(field).equals("true"));
    }

    private boolean yes(String field) {
        return switch (typed.one(field)) {
            case "true" -> true;
            case "false" -> false;
            default -> missing(field, false);
        };
    }

    private @Nullable Boolean designated() {
        return typed.one("designated").equals("true") ? Boolean.TRUE : null;
    }

    private LocalDate day(String field) {
        return typed.one(field).isBlank() ? missing(field, LocalDate.EPOCH) : date(field, typed.one(field), field);
    }

    private LocalDate date(String field, String text, String label) {
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below, as a year out of reach is
        }
        wrong(field, t("ledger.field.no-date", FieldWords.label(kind, label), UnitsTyped.cut(text)));
        return LocalDate.EPOCH;
    }

    private int number(String field) {
        return number(field, typed.one(field));
    }

    private int number(String field, String text) {
        var digits = text.strip();
        if (digits.matches("\\d{1,9}")) {
            return Integer.parseInt(digits);
        }
        wrong(field, digits.isEmpty() ? t("ledger.refusal.Missing", FieldWords.label(kind, field)) : t("ledger.field.no-number", UnitsTyped.cut(text)));
        return 0;
    }

    private <E extends Enum<E>> E must(String field, Class<E> choices) {
        return typed.one(field).isBlank() ? missing(field, null) : one(field, typed.one(field), choices, null);
    }

    private <E extends Enum<E>> @Nullable E may(String field, Class<E> choices) {
        return typed.one(field).isBlank() ? null : one(field, typed.one(field), choices, null);
    }

    private <E extends Enum<E>> E one(String field, String text, Class<E> choices, @Nullable E otherwise) {
        return Stream.of(choices.getEnumConstants()).filter(choice -> choice.name().equals(text)).findFirst().orElseGet(() -> {
            wrong(field, t("ledger.field.no-choice", UnitsTyped.cut(text)));
            return otherwise;
        });
    }

    private <T> T missing(String field, @Nullable T stand) {
        wrong(field, t("ledger.refusal.Missing", FieldWords.label(kind, field)));
        return stand;
    }

    private void wrong(String field, String message) {
        errors = errors.with(field, message);
    }
}
