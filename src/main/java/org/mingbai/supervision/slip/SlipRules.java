package org.mingbai.supervision.slip;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matters;
import org.mingbai.supervision.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Drafts slips where a rule says so: once for every occasion, however often and on however many nodes it looks.
@Component
public class SlipRules {

    private static final Logger LOG = LoggerFactory.getLogger(SlipRules.class);

    /// How many slips one look drafts for one rule; the next look goes on.
    public static final int AT_ONCE_MAX = 200;
    /// How many of a rule's proposals a dry run shows: those that can be drafted and those that cannot.
    private static final int SHOWN_MAX = 400;
    private static final int LOOK_EACH_MILLIS = 600_000;
    /// A little less than the time between two looks of one node: the same node is not kept from its next one.
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(9);

    private final SlipRuleTable table;
    private final SlipTable slipTable;
    private final Slips slips;
    private final SlipTold told;
    private final SlipOccasions occasions;
    private final Matters matters;
    private final Directory directory;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SlipRules(SlipRuleTable table, SlipTable slipTable, Slips slips, SlipTold told, SlipOccasions occasions, Matters matters, Directory directory,
            AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.slipTable = slipTable;
        this.slips = slips;
        this.told = told;
        this.occasions = occasions;
        this.matters = matters;
        this.directory = directory;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// All versions, rule by rule, the newest first.
    public List<SlipRule> of(TenantId tenant) {
        return table.of(tenant);
    }

    /// What a new rule, or the next version of one, says.
    /// @param code empty for a new rule
    public record Asked(String code, OrganisationId unit, SlipRule.Occasion occasion, @Nullable String register,
            @Nullable Step step, int days, SlipKind kind, int answerDays, boolean sendsItself, String basis, LocalDate from) {}

    /// Puts it in force from a day, tomorrow at the earliest; the version before it ends the day before. A refusal says why not.
    /// @param key a name the client gives to this request: a new rule is made once under it
    public Optional<SlipRefusal> put(SignedIn who, Keeper by, Asked asked, UUID key) {
        return fault(who, asked).or(() -> {
            var code = asked.code().isEmpty() ? "slip." + key : asked.code();
            return Objects.requireNonNull(transaction.execute(_ -> {
                table.lock(who.tenant());
                var latest = table.of(who.tenant()).stream().filter(rule -> rule.code().equals(code)).findFirst();
                if (latest.filter(rule -> rule.to() == null && says(rule, asked)).isPresent()) {
                    return Optional.<SlipRefusal>empty();
                }
                if (asked.code().isEmpty() && latest.isPresent()) {
                    return Optional.<SlipRefusal>of(new SlipRefusal.KeyUsedBefore());
                }
                int version = latest.map(SlipRule::version).orElse(0) + 1;
                table.end(who.tenant(), code, asked.from().minusDays(1));
                table.put(who.tenant(), new SlipRule(code, version, asked.unit(), asked.occasion(), asked.register(), asked.step(), asked.days(),
                        asked.kind(), asked.answerDays(), asked.sendsItself(), asked.basis().strip(), asked.from(), null, who.person()),
                        OffsetDateTime.now(clock));
                audit.slipRuleChanged(by, code, Map.of("version", Integer.toString(version), "occasion", asked.occasion().name(),
                        "kind", asked.kind().name(), "days", Integer.toString(asked.days()), "from", asked.from().toString()));
                return Optional.<SlipRefusal>empty();
            }));
        });
    }

    private static boolean says(SlipRule rule, Asked asked) {
        return rule.unit().equals(asked.unit()) && rule.occasion() == asked.occasion() && Objects.equals(rule.register(), asked.register())
                && rule.step() == asked.step() && rule.days() == asked.days() && rule.kind() == asked.kind()
                && rule.answerDays() == asked.answerDays() && rule.sendsItself() == asked.sendsItself() && rule.basis().equals(asked.basis().strip())
                && rule.from().equals(asked.from());
    }

    /// Ends a rule after today.
    public Optional<SlipRefusal> end(SignedIn who, Keeper by, String code) {
        var rule = table.of(who.tenant()).stream().filter(one -> one.code().equals(code)).findFirst();
        if (rule.isEmpty() || Circumstances.seat(who, rule.get().unit(), Right.KEEP_SLIP_RULES) == null) {
            return Optional.of(new SlipRefusal.NotYourOffice("unit"));
        }
        transaction.executeWithoutResult(_ -> {
            table.end(who.tenant(), code, LocalDate.now(clock));
            audit.slipRuleChanged(by, code, Map.of("to", LocalDate.now(clock).toString()));
        });
        return Optional.empty();
    }

    private Optional<SlipRefusal> fault(SignedIn who, Asked asked) {
        var seat = asked.sendsItself() ? Circumstances.seat(who, asked.unit(), Right.SIGN_SLIPS) : Circumstances.seat(who, asked.unit(), Right.KEEP_SLIP_RULES);
        if (seat == null) {
            return Optional.of(asked.sendsItself() ? new SlipRefusal.NotYourPost(SlipAct.Kind.SIGN, asked.unit()) : new SlipRefusal.NotYourOffice("unit"));
        }
        if (!asked.code().isEmpty() && !keeps(who, asked.code())) {
            return Optional.of(new SlipRefusal.NotYourOffice("unit"));
        }
        // What follows an unanswered slip is the next rung, whatever kind is named, and that is signed by a hand.
        if (asked.sendsItself() && (asked.kind() != SlipKind.PROMPT || asked.occasion() == SlipRule.Occasion.SLIP_UNANSWERED)) {
            return Optional.of(new SlipRefusal.OnlyPromptsGoOut("sendsItself"));
        }
        if (asked.days() < 0 || asked.days() > SlipRule.DAYS_MAX) {
            return Optional.of(new SlipRefusal.OutOfRange("days", 0, SlipRule.DAYS_MAX));
        }
        if (asked.answerDays() < 1 || asked.answerDays() > SlipRule.DAYS_MAX) {
            return Optional.of(new SlipRefusal.OutOfRange("answerDays", 1, SlipRule.DAYS_MAX));
        }
        if (asked.from().isBefore(LocalDate.now(clock).plusDays(1))) {
            return Optional.of(new SlipRefusal.NotBefore("from", LocalDate.now(clock).plusDays(1)));
        }
        return SlipWording.required("basis", asked.basis(), SlipWording.LINE_MAX);
    }

    private boolean keeps(SignedIn who, String code) {
        return table.of(who.tenant()).stream().filter(rule -> rule.code().equals(code)).findFirst()
                .filter(rule -> Circumstances.seat(who, rule.unit(), Right.KEEP_SLIP_RULES) != null).isPresent();
    }

    /// A slip that a rule would draft now.
    /// @param cause the occasion: there is one slip for each
    /// @param why why it cannot be drafted; nothing where it can
    public record Proposal(SlipRule rule, String cause, SlipDraft draft, Optional<SlipRefusal> why) {}

    /// What the rules of this person's offices would draft now, and what they would and cannot; without what is kept from this person for another
    /// of their posts. Writes nothing.
    public List<Proposal> dryRun(SignedIn who) {
        var own = Access.unitsWhere(who, Right.KEEP_SLIP_RULES);
        var kept = matters.keptFrom(who);
        return inForce(who.tenant()).stream().filter(rule -> own.contains(rule.unit())).flatMap(rule -> {
            var shown = new ArrayList<Proposal>();
            occasions.look(who.tenant(), rule, actor(who.tenant(), rule), proposal -> {
                if (proposal.draft().matter() == null || !kept.contains(proposal.draft().matter())) {
                    shown.add(proposal);
                }
                return shown.size() < SHOWN_MAX;
            });
            return shown.stream();
        }).toList();
    }

    /// @param drafted how many were drafted, of which @param sent went out by themselves
    /// @param refused how many could not be drafted, or were drafted and could not go out
    /// @param first the first of these
    public record Run(long drafted, long sent, long refused, List<Proposal> first) {}

    /// Drafts what the rules say. Looking again drafts nothing again.
    public Run draft(TenantId tenant) {
        return draft(tenant, inForce(tenant));
    }

    /// The same for the rules that no other node is looking by. A second look would find all drafted, and its numbers would stand for those of the
    /// first.
    void draftInTurn(TenantId tenant) {
        var now = OffsetDateTime.now(clock);
        draft(tenant, inForce(tenant).stream().filter(rule -> table.claims(tenant, rule.code(), now, now.minus(BETWEEN_LOOKS))).toList());
    }

    /// The same for the rules of this person's offices.
    public Run draftOwn(SignedIn who) {
        var own = Access.unitsWhere(who, Right.KEEP_SLIP_RULES);
        return draft(who.tenant(), inForce(who.tenant()).stream().filter(rule -> own.contains(rule.unit())).toList());
    }

    private Run draft(TenantId tenant, List<SlipRule> inForce) {
        long drafted = 0;
        long sent = 0;
        long refused = 0;
        var first = new ArrayList<Proposal>();
        for (var rule : inForce) {
            var run = draft(tenant, rule);
            table.looked(tenant, rule.code(), new Look(OffsetDateTime.now(clock), run.drafted(), run.sent(), run.refused()));
            drafted += run.drafted();
            sent += run.sent();
            refused += run.refused();
            first.addAll(run.first());
        }
        return new Run(drafted, sent, refused, List.copyOf(first));
    }

    /// What one rule drafts, and what of it goes out; first what was to go out by itself and did not, because the process ended in between.
    private Run draft(TenantId tenant, SlipRule rule) {
        var counted = new Counted(tenant, rule);
        if (rule.sendsItself()) {
            slipTable.draftedBy(tenant, "clock/" + rule.code() + "/").filter(slip -> occasions.stands(tenant, rule, slip)).forEach(counted::goesOut);
        }
        var as = actor(tenant, rule);
        occasions.look(tenant, rule, as, proposal -> {
            counted.write(as, proposal);
            return true;
        });
        return new Run(counted.drafted, counted.sent, counted.refused, List.copyOf(counted.first));
    }

    /// What one look of one rule comes to.
    private final class Counted {

        private final TenantId tenant;
        private final SlipRule rule;
        private final List<Proposal> first = new ArrayList<>();
        private long drafted;
        private long sent;
        private long refused;

        private Counted(TenantId tenant, SlipRule rule) {
            this.tenant = tenant;
            this.rule = rule;
        }

        private void write(Optional<SignedIn> as, Proposal proposal) {
            if (proposal.why().isPresent() || as.isEmpty()) {
                refuse(proposal);
                return;
            }
            switch (slips.draft(as.get(), proposal.draft(), proposal.cause(), named(proposal.cause(), "draft"))) {
                case SlipAnswer.Refused(SlipRefusal.AlreadyOpen _), SlipAnswer.Refused(SlipRefusal.KeyUsedBefore _) -> {}
                case SlipAnswer.Refused(var why) -> refuse(new Proposal(rule, proposal.cause(), proposal.draft(), Optional.of(why)));
                case SlipAnswer.Done(var slip, var again) -> {
                    drafted += again ? 0 : 1;
                    if (rule.sendsItself()) {
                        goesOut(slip);
                    }
                }
            }
        }

        private void refuse(Proposal proposal) {
            refused++;
            if (first.size() < SHOWN_MAX) {
                first.add(proposal);
            }
        }

        /// In the name of whoever put the version in force that holds today. What a hand has changed waits for a hand.
        private void goesOut(Slip slip) {
            if (slip.state() != SlipState.DRAFTED || slip.seq() > 1) {
                return;
            }
            var answer = directory.actingAs(tenant, rule.keptBy()).map(by -> slips.sendByRule(by, slip, named(slip.id() + "/" + slip.seq(), "send")))
                    .orElseGet(() -> new SlipAnswer.Refused(new SlipRefusal.NotYourPost(SlipAct.Kind.SIGN, slip.from())));
            switch (answer) {
                case SlipAnswer.Done _ -> sent++;
                // Somebody else is at it, a hand or another node.
                case SlipAnswer.Refused(SlipRefusal.KeyUsedBefore _), SlipAnswer.Refused(SlipRefusal.ChangedMeanwhile _) -> {}
                case SlipAnswer.Refused(var why) -> refuse(new Proposal(rule, Objects.requireNonNullElse(slip.cause(), ""),
                        new SlipDraft(slip.kind(), slip.matter(), slip.from(), slip.to(), slip.follows(), slip.higherBecause(), slip.content()),
                        Optional.of(why)));
            }
        }
    }

    private List<SlipRule> inForce(TenantId tenant) {
        var today = LocalDate.now(clock);
        return table.of(tenant).stream().filter(rule -> rule.inForceOn(today)).toList();
    }

    /// How much of what this person's rules found at their last look could not be drafted, or not go out.
    public long refusedLately(SignedIn who) {
        var own = Access.unitsWhere(who, Right.KEEP_SLIP_RULES);
        var looks = table.looks(who.tenant());
        return inForce(who.tenant()).stream().filter(rule -> own.contains(rule.unit())).map(rule -> looks.get(rule.code()))
                .filter(Objects::nonNull).mapToLong(Look::refused).sum();
    }

    /// How a rule's last look went.
    /// @param refused how many could not be drafted, or not go out
    public record Look(OffsetDateTime at, long drafted, long sent, long refused) {}

    /// How the last look of each rule went, by its code.
    public Map<String, Look> looks(TenantId tenant) {
        return table.looks(tenant);
    }

    /// For every account: what rules draft, and that a slip's day has passed without an answer.
    @Scheduled(initialDelay = 60_000, fixedDelay = LOOK_EACH_MILLIS)
    void lookEverywhere() {
        table.tenants().forEach(tenant -> alone(tenant, this::draftInTurn));
        slipTable.tenantsWaiting(LocalDate.now(clock)).forEach(tenant -> alone(tenant, this::tellOverdue));
    }

    /// What goes wrong in one account keeps no other waiting.
    private static void alone(TenantId tenant, Consumer<TenantId> work) {
        try {
            work.accept(tenant);
        } catch (RuntimeException e) {
            LOG.error("Account {} is looked at again later", tenant.value(), e);
        }
    }

    /// Tells both sides of every slip whose day has passed, once for each day that was set; not where its unit must not know what it is about: that
    /// unit is waited for when it may again.
    void tellOverdue(TenantId tenant) {
        var today = LocalDate.now(clock);
        slipTable.unanswered(tenant, today.minusDays(1)).filter(slip -> !slips.isKept(tenant, slip))
                .forEach(slip -> transaction.executeWithoutResult(_ -> told.overdue(tenant, slip, today)));
    }

    /// Whoever coordinates the office that sends: the one who keeps the rule if he still does, else whoever holds the post.
    private Optional<SignedIn> actor(TenantId tenant, SlipRule rule) {
        var seat = new Seat(rule.unit(), Role.COORDINATOR);
        return directory.actingAs(tenant, rule.keptBy()).filter(who -> who.holds(seat))
                .or(() -> directory.holdersOf(tenant, seat, LocalDate.now(clock)).stream().map(Holder::person).sorted(Comparator.comparing(it -> it.value()))
                        .flatMap(person -> directory.actingAs(tenant, person).stream()).findFirst());
    }

    private static UUID named(String cause, String what) {
        return UUID.nameUUIDFromBytes((cause + "/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
