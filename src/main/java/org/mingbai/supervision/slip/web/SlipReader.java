package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.StoredFile;
import org.mingbai.library.web.Uploads;
import org.mingbai.shell.Days;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.slip.Feedback;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipContent;
import org.mingbai.supervision.slip.SlipDraft;
import org.mingbai.supervision.slip.SlipKind;

/// Reads what was typed; what cannot be read is told at its field.
final class SlipReader {

    private static final int UNITS_MAX = 50;

    private final Map<String, String> typed;
    private final Names names;
    private final List<StoredFile> files;
    private FieldErrors errors;

    /// @param taken the files that came with it, and why others did not
    SlipReader(Map<String, String> typed, Names names, Uploads.Taken taken) {
        this.typed = typed;
        this.names = names;
        this.files = taken.files();
        this.errors = taken.errors();
    }

    FieldErrors errors() {
        return errors;
    }

    /// Nothing where something cannot be read.
    @Nullable SlipAct act(SlipAct.Kind kind) {
        var act = switch (kind) {
            case CHANGE -> content().<SlipAct>map(SlipAct.Change::new).orElse(null);
            case SIGN -> new SlipAct.Sign(one("send").equals("true"), orNull("despite"));
            case SEND -> new SlipAct.Send(orNull("despite"));
            case RECEIVE -> new SlipAct.Receive();
            case ANSWER -> new SlipAct.Answer(new Feedback.Report(choice("what", Feedback.For.class), one("progress"), orNull("evidence"),
                    orNull("difficulties"), orNull("nextStep"), orNull("support"), one("signer")));
            case ACCEPT -> new SlipAct.Accept(orNull("words"), day("next"));
            case RETURN -> new SlipAct.Return(one("reasons"), day("answerBy"));
            case LET_LAPSE -> new SlipAct.LetLapse(one("reason"));
            case WITHDRAW -> new SlipAct.Withdraw(one("reason"));
            case UPGRADE -> throw new IllegalArgumentException("a slip of its own");
        };
        return errors.any() ? null : act;
    }

    /// @param offices where this person may issue slips
    @Nullable SlipDraft draft(List<OrganisationId> offices) {
        var kind = choice("kind", SlipKind.class);
        var follows = named("follows", "NoSuchSlip");
        var from = one("from").isEmpty() ? offices.getFirst() : new OrganisationId(Optional.ofNullable(number("from")).orElse(0L));
        var to = follows != null ? from : unit("to");
        var matter = named("matter", "NoSuchMatter");
        var content = content();
        return errors.any() || kind == null || to == null || content.isEmpty() ? null
                : new SlipDraft(kind, matter == null ? null : new MatterId(matter), from, to, follows, orNull("higherBecause"), content.get());
    }

    private Optional<SlipContent> content() {
        var supporting = units();
        var due = day("due");
        var every = whole("everyDays");
        var answerBy = day("answerBy");
        if (answerBy == null && errors.at("answerBy").isEmpty()) {
            wrong("answerBy", t("supervision.slip.refusal.Missing", Names.label("answerBy")));
        }
        return answerBy == null ? Optional.empty() : Optional.of(new SlipContent(one("title"), one("basis"), one("requirement"), orNull("gap"),
                orNull("leadLeader"), orNull("supportingLeader"), supporting, due, every, orNull("contact"), orNull("attachments"), answerBy, files));
    }

    private @Nullable OrganisationId unit(String field) {
        if (one(field).isEmpty()) {
            wrong(field, t("supervision.slip.refusal.Missing", Names.label(field)));
            return null;
        }
        var meant = names.meant(one(field));
        if (meant.size() != 1) {
            wrong(field, t(meant.isEmpty() ? "supervision.slip.refusal.NoSuchUnit" : "supervision.slip.several-units"));
            return null;
        }
        return meant.getFirst();
    }

    private List<OrganisationId> units() {
        var units = new ArrayList<OrganisationId>();
        var typed = Stream.of(one("supporting").split("[、，,;；\\n]+")).map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (typed.size() > UNITS_MAX) {
            wrong("supporting", t("supervision.slip.too-many-units", UNITS_MAX));
            return List.of();
        }
        typed.forEach(name -> {
            var meant = names.meant(name);
            if (meant.size() == 1) {
                units.add(meant.getFirst());
            } else if (errors.at("supporting").isEmpty()) {
                wrong("supporting", t("supervision.slip.no-such-units", name.length() > 40 ? name.substring(0, 40) + "…" : name));
            }
        });
        return List.copyOf(units);
    }

    private @Nullable LocalDate day(String field) {
        try {
            return one(field).isEmpty() ? null : Days.typed(one(field));
        } catch (DateTimeException e) {
            wrong(field, t("supervision.slip.no-day"));
            return null;
        }
    }

    private @Nullable Integer whole(String field) {
        if (one(field).isEmpty()) {
            return null;
        }
        if (!one(field).matches("[0-9]{1,4}")) {
            wrong(field, t("supervision.slip.no-number"));
            return null;
        }
        return Integer.valueOf(one(field));
    }

    /// What the form carries along unseen: something else than a number there is nothing of ours, and is not dropped silently.
    private @Nullable Long named(String field, String refusal) {
        var number = number(field);
        if (number == null && !one(field).isEmpty()) {
            errors = errors.with("", t("supervision.slip.refusal." + refusal));
        }
        return number;
    }

    private @Nullable Long number(String field) {
        return one(field).matches("[0-9]{1,18}") ? Long.valueOf(one(field)) : null;
    }

    @SuppressWarnings("NullAway")
    private <E extends Enum<E>> @Nullable E choice(String field, Class<E> choices) {
        var found = Stream.of(choices.getEnumConstants()).filter(it -> it.name().equals(one(field))).findFirst();
        if (found.isEmpty()) {
            wrong(field, t("supervision.slip.refusal.Missing", Names.label(field)));
        }
        return found.orElse(null);
    }

    private @Nullable String orNull(String field) {
        return one(field).isEmpty() ? null : one(field);
    }

    private String one(String field) {
        return typed.getOrDefault(field, "").strip().replace("\r\n", "\n");
    }

    private void wrong(String field, String message) {
        errors = errors.with(field, message, Names.label(field));
    }
}
