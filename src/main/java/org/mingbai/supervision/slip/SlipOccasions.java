package org.mingbai.supervision.slip;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.shell.Words;
import org.mingbai.supervision.Beginning;
import org.mingbai.supervision.Calendars;
import org.mingbai.supervision.ClockRow;
import org.mingbai.supervision.Limit;
import org.mingbai.supervision.LimitUnit;
import org.mingbai.supervision.clock.ClockTable;
import org.springframework.stereotype.Component;

/// What rules would send today, and the papers they would draft about it. Apart from the verbs, so that a dry run and a draft see the very same
/// occasions; it writes nothing.
@Component
class SlipOccasions {

    /// Slips are papers of the house, and are written in its language.
    private static final Words PAPER = Words.in(Locale.CHINESE);

    private final SlipTable table;
    private final Slips slips;
    private final ClockTable clocks;
    private final Calendars calendars;
    private final Ledger ledger;
    private final Clock clock;

    SlipOccasions(SlipTable table, Slips slips, ClockTable clocks, Calendars calendars, Ledger ledger, Clock clock) {
        this.table = table;
        this.slips = slips;
        this.clocks = clocks;
        this.calendars = calendars;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Shows what the rule finds, one after the other, until enough can be drafted or the reader has seen enough. What cannot be drafted takes
    /// no place from what can, and a unit that cannot be written to is told once. Where the unit has a slip about it by now there is no occasion any
    /// more; nor is what complains of the office that would write, for that there is one would tell of it.
    /// @param as in whose name it is drafted; nothing where nobody coordinates the office that sends
    void look(TenantId tenant, SlipRule rule, Optional<SignedIn> as, Predicate<SlipRules.Proposal> goesOn) {
        var look = new Looking(as.orElse(null), rule, goesOn);
        switch (rule.occasion()) {
            case CLOCK_AT_RISK, CLOCK_LATE -> lookAtClocks(tenant, rule, look);
            case SLIP_UNANSWERED -> aboutSlips(tenant, rule).takeWhile(look::at).forEach(_ -> {});
        }
    }

    /// Whether what it was drafted for still is so.
    boolean stands(TenantId tenant, SlipRule rule, Slip slip) {
        return slip.matter() != null && slip.cause() != null && clocks.stands(tenant, rule.code(), slip.matter(), slip.cause());
    }

    private record Found(String cause, SlipDraft draft) {}

    /// How far one look is.
    private final class Looking {

        private final @Nullable SignedIn as;
        private final SlipRule rule;
        private final Predicate<SlipRules.Proposal> goesOn;
        private final Set<OrganisationId> closed = new HashSet<>();
        private int ready;

        private Looking(@Nullable SignedIn as, SlipRule rule, Predicate<SlipRules.Proposal> goesOn) {
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
            return goesOn.test(new SlipRules.Proposal(rule, found.cause(), found.draft(), why)) && ready < SlipRules.AT_ONCE_MAX && as != null;
        }

        private static boolean isOfTheUnit(SlipRefusal why) {
            return why instanceof SlipRefusal.NoSuchUnit || why instanceof SlipRefusal.UnitAbolished || why instanceof SlipRefusal.NobodyAnswersThere;
        }
    }

    private void lookAtClocks(TenantId tenant, SlipRule rule, Looking look) {
        var late = rule.occasion() == SlipRule.Occasion.CLOCK_LATE;
        var now = OffsetDateTime.now(clock);
        var occasions = new ClockTable.Occasions(rule.code(), rule.register(), rule.step(), late, now.minusDays(rule.days()).toInstant(), now.toInstant(),
                rule.unit(), SlipRules.AT_ONCE_MAX);
        ClockRow last = null;
        while (true) {
            var page = clocks.occasions(tenant, occasions, look.closed, last);
            for (var row : page) {
                last = row;
                var matter = look.closed.contains(row.unit()) ? Optional.<Matter>empty()
                        : ledger.kept(tenant, row.matter()).filter(it -> !ledger.isKeptFrom(tenant, it, rule.unit()));
                if (matter.isPresent() && !look.at(new Found(ClockTable.cause(rule.code(), row), aboutClock(tenant, rule, row, matter.get(), late)))) {
                    return;
                }
            }
            if (page.size() < SlipRules.AT_ONCE_MAX) {
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

    /// The next rung after a slip that nobody answered; nothing after the last, nor where its unit cannot answer it because it must not know of it.
    private Stream<Found> aboutSlips(TenantId tenant, SlipRule rule) {
        var ladder = slips.ladder(tenant);
        return table.unfollowed(tenant, rule.unit(), causeBegins(rule), LocalDate.now(clock).minusDays(rule.days() + 1L))
                .filter(slip -> isMeant(tenant, rule, slip))
                .flatMap(slip -> ladder.after(slip.kind()).stream().map(next -> new Found(cause(rule, slip), afterSlip(tenant, rule, slip, next))));
    }

    /// One for each day that passed without an answer: a follow-up that a hand took back is not written again.
    private static String cause(SlipRule rule, Slip slip) {
        return causeBegins(rule) + slip.id() + "/" + slip.answerBy();
    }

    private static String causeBegins(SlipRule rule) {
        return "slip/" + rule.code() + "/";
    }

    /// What is kept from the office is nothing to tell it of, and what is kept from the unit is nothing the unit could have answered.
    private boolean isMeant(TenantId tenant, SlipRule rule, Slip slip) {
        return slip.matter() == null ? rule.register() == null : ledger.kept(tenant, slip.matter())
                .filter(matter -> rule.register() == null || matter.register().equals(rule.register()))
                .filter(matter -> !ledger.isKeptFrom(tenant, matter, rule.unit()) && !ledger.isKeptFrom(tenant, matter, slip.to())).isPresent();
    }

    private SlipDraft afterSlip(TenantId tenant, SlipRule rule, Slip slip, SlipKind next) {
        var title = cut(PAPER.of("supervision.slip.rule.title.unanswered", slip.content().title()));
        var requirement = PAPER.of("supervision.slip.rule.requirement.unanswered", PAPER.of("ledger.slip." + slip.kind()), slip.name(),
                slip.answerBy().toString());
        var gap = PAPER.of("supervision.slip.rule.gap.unanswered", slip.name(), slip.answerBy().toString());
        return new SlipDraft(next, slip.matter(), slip.from(), slip.to(), slip.id(), null,
                content(tenant, rule, title, requirement, gap, slip.content().leadLeader(), null));
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
}
