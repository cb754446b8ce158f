package org.mingbai.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Begins campaigns, changes them, says which milestones were reached, and ends them. Every body's people read all of its campaigns; what the matters in
/// them come to is for each to see within what they may open.
@Component
public class Campaigns {

    public static final int LISTED_MAX = 200;
    private static final int ACTS_MAX = 500;

    private final CampaignTable table;
    private final Registers registers;
    private final Directory directory;
    private final CampaignFigures figures;
    private final AuditTrail audit;
    private final Clock clock;

    Campaigns(CampaignTable table, Registers registers, Directory directory, CampaignFigures figures, AuditTrail audit, Clock clock) {
        this.table = table;
        this.registers = registers;
        this.directory = directory;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
    }

    /// A milestone as it is asked for.
    /// @param no of one that is there already; 0 for a new one
    public record Asked(int no, String words, LocalDate due, OrganisationId owner) {}

    /// The offices in whose name this person keeps campaigns.
    public static Set<OrganisationId> offices(SignedIn who) {
        return Access.unitsWhere(who, Right.KEEP_CAMPAIGNS);
    }

    public static boolean keeps(SignedIn who, Campaign campaign) {
        return offices(who).contains(campaign.office());
    }

    /// Those that began last first.
    public List<Campaign> of(SignedIn who) {
        return Access.may(who, Right.SEE_MATTERS) ? table.all(who.tenant(), LISTED_MAX) : List.of();
    }

    public Optional<Campaign> campaign(SignedIn who, long id) {
        return Access.may(who, Right.SEE_MATTERS) ? table.one(who.tenant(), id) : Optional.empty();
    }

    /// What was done to it, the last first.
    public List<CampaignAct> acts(SignedIn who, Campaign campaign) {
        return Access.may(who, Right.SEE_MATTERS) ? table.acts(who.tenant(), campaign.id(), ACTS_MAX) : List.of();
    }

    /// The days milestones were first to be reached by, by their number: a day that was moved stays shown.
    public Map<Integer, LocalDate> firstDue(SignedIn who, Campaign campaign) {
        var first = new HashMap<Integer, LocalDate>();
        acts(who, campaign).reversed().forEach(act -> act.after().milestones().forEach(one -> first.putIfAbsent(one.no(), one.due())));
        return first;
    }

    /// @param key the form's name for what it asks, so that sending it twice begins one
    @Transactional
    public CampaignAnswer begin(SignedIn who, OrganisationId office, Campaign.Plan plan, List<Asked> milestones, UUID key) {
        if (!offices(who).contains(office)) {
            return refused(new CampaignRefusal.NotYours());
        }
        var fault = fault(who, plan, milestones);
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        var begun = new Campaign(0, 1, office, plan, numbered(List.of(), milestones), null);
        return sent(who, key, CampaignAct.Kind.BEGUN, begun).orElseGet(() -> put(who, new Campaign(table.next(), 1, office, plan, begun.milestones(), null),
                CampaignAct.Kind.BEGUN, "", key));
    }

    /// The next version. What was reached stays as it is.
    /// @param milestones those not reached yet, as they are to be
    @Transactional
    public CampaignAnswer change(SignedIn who, Campaign seen, Campaign.Plan plan, List<Asked> milestones, String why, UUID key) {
        return changed(who, seen, CampaignAct.Kind.CHANGED, why, key, now -> {
            var fault = first(text("why", why, Campaign.TEXT_MAX), () -> fault(who, plan, milestones));
            if (fault.isPresent()) {
                return new Next.Fault(fault.get());
            }
            var all = numbered(now.milestones(), milestones);
            return all.size() > Campaign.MILESTONES_MAX ? new Next.Fault(new CampaignRefusal.TooMany("milestones", Campaign.MILESTONES_MAX))
                    : new Next.Of(new Campaign(now.id(), now.version() + 1, now.office(), plan, all, null));
        });
    }

    /// Says that a milestone was reached. Whoever keeps the campaign says so, not the unit that answers for it: nobody ticks off their own work.
    @Transactional
    public CampaignAnswer reach(SignedIn who, Campaign seen, int no, LocalDate on, String note, UUID key) {
        return changed(who, seen, CampaignAct.Kind.REACHED, note, key, now -> {
            var milestone = now.milestones().stream().filter(one -> one.no() == no).findFirst();
            if (milestone.isEmpty()) {
                return new Next.Fault(new CampaignRefusal.NoSuchMilestone());
            }
            if (milestone.get().reached() != null) {
                return new Next.Fault(new CampaignRefusal.AlreadyReached());
            }
            if (on.isAfter(today()) || on.isBefore(now.plan().from())) {
                return new Next.Fault(new CampaignRefusal.NotThatDay("on" + no, now.plan().from(), today()));
            }
            var how = new Milestone.Reached(on, who.person(), note);
            var all = now.milestones().stream().map(one -> one.no() == no ? one.reached(how) : one).toList();
            return text("note" + no, note, Campaign.TEXT_MAX).get().<Next>map(Next.Fault::new)
                    .orElseGet(() -> new Next.Of(new Campaign(now.id(), now.version() + 1, now.office(), now.plan(), all, null)));
        });
    }

    @Transactional
    public CampaignAnswer end(SignedIn who, Campaign seen, String words, UUID key) {
        return changed(who, seen, CampaignAct.Kind.ENDED, words, key, now -> text("words", words, Campaign.TEXT_MAX).get().<Next>map(Next.Fault::new)
                .orElseGet(() -> new Next.Of(new Campaign(now.id(), now.version() + 1, now.office(), now.plan(), now.milestones(),
                        new Campaign.Ending(today(), who.person(), words)))));
    }

    private sealed interface Next {

        record Of(Campaign campaign) implements Next {}

        record Fault(CampaignRefusal why) implements Next {}
    }

    private interface Deciding {
        Next from(Campaign now);
    }

    private CampaignAnswer changed(SignedIn who, Campaign seen, CampaignAct.Kind kind, String remark, UUID key, Deciding deciding) {
        if (!keeps(who, seen)) {
            return refused(new CampaignRefusal.NotYours());
        }
        if (seen.ending() != null) {
            return refused(new CampaignRefusal.Ended());
        }
        return switch (deciding.from(seen)) {
            case Next.Fault(var why) -> refused(why);
            case Next.Of(var next) -> sent(who, key, kind, next).orElseGet(() -> put(who, next, kind, remark, key));
        };
    }

    /// What the same form was answered before.
    private Optional<CampaignAnswer> sent(SignedIn who, UUID key, CampaignAct.Kind kind, Campaign wanted) {
        return table.sent(who.tenant(), key).map(before -> before.kind() == kind && before.by().equals(who.person())
                && before.after().plan().equals(wanted.plan()) && before.after().milestones().equals(wanted.milestones())
                ? new CampaignAnswer.Done(before.after()) : refused(new CampaignRefusal.SentBefore()));
    }

    private CampaignAnswer put(SignedIn who, Campaign next, CampaignAct.Kind kind, String remark, UUID key) {
        if (!table.append(who.tenant(), next, kind, remark, who.person(), key)) {
            return refused(new CampaignRefusal.Overtaken());
        }
        audit.campaignChanged(Keeper.of(who), told(kind), next.id(), next.plan().name(), Map.of("version", Integer.toString(next.version())));
        return new CampaignAnswer.Done(next);
    }

    private static AuditAct told(CampaignAct.Kind kind) {
        return switch (kind) {
            case BEGUN -> AuditAct.CAMPAIGN_BEGUN;
            case CHANGED -> AuditAct.CAMPAIGN_CHANGED;
            case REACHED -> AuditAct.CAMPAIGN_REACHED;
            case ENDED -> AuditAct.CAMPAIGN_ENDED;
        };
    }

    /// What was reached stays; of the others what is not asked for any more goes. A number is never given twice.
    private static List<Milestone> numbered(List<Milestone> before, List<Asked> asked) {
        var all = new ArrayList<>(before.stream().filter(one -> one.reached() != null).toList());
        int last = before.stream().mapToInt(Milestone::no).max().orElse(0);
        for (var one : asked) {
            boolean kept = before.stream().anyMatch(it -> it.no() == one.no() && it.reached() == null);
            if (kept) {
                all.add(new Milestone(one.no(), one.words(), one.due(), one.owner(), null));
            } else {
                all.add(new Milestone(++last, one.words(), one.due(), one.owner(), null));
            }
        }
        return all.stream().sorted(Comparator.comparing(Milestone::due).thenComparing(Milestone::no)).toList();
    }

    private Optional<CampaignRefusal> fault(SignedIn who, Campaign.Plan plan, List<Asked> milestones) {
        return first(text("name", plan.name(), Campaign.NAME_MAX), text("basis", plan.basis(), Campaign.TEXT_MAX), text("goal", plan.goal(), Campaign.TEXT_MAX),
                () -> plan.to().isBefore(plan.from()) ? Optional.of(new CampaignRefusal.Reversed()) : Optional.empty(),
                () -> plan.to().isAfter(plan.from().plusYears(Campaign.YEARS_MAX)) ? Optional.of(new CampaignRefusal.TooLasting(Campaign.YEARS_MAX))
                        : Optional.empty(),
                () -> plan.registers().isEmpty() ? Optional.of(new CampaignRefusal.Missing("registers")) : Optional.empty(),
                () -> plan.registers().stream().filter(code -> registers.register(who.tenant(), code).isEmpty()).findFirst()
                        .map(CampaignRefusal.NoSuchRegister::new),
                () -> plan.kinds().size() > Campaign.KINDS_MAX ? Optional.of(new CampaignRefusal.TooMany("kinds", Campaign.KINDS_MAX)) : Optional.empty(),
                () -> plan.kinds().stream().flatMap(kind -> text("kinds", kind, Campaign.NAME_MAX).get().stream()).findFirst(),
                unit(who, "lead", plan.lead()),
                () -> plan.target() != null && !figures.fits(plan.target()) ? Optional.of(new CampaignRefusal.NoSuchFigure()) : Optional.empty(),
                () -> milestones.size() > Campaign.MILESTONES_MAX ? Optional.of(new CampaignRefusal.TooMany("milestones", Campaign.MILESTONES_MAX))
                        : Optional.empty(),
                () -> Stream.iterate(0, i -> i < milestones.size(), i -> i + 1)
                        .flatMap(i -> fault(who, plan, i + 1, milestones.get(i)).stream()).findFirst());
    }

    private Optional<CampaignRefusal> fault(SignedIn who, Campaign.Plan plan, int row, Asked one) {
        return first(text("words" + row, one.words(), Campaign.NAME_MAX), unit(who, "owner" + row, one.owner()),
                () -> one.due().isBefore(plan.from()) || one.due().isAfter(plan.to())
                        ? Optional.of(new CampaignRefusal.MilestoneOutside("due" + row, plan.from(), plan.to())) : Optional.empty());
    }

    private Supplier<Optional<CampaignRefusal>> unit(SignedIn who, String field, OrganisationId unit) {
        return () -> directory.treeOf(who.tenant()).unit(unit).isPresent() ? Optional.empty() : Optional.of(new CampaignRefusal.NoSuchUnit(field));
    }

    private static Supplier<Optional<CampaignRefusal>> text(String field, String text, int max) {
        return () -> {
            if (!Visible.says(text)) {
                return Optional.of(new CampaignRefusal.Missing(field));
            }
            if (Visible.hides(text)) {
                return Optional.of(new CampaignRefusal.Hidden(field));
            }
            return text.codePointCount(0, text.length()) > max ? Optional.of(new CampaignRefusal.TooLong(field, max)) : Optional.empty();
        };
    }

    @SafeVarargs
    private static Optional<CampaignRefusal> first(Supplier<Optional<CampaignRefusal>>... checks) {
        return Stream.of(checks).flatMap(check -> check.get().stream()).findFirst();
    }

    private static CampaignAnswer refused(CampaignRefusal why) {
        return new CampaignAnswer.Refused(why);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
