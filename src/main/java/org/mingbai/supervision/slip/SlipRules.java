package org.mingbai.supervision.slip;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
    public Optional<SlipRefusal> put(SignedIn who, Keeper by, Asked asked) {
        return fault(who, asked).or(() -> {
            transaction.executeWithoutResult(_ -> {
                table.lock(who.tenant());
                var code = asked.code().isEmpty() ? "slip." + UUID.randomUUID().toString().substring(0, 8) : asked.code();
                int version = table.of(who.tenant()).stream().filter(rule -> rule.code().equals(code)).mapToInt(SlipRule::version).max().orElse(0) + 1;
                table.end(who.tenant(), code, asked.from().minusDays(1));
                table.put(who.tenant(), new SlipRule(code, version, asked.unit(), asked.occasion(), asked.register(), asked.step(), asked.days(),
                        asked.kind(), asked.answerDays(), asked.sendsItself(), asked.basis().strip(), asked.from(), null, who.person()),
                        OffsetDateTime.now(clock));
                audit.slipRuleChanged(by, code, Map.of("version", Integer.toString(version), "occasion", asked.occasion().name(),
                        "kind", asked.kind().name(), "days", Integer.toString(asked.days()), "from", asked.from().toString()));
            });
            return Optional.empty();
        });
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
        if (asked.sendsItself() && asked.kind() != SlipKind.PROMPT) {
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

    /// What the rules would draft now. Writes nothing.
    public List<Proposal> dryRun(TenantId tenant) {
        var today = LocalDate.now(clock);
        return table.of(tenant).stream().filter(rule -> rule.inForceOn(today)).flatMap(rule -> proposals(tenant, rule).stream()).toList();
    }

    /// @param drafted how many were drafted, of which @param sent went out by themselves
    /// @param refused those that could not be drafted
    public record Run(long drafted, long sent, List<Proposal> refused) {}

    /// Drafts what the rules say. Looking again drafts nothing again.
    public Run draft(TenantId tenant) {
        long drafted = 0;
        long sent = 0;
        var refused = new ArrayList<Proposal>();
        for (var rule : table.of(tenant).stream().filter(one -> one.inForceOn(LocalDate.now(clock))).toList()) {
            for (var proposal : proposals(tenant, rule)) {
                var as = actor(tenant, rule);
                if (proposal.why().isPresent() || as.isEmpty()) {
                    refused.add(proposal);
                    continue;
                }
                switch (slips.draft(as.get(), proposal.draft(), proposal.cause(), named(proposal.cause(), "draft"))) {
                    case SlipAnswer.Refused(var why) -> refused.add(new Proposal(rule, proposal.cause(), proposal.draft(), Optional.of(why)));
                    case SlipAnswer.Done(var slip, var again) -> {
                        drafted += again ? 0 : 1;
                        sent += rule.sendsItself() && goesOut(tenant, rule, slip, proposal.cause()) ? 1 : 0;
                    }
                }
            }
        }
        return new Run(drafted, sent + sendWhatStayed(tenant), List.copyOf(refused));
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

    /// What was to go out by itself and did not, because the process ended between its drafting and its sending.
    private long sendWhatStayed(TenantId tenant) {
        return table.of(tenant).stream().filter(SlipRule::sendsItself).flatMap(rule -> slipTable.draftedBy(tenant, "clock/" + rule.code() + "/").stream()
                .map(id -> slipTable.find(tenant, id).orElseThrow())
                .filter(slip -> goesOut(tenant, rule, slip, "stayed/" + slip.id() + "/" + slip.seq()))).count();
    }

    private boolean goesOut(TenantId tenant, SlipRule rule, Slip slip, String cause) {
        return slip.state() == SlipState.DRAFTED && directory.actingAs(tenant, rule.keptBy())
                .filter(by -> slips.sendByRule(by, slip, named(cause, "send")) instanceof SlipAnswer.Done).isPresent();
    }

    /// Whoever coordinates the office that sends: the one who keeps the rule if he still does, else whoever holds the post.
    private Optional<SignedIn> actor(TenantId tenant, SlipRule rule) {
        var seat = new Seat(rule.unit(), Role.COORDINATOR);
        return directory.actingAs(tenant, rule.keptBy()).filter(who -> who.holds(seat))
                .or(() -> directory.holdersOf(tenant, seat, LocalDate.now(clock)).stream().map(Holder::person).sorted(Comparator.comparing(it -> it.value()))
                        .flatMap(person -> directory.actingAs(tenant, person).stream()).findFirst());
    }

    private List<Proposal> proposals(TenantId tenant, SlipRule rule) {
        var as = actor(tenant, rule);
        var drafts = switch (rule.occasion()) {
            case CLOCK_AT_RISK, CLOCK_LATE -> aboutClocks(tenant, rule);
            case SLIP_UNANSWERED -> aboutSlips(tenant, rule);
        };
        return drafts.stream().map(found -> new Proposal(rule, found.cause(), found.draft(), as.isEmpty()
                ? Optional.of(new SlipRefusal.NotYourOffice("unit")) : slips.whyNotDraft(as.get(), found.draft()))).toList();
    }

    private record Found(String cause, SlipDraft draft) {}

    private List<Found> aboutClocks(TenantId tenant, SlipRule rule) {
        var late = rule.occasion() == SlipRule.Occasion.CLOCK_LATE;
        var since = OffsetDateTime.now(clock).minusDays(rule.days()).toInstant();
        var rows = clocks.occasions(tenant, rule.code(), rule.register(), rule.step(), late, since, clock.instant(), rule.unit(), AT_ONCE_MAX);
        var found = new ArrayList<Found>();
        for (var row : rows) {
            actor(tenant, rule).flatMap(who -> ledger.matter(who, row.matter()))
                    .ifPresent(matter -> found.add(new Found(ClockTable.cause(rule.code(), row), aboutClock(tenant, rule, row, matter, late))));
        }
        return found;
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
    private List<Found> aboutSlips(TenantId tenant, SlipRule rule) {
        var found = new ArrayList<Found>();
        for (long id : slipTable.unanswered(tenant, LocalDate.now(clock).minusDays(rule.days() + 1L))) {
            if (found.size() == AT_ONCE_MAX) {
                break;
            }
            var slip = slipTable.find(tenant, id).orElseThrow();
            var next = slips.ladder(tenant).after(slip.kind());
            if (next.isEmpty() || !slip.from().equals(rule.unit()) || rule.register() != null && !isOn(tenant, rule, slip.matter())
                    || slipTable.nextTo(tenant, id).isPresent()) {
                continue;
            }
            var title = cut(PAPER.of("supervision.slip.rule.title.unanswered", slip.content().title()));
            var requirement = PAPER.of("supervision.slip.rule.requirement.unanswered", PAPER.of("ledger.slip." + slip.kind()), slip.name(),
                    slip.answerBy().toString());
            var gap = PAPER.of("supervision.slip.rule.gap.unanswered", slip.name(), slip.answerBy().toString());
            found.add(new Found("slip/" + rule.code() + "/" + id + "/" + slip.answerBy(), new SlipDraft(next.get(), slip.matter(), slip.from(),
                    slip.to(), id, null,
                    content(tenant, rule, title, requirement, gap, slip.content().leadLeader(), null))));
        }
        return found;
    }

    private boolean isOn(TenantId tenant, SlipRule rule, @Nullable MatterId matter) {
        return matter != null && actor(tenant, rule).flatMap(who -> ledger.matter(who, matter))
                .filter(found -> found.register().equals(rule.register())).isPresent();
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
