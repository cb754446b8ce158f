package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.Tellings;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;

/// What speaks of an emergency is marked urgent, the journal says who is to be called, and the office is told at once, also at night, by whatever way
/// it came in. A person decides.
@Component
class EmergencyCalls {

    private static final String URGENCY = "urgency";

    /// The journal is a paper of the house, and is written in its language, whatever that of the reporter.
    private static final Words PAPER = Words.in(Locale.CHINESE);

    private final Ledger ledger;
    private final Registers registers;
    private final Directory directory;
    private final Tellings tellings;
    private final Whole whole;
    private final Clock clock;

    EmergencyCalls(Ledger ledger, Registers registers, Directory directory, Tellings tellings, Whole whole, Clock clock) {
        this.ledger = ledger;
        this.registers = registers;
        this.directory = directory;
        this.tellings = tellings;
        this.whole = whole;
        this.clock = clock;
    }

    /// The fields of what is urgent: under the column of the register where it has one.
    Map<String, String> urgent(TenantId tenant, String register, Map<String, String> fields) {
        var marked = new TreeMap<>(fields);
        boolean column = registers.register(tenant, register).stream().flatMap(it -> it.policy().columns().stream())
                .anyMatch(it -> it.code().equals(URGENCY));
        marked.put(column ? URGENCY : "紧急程度", "紧急");
        return marked;
    }

    /// @param key of what was said: the same calls nobody again
    void people(SignedIn by, MatterId id, List<Emergency> emergencies, UUID key) {
        if (emergencies.isEmpty()) {
            return;
        }
        var whom = emergencies.stream().map(it -> it.number() + " " + it.whom(Locale.CHINESE)).collect(Collectors.joining(PAPER.of("intake.desk.and")));
        var why = emergencies.stream().flatMap(it -> it.words().stream()).distinct().collect(Collectors.joining(PAPER.of("intake.desk.and")));
        var note = new Act.Note(PAPER.of("intake.desk.emergency.noted", why, whom));
        whole.done(() -> {
            if (ledger.act(by, id, note, named(key), null) instanceof Answer.Done(var matter, var again) && !again) {
                ledger.postsFor(by, matter, ActKind.CORRECT).forEach(post -> directory.holdersOf(by.tenant(), post, LocalDate.now(clock)).stream()
                        .map(Holder::person).distinct().forEach(person -> tellings.tell(by.tenant(), List.of(person), told(matter).asUrgent())));
            }
            return VoiceAnswer.done(id);
        });
    }

    private static Telling told(Matter matter) {
        var id = matter.id().value();
        return Telling.of("emergency/" + id, "emergency/" + id, "/matters/" + id, "intake.tell.emergency", MatterNumber.of(matter).printed(),
                Telling.cut(matter.subject().heading()));
    }

    private static UUID named(UUID key) {
        return UUID.nameUUIDFromBytes(("desk/" + key + "/emergency").getBytes(StandardCharsets.US_ASCII));
    }
}
