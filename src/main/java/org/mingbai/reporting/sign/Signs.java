package org.mingbai.reporting.sign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Sight;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.reporting.cases.Gathering;
import org.mingbai.verdict.Rates;
import org.springframework.stereotype.Component;

/// Looks for what chance alone would seldom do, unit by unit, over the cases that whoever asks may open and no others.
@Component
public class Signs {

    /// Of fewer cases of a unit nothing is said, nor where fewer are marked.
    public static final int CASES_LEAST = 8;
    public static final int MARKED_LEAST = 3;
    /// Fewer cases of the other units are nothing to compare with.
    public static final int OTHERS_LEAST = 20;
    /// Shown is what chance would do less often than once in so many.
    public static final int ONE_IN = 1000;
    /// Looked at are so many claims, the newest, and as many requests and answers.
    public static final int LIMIT = 20_000;

    private static final int COMPARED_WITH_DAYS = 365;

    /// @param cases of all units together
    /// @param units with cases enough to be compared
    /// @param signs unit by unit, in no order of merit
    public record Of(SignKind kind, int cases, int marked, int units, List<Sign> signs) {}

    /// @param complete whether all journals and pictures were read
    /// @param cut whether there was more than is looked at
    public record Seen(List<Of> kinds, boolean complete, boolean cut) {

        /// How often a unit was held against chance.
        public int compared() {
            return kinds.stream().mapToInt(Of::units).sum();
        }
    }

    private record Found(List<SignCase> cases, boolean complete, boolean cut) {}

    private final Gathering gathering;
    private final TraceTable traces;
    private final PictureReading pictures;
    private final Matters matters;
    private final Registers registers;
    private final Directory directory;

    Signs(Gathering gathering, TraceTable traces, PictureReading pictures, Matters matters, Registers registers, Directory directory) {
        this.gathering = gathering;
        this.traces = traces;
        this.pictures = pictures;
        this.matters = matters;
        this.registers = registers;
        this.directory = directory;
    }

    public Seen look(SignedIn who, LocalDate from, LocalDate to) {
        var found = found(who, from, to);
        var byKind = found.cases.stream().collect(Collectors.groupingBy(SignCase::kind, () -> new EnumMap<>(SignKind.class), Collectors.toList()));
        return new Seen(Stream.of(SignKind.values()).map(kind -> of(kind, byKind.getOrDefault(kind, List.of()))).toList(), found.complete, found.cut);
    }

    /// The marked cases of a unit, the newest first.
    public List<SignCase> cases(SignedIn who, SignKind kind, OrganisationId unit, LocalDate from, LocalDate to) {
        return found(who, from, to).cases.stream().filter(one -> one.kind() == kind && one.unit() == unit.value() && one.marked())
                .sorted(Comparator.comparing(SignCase::on).thenComparing(one -> one.matter().value()).reversed()).toList();
    }

    private Found found(SignedIn who, LocalDate from, LocalDate to) {
        boolean complete = gathering.catchUp(who.tenant()) & pictures.catchUp();
        var reach = reach(who);
        var claims = traces.claims(reach, from.minusDays(COMPARED_WITH_DAYS), to, LIMIT + 1);
        var moreTime = traces.moreTime(reach, from, to, LIMIT + 1);
        var answers = traces.answers(reach, from, to, LIMIT + 1);
        boolean cut = claims.size() > LIMIT || moreTime.size() > LIMIT || answers.size() > LIMIT;
        var seen = pictures.these(who.tenant(), claims.stream().flatMap(claim -> claim.pictures().stream()).distinct().toList());
        var cases = new ArrayList<SignCase>(Comparing.of(claims, seen));
        claims.forEach(claim -> {
            Timing.crowded(claim).ifPresent(cases::add);
            Timing.jump(claim).ifPresent(cases::add);
        });
        moreTime.forEach(asked -> Timing.lastDay(asked).ifPresent(cases::add));
        cases.addAll(answers);
        return new Found(cases.stream().filter(one -> !one.on().isBefore(from)).toList(), complete, cut);
    }

    /// How many of how many.
    /// @param byDates how often the dates alone would mark one, on average
    private record Share(int marked, int cases, double byDates) {

        static Share of(List<SignCase> cases) {
            return new Share((int) cases.stream().filter(SignCase::marked).count(), cases.size(),
                    cases.stream().mapToDouble(SignCase::rate).average().orElse(0));
        }

        Share with(Share other) {
            return new Share(marked + other.marked, cases + other.cases, 0);
        }

        /// As often as with the others, or as the dates alone would have it, whichever is more. The mean of what the dates say stands for each of them:
        /// that makes many marks likelier, never less likely (Hoeffding, 1956).
        Optional<Chance> chance(Share others) {
            if (cases < CASES_LEAST || others.cases < OTHERS_LEAST && byDates == 0) {
                return Optional.empty();
            }
            double asOthers = others.cases < OTHERS_LEAST ? 0 : (others.marked + 1.0) / (others.cases + 2.0);
            return Optional.of(Chance.of(marked, cases, Math.max(byDates, asOthers)));
        }
    }

    /// One unit that stands out would hide another: what is normal is told by those that do not.
    private static Of of(SignKind kind, List<SignCase> cases) {
        var shares = new TreeMap<Long, Share>();
        cases.stream().collect(Collectors.groupingBy(SignCase::unit)).forEach((unit, own) -> shares.put(unit, Share.of(own)));
        var signs = new TreeMap<Long, Sign>();
        int units;
        int before;
        do {
            before = signs.size();
            units = 0;
            var out = Set.copyOf(signs.keySet());
            for (var unit : shares.entrySet()) {
                var others = shares.entrySet().stream().filter(one -> !one.getKey().equals(unit.getKey()) && !out.contains(one.getKey()))
                        .map(Map.Entry::getValue).reduce(new Share(0, 0, 0), Share::with);
                var chance = unit.getValue().chance(others);
                units += chance.isPresent() ? 1 : 0;
                chance.filter(it -> unit.getValue().marked >= MARKED_LEAST && it.tail() * ONE_IN <= 1)
                        .ifPresent(it -> signs.put(unit.getKey(), sign(kind, unit.getKey(), unit.getValue(), others, it)));
            }
        } while (signs.size() > before);
        var all = Share.of(cases);
        return new Of(kind, all.cases, all.marked, units, List.copyOf(signs.values()));
    }

    private static Sign sign(SignKind kind, long unit, Share own, Share others, Chance chance) {
        return new Sign(kind, new OrganisationId(unit), own.cases, own.marked, others.cases, others.marked, chance,
                kind == SignKind.APART ? Optional.of(Rates.share(own.marked, own.cases)) : Optional.empty());
    }

    /// What they may open now (I4, I9).
    private Reach reach(SignedIn who) {
        var kept = matters.keptFrom(who).stream().map(MatterId::value).toList();
        return switch (directory.sightOf(who)) {
            case Sight.Everything _ -> new Reach(who.tenant(), true, List.of(), List.of(), kept);
            case Sight.Nothing _ -> new Reach(who.tenant(), false, List.of(), List.of(), kept);
            case Sight.Within(var units) -> new Reach(who.tenant(), false, units.stream().map(OrganisationId::value).toList(),
                    registers.of(who.tenant()).stream().filter(register -> units.contains(register.office())).map(Register::code).toList(), kept);
        };
    }
}
