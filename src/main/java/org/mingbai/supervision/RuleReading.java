package org.mingbai.supervision;

import static org.mingbai.ledger.Happening.CLOSED;
import static org.mingbai.ledger.Happening.RAISED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Span;
import org.mingbai.ledger.Happening;
import org.mingbai.shell.Visible;
import org.mingbai.supervision.RuleRefusal.Missing;
import org.mingbai.supervision.RuleRefusal.TooLong;

/// Holds a written limit against what makes one, and against those that are kept already.
final class RuleReading {

    static final int TITLE_MAX = 120;
    static final int ARTICLE_MAX = 120;
    static final int PAUSE_BASIS_MAX = 200;
    static final int WORD_MAX = 40;

    /// What can still happen to a matter that is closed.
    private static final Set<Happening> AFTER_CLOSING = EnumSet.of(Happening.TOLD, Happening.CONTACTED, Happening.LOOK_BACK_SET, Happening.LOOKED_BACK,
            Happening.RELAPSED, Happening.REOPENED, Happening.REVIEW_ASKED, Happening.REVIEW_ANSWERED, Happening.REEXAMINATION_ASKED,
            Happening.REEXAMINATION_ANSWERED);

    private final List<KeptRule> kept;
    private final Set<String> registers;
    private final @Nullable LocalDate earliest;
    private final List<RuleRefusal> flaws = new ArrayList<>();

    /// @param earliest the first day from which a limit may be put in force; nothing where no clock can have started yet
    RuleReading(List<KeptRule> kept, Set<String> registers, @Nullable LocalDate earliest) {
        this.kept = kept;
        this.registers = registers;
        this.earliest = earliest;
    }

    List<RuleRefusal> flaws() {
        return flaws;
    }

    /// Of a shipped pack, whose codes need not be kept already.
    Optional<TimeRule> readFirst(RuleDraft draft) {
        return read(draft, true);
    }

    /// The version it makes; empty where it has a flaw.
    Optional<TimeRule> read(RuleDraft draft) {
        return read(draft, false);
    }

    private Optional<TimeRule> read(RuleDraft draft, boolean first) {
        var limit = limit("limit", draft.limit(), true);
        var extension = limit("extension", draft.extension(), false);
        whatAndForWhom(draft);
        nextOf(draft, first);
        startsAndEnds(draft);
        pauses(draft);
        limit.ifPresent(length -> timing(draft, length, extension));
        basis("basisTitle", draft.basisTitle(), TITLE_MAX);
        basis("basisArticle", draft.basisArticle(), ARTICLE_MAX);
        span(draft);
        var step = draft.step();
        var starts = draft.starts();
        var from = draft.from();
        if (!flaws.isEmpty() || step == null || starts == null || from == null || limit.isEmpty()) {
            return Optional.empty();
        }
        int version = 1 + versions(draft.code()).stream().mapToInt(it -> it.rule().version()).max().orElse(0);
        var rule = new TimeRule(draft.code().isEmpty() ? newCode(draft.scope(), step) : draft.code(), version, draft.scope(), step, limit.get(), starts,
                draft.ends(), draft.pauses(), extension.orElse(null), draft.closes(), draft.atRiskPercent(),
                new TimeRule.Basis(draft.basisTitle().strip(), draft.basisArticle().strip()), from, draft.to());
        besideOthers(rule);
        return flaws.isEmpty() ? Optional.of(rule) : Optional.empty();
    }

    private Optional<Limit> limit(String field, String typed, boolean needed) {
        var limit = Limit.parse(typed);
        if (typed.isBlank() && needed) {
            flaws.add(new Missing(field));
        } else if (!typed.isBlank() && limit.isEmpty()) {
            flaws.add(new RuleRefusal.NotALimit(field, cut(typed)));
        }
        return limit;
    }

    private void whatAndForWhom(RuleDraft draft) {
        if (draft.step() == null || !draft.step().ruled()) {
            flaws.add(new Missing("step"));
        }
        var register = draft.scope().register();
        if (register != null && !registers.contains(register)) {
            flaws.add(new RuleRefusal.UnknownRegister("register", cut(register)));
        }
        notLonger("channel", draft.scope().channel(), WORD_MAX);
        notLonger("kind", draft.scope().kind(), WORD_MAX);
        notLonger("urgency", draft.scope().urgency(), WORD_MAX);
    }

    private void nextOf(RuleDraft draft, boolean first) {
        if (!draft.code().isEmpty()) {
            var versions = versions(draft.code());
            if (versions.isEmpty() && !first) {
                flaws.add(new RuleRefusal.NoSuchRule(cut(draft.code())));
            } else if (!versions.isEmpty()
                    && (!versions.getFirst().rule().scope().equals(draft.scope()) || versions.getFirst().rule().step() != draft.step())) {
                flaws.add(new RuleRefusal.AnotherScope("step"));
            }
        }
    }

    private void startsAndEnds(RuleDraft draft) {
        var starts = draft.starts();
        if (starts == null) {
            flaws.add(new Missing("starts"));
            return;
        }
        var step = draft.step();
        if (step != null && !step.starts().isEmpty() && !step.starts().contains(starts)) {
            flaws.add(new RuleRefusal.StartsOtherwise("starts", step));
        }
        if (step != null && !draft.ends().isEmpty() && !step.ends().isEmpty() && draft.ends().stream().noneMatch(step.ends()::contains)) {
            flaws.add(new RuleRefusal.EndsOtherwise("ends", step));
        }
        if (draft.ends().isEmpty()) {
            flaws.add(new RuleRefusal.NoEnd("ends"));
        }
        if (draft.ends().contains(starts)) {
            flaws.add(new RuleRefusal.EndIsTheStart("ends", starts));
        }
        draft.ends().stream().filter(end -> end != starts && (end == RAISED || starts == CLOSED && !AFTER_CLOSING.contains(end)))
                .sorted().findFirst()
                .ifPresent(end -> flaws.add(new RuleRefusal.NeverFollows("ends", starts, end)));
    }

    private void pauses(RuleDraft draft) {
        if (!draft.pauses().isEmpty() && draft.pauseBasis().isBlank()) {
            flaws.add(new RuleRefusal.PauseWithoutBasis("pauseBasis"));
        }
        if (draft.pauses().isEmpty() && !draft.pauseBasis().isBlank()) {
            flaws.add(new RuleRefusal.PauseBasisForNothing("pauseBasis"));
        }
        notLonger("pauseBasis", draft.pauseBasis(), PAUSE_BASIS_MAX);
    }

    private void timing(RuleDraft draft, Limit limit, Optional<Limit> extension) {
        if (extension.filter(more -> !kind(more.unit()).equals(kind(limit.unit()))).isPresent()) {
            flaws.add(new RuleRefusal.ExtensionInAnotherUnit("extension", limit.toString(), extension.get().toString()));
        }
        if (draft.closes() != null && limit.unit().byTheClock()) {
            flaws.add(new RuleRefusal.OfficeHoursByTheClock("closes"));
        }
        if (draft.atRiskPercent() < 0 || draft.atRiskPercent() > 100) {
            flaws.add(new RuleRefusal.PercentOutOfRange("atRiskPercent"));
        }
    }

    private static String kind(LimitUnit unit) {
        return switch (unit) {
            case MINUTES, HOURS -> "clock";
            case WORKING_DAYS -> "working";
            case DAYS, MONTHS, YEARS -> "calendar";
        };
    }

    private void basis(String field, String text, int most) {
        if (!Visible.says(text)) {
            flaws.add(new RuleRefusal.NoBasis(field));
        }
        notLonger(field, text, most);
    }

    private void span(RuleDraft draft) {
        var from = draft.from();
        if (from == null) {
            flaws.add(new Missing("from"));
            return;
        }
        if (earliest != null && from.isBefore(earliest)) {
            flaws.add(new RuleRefusal.StartsInThePast("from", earliest));
        }
        if (draft.to() != null && draft.to().isBefore(from)) {
            flaws.add(new RuleRefusal.EndsBeforeItStarts("to"));
        }
    }

    /// The version that goes on without an end gives way to the next one; every other one stands where it is.
    private void besideOthers(TimeRule rule) {
        var span = new Span(rule.from(), rule.to());
        kept.stream().filter(other -> !other.withdrawn()).map(KeptRule::rule).filter(other -> spanOf(other).overlaps(span)).forEach(other -> {
            if (other.code().equals(rule.code())) {
                if (!givesWay(other, rule)) {
                    flaws.add(new RuleRefusal.Overlapping("from", other.version(), other.from(), other.to()));
                }
            } else if (other.step() == rule.step() && other.scope().equals(rule.scope())) {
                flaws.add(new RuleRefusal.RuledAlready("step", other.code()));
            }
        });
    }

    static boolean givesWay(TimeRule before, TimeRule next) {
        return before.code().equals(next.code()) && before.to() == null && before.from().isBefore(next.from());
    }

    private static Span spanOf(TimeRule rule) {
        return new Span(rule.from(), rule.to());
    }

    private List<KeptRule> versions(String code) {
        return kept.stream().filter(it -> it.rule().code().equals(code))
                .sorted(Comparator.comparingInt((KeptRule it) -> it.rule().version()).reversed()).toList();
    }

    /// Nobody has to think of a code: it is made of what the limit is for.
    private String newCode(TimeRule.Scope scope, Step step) {
        var register = scope.register() == null ? "all" : scope.register();
        var stem = "own." + register.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "-") + "."
                + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var code = stem;
        for (int number = 2; !versions(code).isEmpty(); number++) {
            code = stem + "-" + number;
        }
        return code;
    }

    private void notLonger(String field, @Nullable String text, int most) {
        if (text != null && text.strip().codePointCount(0, text.strip().length()) > most) {
            flaws.add(new TooLong(field, most));
        }
    }

    private static String cut(String typed) {
        return typed.length() > WORD_MAX ? typed.substring(0, WORD_MAX) + "…" : typed;
    }
}
