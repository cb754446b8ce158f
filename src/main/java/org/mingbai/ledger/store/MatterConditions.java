package org.mingbai.ledger.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Purview;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.TrayFilter;
import org.mingbai.ledger.Urgency;
import org.mingbai.shell.page.LightSign;

/// What a list is restricted to, as SQL over `ledger.matter m`. The words are fixed here; what was asked is only ever bound.
final class MatterConditions {

    /// As the partial index over open matters says it.
    private static final String OPEN = "m.turn_unit is not null and m.stage <> 'LOOK_BACK_DUE'";

    /// What is due has its turn somewhere. Said twice, the server would take it for rare, and choose its plan for that.
    private static final String OPEN_AND_DUE = "m.due is not null and m.stage <> 'LOOK_BACK_DUE'";

    private final TenantId tenant;
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> arguments = new ArrayList<>();
    /// Words that have to be said, as queries of the word index; in no condition until it is decided how to ask.
    private final List<String> sayings = new ArrayList<>();

    private MatterConditions(TenantId tenant) {
        this.tenant = tenant;
    }

    String text() {
        return text.isEmpty() ? "true" : text.toString();
    }

    boolean saysSomething() {
        return !sayings.isEmpty();
    }

    /// Asks each matter whether it says the words: right where few are asked, or most say them.
    MatterConditions askingEach() {
        sayings.forEach(said -> and("(select w.pairs @@ ?::tsquery from ledger.words w where w.tenant = ? and w.matter = m.id)",
                said, tenant.value()));
        return this;
    }

    /// Asks the index who says the words: right where few do. As an array, its answers are looked up in the order of the list.
    MatterConditions askingTheIndex() {
        sayings.forEach(said -> and("m.id = any(array(select w.matter from ledger.words w where w.tenant = ? and w.pairs @@ ?::tsquery))",
                tenant.value(), said));
        return this;
    }

    Object[] arguments(Object... first) {
        return Stream.concat(Stream.of(first), arguments.stream()).toArray();
    }

    MatterConditions and(String condition, @Nullable Object... values) {
        text.append(text.isEmpty() ? "" : " and ").append(condition);
        arguments.addAll(java.util.Arrays.asList(values));
        return this;
    }

    /// What complains of a unit is kept from it (I4).
    MatterConditions within(Purview purview) {
        return purview.keptFrom().isEmpty() ? this : and("(m.about is null or not m.about && ?::bigint[])", MatterLists.keptFrom(purview));
    }

    static String order(MatterFilter.Order order) {
        return switch (order) {
            case NEWEST -> "m.id desc";
            case OLDEST -> "m.id";
            case DUE -> "m.due, m.id";
            case DUE_LAST -> "m.due desc, m.id desc";
        };
    }

    /// Whether nothing but open matters can answer.
    static boolean onlyOpen(MatterFilter filter) {
        return filter.open()
                || filter.lit() != null && filter.lit().sign() != LightSign.CLOSED
                || filter.order().byDue()
                || !filter.stages().isEmpty() && filter.stages().stream().allMatch(StageName::open);
    }

    static MatterConditions none(TenantId tenant) {
        return new MatterConditions(tenant);
    }

    /// Nothing but the words.
    static MatterConditions saying(TenantId tenant, MatterFilter filter) {
        var where = new MatterConditions(tenant);
        where.said(filter);
        return where;
    }

    static MatterConditions of(TenantId tenant, MatterFilter filter, Purview purview) {
        var where = new MatterConditions(tenant).and("m.tenant = ?", tenant.value()).and("m.register = ?", filter.register()).within(purview);
        if (filter.stages().size() == 1) {
            where.and("m.stage = ?", filter.stages().iterator().next().name());
        } else if (!filter.stages().isEmpty()) {
            where.and("m.stage = any(?::text[])", MatterLists.array(filter.stages().stream().map(StageName::name).sorted().toList()));
        }
        if (filter.dueFrom() != null || filter.dueBefore() != null || filter.order().byDue()) {
            where.and(OPEN_AND_DUE);
        } else if (onlyOpen(filter)) {
            where.and(OPEN);
        }
        if (filter.lit() != null) {
            where.lit(filter.lit());
        }
        if (filter.lead() != null) {
            where.and("m.lead = ?", filter.lead().value());
        }
        if (filter.dueFrom() != null) {
            where.and("m.due >= ?", filter.dueFrom());
        }
        if (filter.dueBefore() != null) {
            where.and("m.due < ?", filter.dueBefore());
        }
        if (filter.category() != null) {
            where.and("m.category = ?", filter.category());
        }
        where.said(filter);
        if (filter.after() != null) {
            where.beyond(filter.order(), filter.after());
        }
        return where;
    }

    private void lit(MatterFilter.Lit lit) {
        switch (lit.sign()) {
            case LATE -> running("m.late_from <= ?", lit);
            case AT_RISK -> running("m.risk_from <= ? and (m.late_from is null or m.late_from > ?)", lit);
            case ON_TRACK -> running("(m.risk_from is null or m.risk_from > ?) and (m.late_from is null or m.late_from > ?)", lit);
            case PARKED -> and("m.stage = 'PARKED' and (m.set_until is null or m.set_until > ?)", MatterRow.at(lit.now()));
            case CLOSED -> and("m.stage in ('CLOSED', 'HELD', 'LOOK_BACK_DUE')");
        }
    }

    /// By what the instants say, unless somebody set another light that still stands.
    private void running(String said, MatterFilter.Lit lit) {
        var now = MatterRow.at(lit.now());
        var values = Stream.generate(() -> (Object) now).limit(said.chars().filter(c -> c == '?').count());
        and("(m.stage <> 'PARKED' or m.set_until <= ?)", now)
                .and("((m.set_until is null or m.set_until <= ?) and " + said + " or m.set_until > ? and m.set_sign = ?)",
                Stream.of(Stream.of((Object) now), values, Stream.of(now, lit.sign().name())).flatMap(all -> all).toArray());
    }

    /// A category is among the words too: found by them, it needs no index of its own that every act would have to write.
    private void said(MatterFilter filter) {
        if (filter.category() != null) {
            sayings.add(Pairs.query(filter.category()));
        }
        if (filter.words() != null) {
            saying(filter.register(), filter.words());
        }
    }

    /// By the number it bears here, or by its words, which hold the number it bore elsewhere.
    private void saying(String register, String words) {
        var number = MatterNumber.parse(words);
        if (number.isPresent()) {
            and("m.id = ?", number.get().register().equals(register) ? number.get().matter().value() : 0);
        } else {
            sayings.add(Pairs.query(words));
        }
    }

    private void beyond(MatterFilter.Order order, MatterFilter.Position after) {
        switch (order) {
            case NEWEST -> and("m.id < ?", after.id());
            case OLDEST -> and("m.id > ?", after.id());
            case DUE -> and("(m.due, m.id) > (?, ?)", after.due(), after.id());
            case DUE_LAST -> and("(m.due, m.id) < (?, ?)", after.due(), after.id());
        }
    }

    static MatterConditions of(TenantId tenant, TrayFilter filter) {
        var where = new MatterConditions(tenant);
        if (filter.register() != null) {
            where.and("m.register = ?", filter.register());
        }
        if (filter.urgency() != null) {
            where.pressing(filter.urgency(), MatterRow.at(filter.now()));
        }
        if (filter.after() != null) {
            where.and("(coalesce(m.due, 'infinity'), m.id) > (coalesce(?::date, 'infinity'), ?)", filter.after().due(), filter.after().id());
        }
        return where;
    }

    /// As `Urgency.of` says it.
    private void pressing(Urgency urgency, OffsetDateTime now) {
        switch (urgency) {
            case LATE -> and("m.late_from <= ?", now);
            case AT_RISK -> and("m.risk_from <= ?", now).notLate(now);
            case ON_TRACK -> and("m.stage not in ('PARKED', 'LOOK_BACK_DUE')").notAtRisk(now).notLate(now);
            case PARKED -> and("m.stage = 'PARKED'").notAtRisk(now).notLate(now);
            case LATER -> and("m.stage = 'LOOK_BACK_DUE'").notAtRisk(now).notLate(now);
        }
    }

    private MatterConditions notAtRisk(OffsetDateTime now) {
        return and("(m.risk_from is null or m.risk_from > ?)", now);
    }

    private MatterConditions notLate(OffsetDateTime now) {
        return and("(m.late_from is null or m.late_from > ?)", now);
    }
}
