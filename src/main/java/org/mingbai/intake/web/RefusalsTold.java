package org.mingbai.intake.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.StageName;
import org.springframework.stereotype.Component;

/// Refusals at the desk in the reader's words, also those of the ledger.
@Component
class RefusalsTold {

    String of(VoiceRefusal why, OrganisationTree tree) {
        return why instanceof VoiceRefusal.OfLedger(var of) ? of(of, tree) : t(why.key(), why.args().toArray());
    }

    /// What the desk has words of its own for stands at its field already and need not name it.
    String of(Refusal why, OrganisationTree tree) {
        return switch (why) {
            case Refusal.Missing _ -> t("intake.refusal.Missing");
            case Refusal.TooLong it -> t("intake.refusal.TooLong", it.charactersMax());
            case Refusal.HiddenCharacters _ -> t("intake.refusal.HiddenCharacters");
            default -> t(why.key(), Stream.concat(Stream.of(why.getClass().getRecordComponents()).map(part -> shown(why, part, tree)),
                    Stream.of(t("directory.role.COORDINATOR"))).toArray());
        };
    }

    private static Object shown(Refusal why, RecordComponent part, OrganisationTree tree) {
        try {
            return switch (part.getAccessor().invoke(why)) {
                case ActKind act -> t("ledger.act." + act);
                case StageName stage -> t("ledger.stage." + stage);
                case OrganisationId unit -> tree.unit(unit).map(OrganisationTree.Unit::name).orElse("");
                case MatterId matter -> matter.value();
                case Collection<?> several -> several.stream().map(String::valueOf).collect(joining(t("intake.desk.and")));
                case Object other -> other;
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
