package org.mingbai.ledger.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.EscalationGround;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Part;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.StageName;

/// A refusal in the reader's words. The holes of its phrase take its components in their order, each shown by what it is.
final class RefusalWords {

    private RefusalWords() {}

    /// @param doers who does the act that was not this person's to do
    static String of(Refusal why, @Nullable ActKind kind, Folk folk, String doers) {
        var args = Stream.of(why.getClass().getRecordComponents()).map(component -> shown(why, component, kind, folk));
        return t(why.key(), Stream.concat(args, Stream.of(doers)).toArray());
    }

    private static Object shown(Refusal why, RecordComponent component, @Nullable ActKind kind, Folk folk) {
        return switch (valueOf(why, component)) {
            case ActKind act -> t("ledger.act." + act);
            case StageName stage -> t("ledger.stage." + stage);
            case Outcome outcome -> t("ledger.outcome." + outcome);
            case EscalationGround ground -> t("ledger.escalation." + ground);
            case Part part -> t("ledger.part." + part);
            case OrganisationId unit -> folk.unit(unit);
            case MatterId matter -> matter.value();
            case Collection<?> several -> several.stream().map(String::valueOf).collect(joining(t("ledger.matter.and")));
            case Integer step when why instanceof Refusal.CheckedAnotherStep -> step + 1;
            case String field when component.getName().equals("field") -> FieldWords.label(kind, field);
            case Object other -> other;
        };
    }

    private static Object valueOf(Refusal why, RecordComponent component) {
        try {
            return component.getAccessor().invoke(why);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
