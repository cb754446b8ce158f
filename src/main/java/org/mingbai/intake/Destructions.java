package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.vault.ReporterTable.Keeping;
import org.mingbai.intake.vault.VaultLogTable;
import org.mingbai.intake.vault.VaultLogTable.Whom;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// Whose time to be kept is over is destroyed by two people: one proposes, another looks again. 个人信息保护法 Art. 47 para. 1.
@Component
public class Destructions {

    private static final int READ_MAX = 500;
    private static final int RIGHTS_READ_MAX = 50;
    private static final int REASON_MAX = 500;

    private final DestructionTable table;
    private final RightsTable rights;
    private final VoiceTable voices;
    private final Vault vault;
    private final VaultLogTable log;
    private final Standing standing;
    private final Whole whole;
    private final Clock clock;

    Destructions(DestructionTable table, RightsTable rights, VoiceTable voices, Vault vault, VaultLogTable log, Standing standing, Whole whole, Clock clock) {
        this.table = table;
        this.rights = rights;
        this.voices = voices;
        this.vault = vault;
        this.log = log;
        this.standing = standing;
        this.whole = whole;
        this.clock = clock;
    }

    /// Whose time is over and for whom nothing waits yet.
    /// @param until the last day it was to be kept
    /// @param hindrance why it cannot be proposed today; nothing where it can
    public record Overdue(Voice voice, LocalDate until, Optional<VoiceRefusal> hindrance) {}

    /// As far as the asker may propose it, the longest over first: a hundred that can be, and as many against which something stands. Those take no
    /// place from the others.
    public List<Overdue> overdue(SignedIn who) {
        var waiting = waiting(who).stream().map(Destruction::reporter).collect(Collectors.toSet());
        var free = new ArrayList<Overdue>();
        var hindered = new ArrayList<Overdue>();
        var all = Stream.concat(vault.overdue(who), vault.onlyStored(who)).filter(voice -> !waiting.contains(voice.reporter())).iterator();
        while (free.size() < Vault.FOUND_MAX && all.hasNext()) {
            var voice = all.next();
            var hindrance = faultIn(who, voice);
            if (hindrance.isEmpty() || hindered.size() < Vault.FOUND_MAX) {
                (hindrance.isEmpty() ? free : hindered).add(new Overdue(voice, until(who.tenant(), voice), hindrance));
            }
        }
        return Stream.concat(free.stream(), hindered.stream()).sorted(Comparator.comparing(Overdue::until)).toList();
    }

    /// What was proposed and waits for a second person, as far as the asker decides on such.
    public List<Destruction> waiting(SignedIn who) {
        return Paged.of(READ_MAX, offset -> table.waiting(who.tenant(), READ_MAX, offset), it -> keeps(who, it.matter()));
    }

    /// What was decided, the newest first.
    public List<Destruction> decided(SignedIn who, int limit) {
        return Paged.of(limit, offset -> table.decided(who.tenant(), limit, offset), it -> keeps(who, it.matter()));
    }

    /// The voice it is about.
    public Voice voiceOf(SignedIn who, Destruction destruction) {
        return voices.find(who.tenant(), destruction.matter(), destruction.voice()).orElseThrow();
    }

    /// One voice of a matter.
    public record Which(MatterId matter, int no) {}

    /// Proposes them, all or none.
    /// @param reason with the law and its article
    /// @return how many
    public VoiceAnswer<Integer> propose(SignedIn who, Set<Which> chosen, String reason) {
        if (chosen.isEmpty()) {
            return VoiceAnswer.refused(new VoiceRefusal.Missing("chosen"));
        }
        var fault = reasonFault("reason", reason)
                .or(() -> NamedLaw.isIn(reason) ? Optional.empty() : Optional.of(new VoiceRefusal.NoLawNamed("reason")));
        return fault.map(VoiceAnswer::<Integer>refused).orElseGet(() -> whole.done(() -> {
            var proposed = new ArrayList<Voice>();
            for (var one : chosen) {
                switch (proposed(who, one, reason)) {
                    case VoiceAnswer.Refused<Voice>(var why) -> {
                        return VoiceAnswer.refused(why);
                    }
                    case VoiceAnswer.Done<Voice>(var voice) -> proposed.add(voice);
                }
            }
            var named = naming(who, proposed, "reason", reason);
            if (named.isPresent()) {
                return VoiceAnswer.refused(named.get());
            }
            proposed.forEach(voice -> write(who, voice, VaultAct.DESTRUCTION_PROPOSED, reason));
            return VoiceAnswer.done(chosen.size());
        }));
    }

    private VoiceAnswer<Voice> proposed(SignedIn who, Which one, String reason) {
        var voice = voices.find(who.tenant(), one.matter(), one.no()).filter(_ -> standing.seen(who, one.matter()).isPresent()).orElse(null);
        if (voice == null) {
            return VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice());
        }
        if (!keeps(who, voice.matter())) {
            return VoiceAnswer.refused(new VoiceRefusal.NotYours());
        }
        var fault = faultIn(who, voice);
        if (fault.isPresent()) {
            return VoiceAnswer.refused(fault.get());
        }
        var made = new Destruction(table.nextNo(), voice.matter(), voice.no(), Objects.requireNonNull(voice.reporter()), until(who.tenant(), voice), reason,
                who.person(), OffsetDateTime.now(clock), null, null, null, null);
        return table.insert(who.tenant(), made) ? VoiceAnswer.done(voice) : VoiceAnswer.refused(new VoiceRefusal.ProposedAlready());
    }

    /// A second person destroys it. It can stand otherwise than when it was proposed, so everything is looked at again.
    public VoiceAnswer<Destruction> carryOut(SignedIn who, long no) {
        return decided(who, no, Destruction.Outcome.DESTROYED, (it, voice) -> faultIn(who, voice).map(VoiceAnswer::<Voice>refused)
                .orElseGet(() -> vault.destroyed(who, voice, standing.seen(who, it.matter()).orElseThrow(), it.reason(), keyOf(who.tenant(), it))), null);
    }

    /// A second person has it kept, and says why. It may be proposed again.
    public VoiceAnswer<Destruction> refuse(SignedIn who, long no, String why) {
        var fault = reasonFault("decision", why);
        return fault.map(VoiceAnswer::<Destruction>refused).orElseGet(() -> decided(who, no, Destruction.Outcome.REFUSED, (_, voice) -> {
            var named = naming(who, List.of(voice), "decision", why);
            if (named.isPresent()) {
                return VoiceAnswer.refused(named.get());
            }
            write(who, voice, VaultAct.DESTRUCTION_REFUSED, why);
            return VoiceAnswer.done(voice);
        }, why));
    }

    private interface Step {
        VoiceAnswer<Voice> of(Destruction destruction, Voice voice);
    }

    private VoiceAnswer<Destruction> decided(SignedIn who, long no, Destruction.Outcome outcome, Step step, @Nullable String why) {
        return whole.done(() -> {
            var it = table.held(who.tenant(), no).filter(one -> keeps(who, one.matter())).orElse(null);
            if (it == null) {
                return VoiceAnswer.refused(new VoiceRefusal.NoSuchDestruction());
            }
            if (!it.isOpen()) {
                boolean again = who.person().equals(it.decidedBy()) && it.outcome() == outcome && Objects.equals(it.decision(), why);
                return again ? VoiceAnswer.done(it) : VoiceAnswer.refused(new VoiceRefusal.DecidedAlready());
            }
            if (it.proposedBy().equals(who.person())) {
                return VoiceAnswer.refused(new VoiceRefusal.ProposedByYou());
            }
            return switch (step.of(it, voiceOf(who, it))) {
                case VoiceAnswer.Refused<Voice>(var refusal) -> VoiceAnswer.refused(refusal);
                case VoiceAnswer.Done<Voice> _ -> {
                    table.decide(who.tenant(), no, outcome, why, who.person(), OffsetDateTime.now(clock));
                    yield VoiceAnswer.done(table.held(who.tenant(), no).orElseThrow());
                }
            };
        });
    }

    /// What stands against destroying it today.
    private Optional<VoiceRefusal> faultIn(SignedIn who, Voice voice) {
        var tenant = who.tenant();
        var kept = Optional.ofNullable(voice.reporter()).flatMap(id -> vault.keeping(tenant, id)).filter(it -> it.destroyedAt() == null);
        if (kept.isEmpty()) {
            return Optional.of(new VoiceRefusal.NobodyKept());
        }
        if (!kept.get().until().isBefore(LocalDate.now(clock))) {
            return Optional.of(new VoiceRefusal.NotOverdue());
        }
        if (kept.get().restrictedBasis() != null) {
            return Optional.of(new VoiceRefusal.OnlyStored());
        }
        if (rights.of(tenant, voice.matter(), voice.no(), RIGHTS_READ_MAX).stream().anyMatch(RightsRequest::isOpen)) {
            return Optional.of(new VoiceRefusal.RequestOpen());
        }
        return standing.workedOn(tenant, voice.matter()).filter(Matter::open).isPresent() ? Optional.of(new VoiceRefusal.MatterOpen()) : Optional.empty();
    }

    private static Optional<VoiceRefusal> reasonFault(String field, String reason) {
        if (!Visible.says(reason)) {
            return Optional.of(new VoiceRefusal.Missing(field));
        }
        return reason.codePointCount(0, reason.length()) > REASON_MAX ? Optional.of(new VoiceRefusal.TooLong(field, REASON_MAX))
                : Receiving.hidden(field, reason.replace('\n', ' '));
    }

    /// What stands in the log in clear names nobody. Where the key is not at hand nobody can tell, and nothing is written. Looked for last: each look leaves
    /// a line or is what was proposed or decided.
    private Optional<VoiceRefusal> naming(SignedIn who, List<Voice> about, String field, String text) {
        if (about.stream().anyMatch(voice -> vault.isShut(who.tenant(), voice))) {
            return Optional.of(new VoiceRefusal.KeysMissing());
        }
        return vault.isNamed(who, about, text) ? Optional.of(new VoiceRefusal.PurposeNamesReporter(field)) : Optional.empty();
    }

    private LocalDate until(TenantId tenant, Voice voice) {
        return vault.keeping(tenant, Objects.requireNonNull(voice.reporter())).map(Keeping::until).orElseThrow();
    }

    private boolean keeps(SignedIn who, MatterId matter) {
        return Access.may(who, Right.KEEP_REQUESTS)
                && standing.seen(who, matter).flatMap(seen -> standing.postFor(who, seen, Right.KEEP_REQUESTS)).isPresent();
    }

    private void write(SignedIn who, Voice voice, VaultAct act, String words) {
        log.write(who.tenant(), who.person(), act, new Whom(voice.reporter(), voice.matter(), voice.no()), words, OffsetDateTime.now(clock));
    }

    private static UUID keyOf(TenantId tenant, Destruction it) {
        return UUID.nameUUIDFromBytes(("destruction/" + tenant.value() + "/" + it.no()).getBytes(StandardCharsets.US_ASCII));
    }
}
