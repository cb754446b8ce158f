package org.mingbai.supervision.slip;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.Words;
import org.mingbai.supervision.Beginning;
import org.mingbai.supervision.Calendars;
import org.mingbai.supervision.ClockRow;
import org.mingbai.supervision.Limit;
import org.mingbai.supervision.LimitUnit;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.clock.ClockTable;
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

    /// Slips are papers of the house, and are written in its language.
    private static final Words PAPER = Words.in(Locale.CHINESE);

    private final SlipRuleTable table;
    private final SlipTable slipTable;
    private final Slips slips;
    private final SlipTold told;
    private final ClockTable clocks;
    private final Calendars calendars;
    private final Ledger ledger;
    private final Directory directory;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SlipRules(SlipRuleTable table, SlipTable slipTable, Slips slips, SlipTold told, ClockTable clocks, Calendars calendars, Ledger ledger, Directory directory,
            AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.slipTable = slipTable;
        this.slips = slips;
        this.told = told;
        this.clocks = clocks;
        this.calendars = calendars;
        this.ledger = ledger;
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

    /// What the rules of this person's offices would draft now, and what they would and cannot. Writes nothing.
    public List<Proposal> dryRun(SignedIn who) {
        var own = Access.unitsWhere(who, Right.KEEP_SLIP_RULES);
        return inForce(who.tenant()).stream().filter(rule -> own.contains(rule.unit())).flatMap(rule -> {
            var shown = new ArrayList<Proposal>();
            look(who.tenant(), rule, proposal -> {
                shown.add(proposal);
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
        long drafted = 0;
        long sent = 0;
        long refused = 0;
        var first = new ArrayList<Proposal>();
        for (var rule : inForce(tenant)) {
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
            slipTable.draftedBy(tenant, "clock/" + rule.code() + "/").stream().map(id -> slipTable.find(tenant, id).orElseThrow())
                    .filter(slip -> stands(tenant, rule, slip)).forEach(counted::goesOut);
        }
        var as = actor(tenant, rule);
        look(tenant, rule, proposal -> {
            counted.write(as, proposal);
            return true;
        });
        return new Run(counted.drafted, counted.sent, counted.refused, List.copyOf(counted.first));
    }

    /// Whether what it was drafted for still is so.
    private boolean stands(TenantId tenant, SlipRule rule, Slip slip) {
        return slip.matter() != null && slip.cause() != null && clocks.stands(tenant, rule.code(), slip.matter(), slip.cause());
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
    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void lookEverywhere() {
        table.tenants().forEach(tenant -> alone(tenant, this::draft));
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

    /// Tells both sides of every slip whose day has passed, once for each day that was set.
    void tellOverdue(TenantId tenant) {
        var today = LocalDate.now(clock);
        for (long id : slipTable.unanswered(tenant, today.minusDays(1))) {
            transaction.executeWithoutResult(_ -> told.overdue(tenant, slipTable.find(tenant, id).orElseThrow(), today));
        }
    }

    /// Whoever coordinates the office that sends: the one who keeps the rule if he still does, else whoever holds the post.
    private Optional<SignedIn> actor(TenantId tenant, SlipRule rule) {
        var seat = new Seat(rule.unit(), Role.COORDINATOR);
        return directory.actingAs(tenant, rule.keptBy()).filter(who -> who.holds(seat))
                .or(() -> directory.holdersOf(tenant, seat, LocalDate.now(clock)).stream().map(Holder::person).sorted(Comparator.comparing(it -> it.value()))
                        .flatMap(person -> directory.actingAs(tenant, person).stream()).findFirst());
    }

    /// Shows what the rule finds, one after the other, until enough can be drafted or the reader has seen enough. What cannot be drafted takes
    /// no place from what can, and a unit that cannot be written to is told once. Where the unit has a slip about it by now there is no occasion any
    /// more.
    private void look(TenantId tenant, SlipRule rule, Predicate<Proposal> goesOn) {
        var look = new Looking(actor(tenant, rule).orElse(null), rule, goesOn);
        switch (rule.occasion()) {
            case CLOCK_AT_RISK, CLOCK_LATE -> lookAtClocks(tenant, rule, look);
            case SLIP_UNANSWERED -> aboutSlips(tenant, rule).takeWhile(look::at).forEach(_ -> {});
        }
    }

    private record Found(String cause, SlipDraft draft) {}

    /// How far one look is.
    private final class Looking {

        private final @Nullable SignedIn as;
        private final SlipRule rule;
        private final Predicate<Proposal> goesOn;
        private final Set<OrganisationId> closed = new HashSet<>();
        private int ready;

        private Looking(@Nullable SignedIn as, SlipRule rule, Predicate<Proposal> goesOn) {
            this.as = as;
            this.rule = rule;
            this.goesOn = goesOn;
        }

        /// False when it is enough.
        private boolean at(Found found) {
            var why = as == null ? Optional.<SlipRefusal>of(new SlipRefusal.NobodyCoordinates(rule.unit())) : slips.whyNotDraft(as, found.draft());
            if (why.filter(SlipRefusal.AlreadyOpen.class::isInstance).isPresent()) {
                return true;
            }
            ready += why.isEmpty() ? 1 : 0;
            why.filter(Looking::isOfTheUnit).ifPresent(_ -> closed.add(found.draft().to()));
            return goesOn.test(new Proposal(rule, found.cause(), found.draft(), why)) && ready < AT_ONCE_MAX && as != null;
        }

        private static boolean isOfTheUnit(SlipRefusal why) {
            return why instanceof SlipRefusal.NoSuchUnit || why instanceof SlipRefusal.UnitAbolished || why instanceof SlipRefusal.NobodyAnswersThere;
        }
    }

    private void lookAtClocks(TenantId tenant, SlipRule rule, Looking look) {
        var late = rule.occasion() == SlipRule.Occasion.CLOCK_LATE;
        var now = OffsetDateTime.now(clock);
        var occasions = new ClockTable.Occasions(rule.code(), rule.register(), rule.step(), late, now.minusDays(rule.days()).toInstant(), now.toInstant(),
                rule.unit(), AT_ONCE_MAX);
        ClockRow last = null;
        while (true) {
            var page = clocks.occasions(tenant, occasions, look.closed, last);
            for (var row : page) {
                last = row;
                var matter = look.closed.contains(row.unit()) ? Optional.<Matter>empty() : ledger.kept(tenant, row.matter());
                if (matter.isPresent() && !look.at(new Found(ClockTable.cause(rule.code(), row), aboutClock(tenant, rule, row, matter.get(), late)))) {
                    return;
                }
            }
            if (page.size() < AT_ONCE_MAX) {
                return;
            }
        }
    }

    private SlipDraft aboutClock(TenantId tenant, SlipRule rule, ClockRow row, Matter matter, boolean late) {
        var step = PAPER.of("ledger.step." + row.step());
        var last = row.lateFrom().minusNanos(1).atZone(clock.getZone()).toLocalDate();
        var title = cut(PAPER.of(late ? "supervision.slip.rule.title.late" : "supervision.slip.rule.title.risk", matter.subject().heading(), step));
        var requirement = PAPER.of(late ? "supervision.slip.rule.requirement.late" : "supervision.slip.rule.requirement.risk", step, last.toString());
        var gap = PAPER.of(late ? "supervision.slip.rule.gap.late" : "supervision.slip.rule.gap.risk", step, last.toString());
        return new SlipDraft(rule.kind(), row.matter(), rule.unit(), row.unit(), null, rule.basis(), content(tenant, rule, title, requirement, gap,
                row.leader(), late || last.isBefore(LocalDate.now(clock)) ? null : last));
    }

    /// The next rung after a slip that nobody answered; nothing after the last.
    private Stream<Found> aboutSlips(TenantId tenant, SlipRule rule) {
        var ladder = slips.ladder(tenant);
        return slipTable.unanswered(tenant, LocalDate.now(clock).minusDays(rule.days() + 1L)).stream()
                .map(id -> slipTable.find(tenant, id).orElseThrow())
                .filter(slip -> slip.from().equals(rule.unit()) && (rule.register() == null || isOn(tenant, rule, slip.matter())))
                .filter(slip -> slipTable.nextTo(tenant, slip.id()).isEmpty() && !slipTable.hasCause(tenant, cause(rule, slip)))
                .flatMap(slip -> ladder.after(slip.kind()).stream().map(next -> new Found(cause(rule, slip), afterSlip(tenant, rule, slip, next))));
    }

    /// One for each day that passed without an answer: a follow-up that a hand took back is not written again.
    private static String cause(SlipRule rule, Slip slip) {
        return "slip/" + rule.code() + "/" + slip.id() + "/" + slip.answerBy();
    }

    private SlipDraft afterSlip(TenantId tenant, SlipRule rule, Slip slip, SlipKind next) {
        var title = cut(PAPER.of("supervision.slip.rule.title.unanswered", slip.content().title()));
        var requirement = PAPER.of("supervision.slip.rule.requirement.unanswered", PAPER.of("ledger.slip." + slip.kind()), slip.name(),
                slip.answerBy().toString());
        var gap = PAPER.of("supervision.slip.rule.gap.unanswered", slip.name(), slip.answerBy().toString());
        return new SlipDraft(next, slip.matter(), slip.from(), slip.to(), slip.id(), null,
                content(tenant, rule, title, requirement, gap, slip.content().leadLeader(), null));
    }

    private boolean isOn(TenantId tenant, SlipRule rule, @Nullable MatterId matter) {
        return matter != null && ledger.kept(tenant, matter).filter(found -> found.register().equals(rule.register())).isPresent();
    }

    private SlipContent content(TenantId tenant, SlipRule rule, String title, String requirement, String gap, @Nullable String leader,
            @Nullable LocalDate due) {
        var answerBy = calendars.home(tenant).due(new Beginning(LocalDate.now(clock).atStartOfDay()),
                new Limit(rule.answerDays(), LimitUnit.WORKING_DAYS)).at().toLocalDate();
        return new SlipContent(title, rule.basis(), requirement, gap, leader, null, List.of(), due, null, null, null, answerBy);
    }

    private static String cut(String title) {
        var line = title.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= SlipWording.LINE_MAX ? line
                : line.substring(0, line.offsetByCodePoints(0, SlipWording.LINE_MAX - 1)) + "…";
    }

    private static UUID named(String cause, String what) {
        return UUID.nameUUIDFromBytes((cause + "/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
