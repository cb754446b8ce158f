package org.mingbai.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The figures a body lays before everybody: of the whole body, month by month, each month after it is over. What is counted is what a paper for others
/// counts, so nothing that is kept from somebody. Nothing is told by unit, place or kind, and no unit stands in an order.
@Component
public class PublicFigures {

    /// Of fewer cases no share and no time is told, unless there are none: one could tell whose they are.
    public static final int CASES_LEAST = 5;
    /// How many months back one may read.
    public static final int MONTHS_MAX = 24;

    private final Figures figures;
    private final JdbcClient db;
    private final AuditTrail audit;
    private final Clock clock;

    PublicFigures(Figures figures, JdbcClient db, AuditTrail audit, Clock clock) {
        this.figures = figures;
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /// A figure that was laid before everybody, or taken off.
    /// @param version of its definition at that time
    public record Change(String figure, int version, boolean shown, PersonId by, OffsetDateTime at) {}

    /// What stands there now.
    /// @param seen the number of the last change: whoever chooses says which one they saw
    public record Chosen(Set<String> codes, int seen) {}

    public sealed interface Answer {

        /// @param changes how many figures were laid before everybody or taken off by it
        record Done(int changes) implements Answer {}

        /// Somebody chose otherwise meanwhile.
        record Overtaken() implements Answer {}

        record NotTheirs() implements Answer {}

        record Unknown(String code) implements Answer {}
    }

    /// A figure of one month as everybody may read it.
    public record Told(YearMonth month, FigureAnswer answer, State state) {

        public enum State {
            TOLD,
            /// There is nothing to count it from.
            NONE,
            /// There is too little.
            FEW
        }

        static Told of(YearMonth month, FigureAnswer answer) {
            var tally = answer.question().figure().tally();
            boolean few = !(tally instanceof Tally.Count || tally instanceof Tally.Sum) && answer.cases() > 0 && answer.cases() < CASES_LEAST;
            return new Told(month, answer, few ? State.FEW : answer.value().isEmpty() ? State.NONE : State.TOLD);
        }

        public boolean told() {
            return state == State.TOLD;
        }
    }

    /// @param months in the order of time
    public record Row(Figure figure, List<Told> months) {}

    /// In the order of the catalogue.
    public List<Figure> of(TenantId tenant) {
        var codes = chosen(tenant).codes();
        return Catalogue.figures().filter(figure -> codes.contains(figure.code())).toList();
    }

    public Chosen chosen(TenantId tenant) {
        var codes = Set.copyOf(db.sql("""
                select figure from (
                    select distinct on (figure) figure, shown from reporting.public_figure where tenant = :tenant order by figure, no desc) latest
                where shown
                """).param("tenant", tenant.value()).query(String.class).list());
        return new Chosen(codes, db.sql("select coalesce(max(no), 0) from reporting.public_figure where tenant = :tenant")
                .param("tenant", tenant.value()).query(Integer.class).single());
    }

    /// Lays these before everybody, and no others.
    /// @param seen what whoever chooses had before them
    @Transactional
    public Answer choose(SignedIn who, Set<String> codes, int seen) {
        if (!Access.may(who, Right.PUBLISH_OUTCOMES)) {
            return new Answer.NotTheirs();
        }
        var unknown = codes.stream().filter(code -> Catalogue.figure(code).isEmpty()).sorted().findFirst();
        if (unknown.isPresent()) {
            return new Answer.Unknown(unknown.get());
        }
        var now = chosen(who.tenant());
        if (now.seen() != seen) {
            return new Answer.Overtaken();
        }
        var changed = Catalogue.figures().filter(figure -> codes.contains(figure.code()) != now.codes().contains(figure.code())).toList();
        try {
            db.sql("""
                    insert into reporting.public_figure (tenant, no, figure, version, shown, by, at)
                    select :tenant, :seen + changed.place, changed.figure, changed.version, changed.shown, :by, :at
                    from unnest(:figures::text[], :versions::int[], :shown::boolean[]) with ordinality as changed(figure, version, shown, place)
                    """)
                    .param("tenant", who.tenant().value()).param("seen", seen).param("by", who.person().value()).param("at", OffsetDateTime.now(clock))
                    .param("figures", changed.stream().map(Figure::code).toArray(String[]::new))
                    .param("versions", changed.stream().map(Figure::version).toArray(Integer[]::new))
                    .param("shown", changed.stream().map(figure -> codes.contains(figure.code())).toArray(Boolean[]::new))
                    .update();
        } catch (DuplicateKeyException _) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Answer.Overtaken();
        }
        if (!changed.isEmpty()) {
            audit.figuresShown(Keeper.of(who), told(now.codes()), told(codes));
        }
        return new Answer.Done(changed.size());
    }

    private static Map<String, String> told(Set<String> codes) {
        return codes.isEmpty() ? Map.of() : Map.of("figures", String.join(", ", new TreeSet<>(codes)));
    }

    /// The latest first.
    public List<Change> changes(TenantId tenant, int limit) {
        return db.sql("select figure, version, shown, by, at from reporting.public_figure where tenant = :tenant order by no desc limit :limit")
                .param("tenant", tenant.value()).param("limit", limit)
                .query((row, _) -> new Change(row.getString(1), row.getInt(2), row.getBoolean(3), new PersonId(row.getLong(4)),
                        row.getObject(5, OffsetDateTime.class))).list();
    }

    /// The months one may read, in the order of time: those that are over and of which something is known. Of the one that is going on nothing is told,
    /// else one could tell from day to day what was added.
    public List<YearMonth> months(TenantId tenant) {
        var last = YearMonth.now(clock).minusMonths(1);
        return figures.began(tenant).map(YearMonth::from).filter(first -> !first.isAfter(last)).map(first -> {
            long count = Math.min(MONTHS_MAX, ChronoUnit.MONTHS.between(first, last) + 1);
            return IntStream.range(0, (int) count).mapToObj(i -> last.minusMonths(count - 1 - i)).toList();
        }).orElse(List.of());
    }

    /// The day with which the first of these months begins in the ledger, where that is not the first of the month.
    public Optional<LocalDate> beganWithin(TenantId tenant, List<YearMonth> months) {
        return figures.began(tenant).filter(day -> day.getDayOfMonth() > 1 && months.contains(YearMonth.from(day)));
    }

    /// What was written by the end of the last month that is over counts, whichever month is asked.
    public LocalDate cutOff() {
        return YearMonth.now(clock).minusMonths(1).atEndOfMonth();
    }

    /// These figures in these months.
    /// @param months in the order of time and without a gap
    public List<Row> told(TenantId tenant, List<Figure> asked, List<YearMonth> months) {
        if (months.isEmpty() || asked.isEmpty()) {
            return asked.stream().map(figure -> new Row(figure, List.of())).toList();
        }
        var periods = new Periods(months.stream().map(month -> month.atDay(1)).toList(), months.getLast().atEndOfMonth());
        var answers = figures.forEverybody(tenant, asked, periods, cutOff());
        return asked.stream().map(figure -> {
            var told = new ArrayList<Told>();
            var found = answers.getOrDefault(figure.code(), List.of());
            for (int i = 0; i < found.size(); i++) {
                told.add(Told.of(months.get(i), found.get(i)));
            }
            return new Row(figure, told);
        }).toList();
    }
}
