package org.mingbai.supervision.slip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.Sight;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `supervision.slip` and its events.
@Component
class SlipTable {

    private static final String GROUP = """
            case when ended_at is not null then 'ENDED'
                 when state in ('DRAFTED', 'SIGNED') then 'UNSENT'
                 when state = 'ANSWERED' then 'TO_JUDGE'
                 when answer_by < :today then 'OVERDUE' else 'AWAITED' end
            """;

    /// A draft is its office's own until it is out.
    private static final String SEEN = """
            (:everything or from_unit = any(:units::bigint[]) or sent_at is not null and to_unit = any(:units::bigint[]))
            and (matter is null or matter <> all(:without::bigint[]))
            """;

    private static final int PAGE = 200;

    private final JdbcClient db;

    SlipTable(JdbcClient db) {
        this.db = db;
    }

    long nextId() {
        return db.sql("select nextval('supervision.slip_id')").query(Long.class).single();
    }

    void begin(TenantId tenant, Slip slip, SlipLine line, long said) {
        var content = slip.content();
        db.sql("""
                insert into supervision.slip (tenant, id, kind, state, thing, matter, from_unit, to_unit, follows, cause, title, basis, requirement, gap,
                    lead_leader, supporting_leader, supporting, due, every_days, contact, attachments, answer_by, drafted_by, drafted_at, seq)
                values (:tenant, :id, :kind, :state, :thing, :matter, :from, :to, :follows, :cause, :title, :basis, :requirement, :gap,
                    :leadLeader, :supportingLeader, :supporting, :due, :everyDays, :contact, :attachments, :answerBy, :draftedBy, :draftedAt, :seq)
                """)
                .param("tenant", tenant.value()).param("id", slip.id()).param("kind", slip.kind().name()).param("state", slip.state().name())
                .param("thing", slip.thing()).param("matter", slip.matter() == null ? null : slip.matter().value())
                .param("from", slip.from().value()).param("to", slip.to().value()).param("follows", slip.follows()).param("cause", slip.cause())
                .param("title", content.title()).param("basis", content.basis()).param("requirement", content.requirement())
                .param("gap", content.gap()).param("leadLeader", content.leadLeader()).param("supportingLeader", content.supportingLeader())
                .param("supporting", units(content.supporting())).param("due", content.due()).param("everyDays", content.everyDays())
                .param("contact", content.contact()).param("attachments", content.attachments()).param("answerBy", slip.answerBy())
                .param("draftedBy", slip.draftedBy().value()).param("draftedAt", slip.draftedAt()).param("seq", slip.seq())
                .update();
        write(tenant, slip.id(), line, said);
    }

    /// Its row is locked: nobody else writes to it meanwhile.
    void append(TenantId tenant, Slip slip, SlipLine line, long said) {
        var content = slip.content();
        var number = Optional.ofNullable(slip.number());
        db.sql("""
                update supervision.slip set state = :state, thing = :thing, code_word = :codeWord, year = :year, number = :number, title = :title,
                    basis = :basis, requirement = :requirement, gap = :gap, lead_leader = :leadLeader, supporting_leader = :supportingLeader,
                    supporting = :supporting, due = :due, every_days = :everyDays, contact = :contact, attachments = :attachments, answer_by = :answerBy,
                    sent_at = :sentAt, ended_at = :endedAt, seq = :seq
                where tenant = :tenant and id = :id
                """)
                .param("tenant", tenant.value()).param("id", slip.id()).param("state", slip.state().name()).param("thing", slip.thing())
                .param("codeWord", number.map(SlipNumber::codeWord).orElse(null)).param("year", number.map(SlipNumber::year).orElse(null))
                .param("number", number.map(SlipNumber::number).orElse(null))
                .param("title", content.title()).param("basis", content.basis()).param("requirement", content.requirement())
                .param("gap", content.gap()).param("leadLeader", content.leadLeader()).param("supportingLeader", content.supportingLeader())
                .param("supporting", units(content.supporting())).param("due", content.due()).param("everyDays", content.everyDays())
                .param("contact", content.contact()).param("attachments", content.attachments()).param("answerBy", slip.answerBy())
                .param("sentAt", slip.sentAt()).param("endedAt", slip.endedAt()).param("seq", slip.seq())
                .update();
        write(tenant, slip.id(), line, said);
    }

    private void write(TenantId tenant, long slip, SlipLine line, long said) {
        db.sql("""
                insert into supervision.slip_event (tenant, slip, seq, kind, version, body, by_person, by_unit, by_role, at, key, said)
                values (:tenant, :slip, :seq, :kind, :version, :body::jsonb, :person, :unit, :role, :at, :key, :said)
                """)
                .param("tenant", tenant.value()).param("slip", slip).param("seq", line.seq()).param("kind", EventJson.kind(line.event()))
                .param("version", EventJson.VERSION).param("body", EventJson.body(line.event())).param("person", line.by().value())
                .param("unit", line.as().unit().value()).param("role", line.as().role().name()).param("at", line.at())
                .param("key", line.key()).param("said", said)
                .update();
    }

    /// Waits until nobody else writes to it. False when there is no such slip.
    boolean lock(TenantId tenant, long slip) {
        return db.sql("select id from supervision.slip where tenant = :tenant and id = :slip for update")
                .param("tenant", tenant.value()).param("slip", slip).query(Long.class).optional().isPresent();
    }

    List<SlipLine> story(TenantId tenant, long slip) {
        return db.sql("""
                select seq, kind, version, body, by_person, by_unit, by_role, at, key from supervision.slip_event
                where tenant = :tenant and slip = :slip order by seq
                """).param("tenant", tenant.value()).param("slip", slip).query((row, _) -> line(row)).list();
    }

    private static SlipLine line(ResultSet row) throws SQLException {
        return new SlipLine(row.getInt("seq"), EventJson.read(row.getString("kind"), row.getInt("version"), row.getString("body")),
                new PersonId(row.getLong("by_person")), new Seat(new OrganisationId(row.getLong("by_unit")), Role.valueOf(row.getString("by_role"))),
                row.getObject("at", OffsetDateTime.class), row.getObject("key", UUID.class));
    }

    Optional<Slip> find(TenantId tenant, long slip) {
        return Optional.ofNullable(folded(slip, story(tenant, slip)));
    }

    private static @Nullable Slip folded(long id, List<SlipLine> lines) {
        @Nullable Slip slip = null;
        for (var line : lines) {
            slip = Slip.fold(slip, id, line);
        }
        return slip;
    }

    /// In that order; those there are not are left out.
    List<Slip> these(TenantId tenant, Collection<Long> ids) {
        var lines = new LinkedHashMap<Long, List<SlipLine>>();
        ids.forEach(id -> lines.put(id, new java.util.ArrayList<>()));
        db.sql("""
                select slip, seq, kind, version, body, by_person, by_unit, by_role, at, key from supervision.slip_event
                where tenant = :tenant and slip = any(:slips::bigint[]) order by slip, seq
                """).param("tenant", tenant.value()).param("slips", ids.toArray(Long[]::new))
                .query(row -> {
                    lines.get(row.getLong("slip")).add(line(row));
                });
        return lines.entrySet().stream().filter(it -> !it.getValue().isEmpty()).map(it -> folded(it.getKey(), it.getValue()))
                .map(java.util.Objects::requireNonNull).toList();
    }

    record Before(long slip, long said) {}

    Optional<Before> under(TenantId tenant, UUID key) {
        return db.sql("select slip, said from supervision.slip_event where tenant = :tenant and key = :key")
                .param("tenant", tenant.value()).param("key", key)
                .query((row, _) -> new Before(row.getLong(1), row.getLong(2))).optional();
    }

    /// Until this transaction ends nobody else writes to that unit about that thing.
    void lock(TenantId tenant, OrganisationId to, String thing) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('supervision.slip/' || :to || '/' || :thing, :tenant))")
                .param("to", to.value()).param("thing", thing).param("tenant", tenant.value()).query(row -> {});
    }

    /// @param but the slip that is asking; 0 for one not written yet
    Optional<Slip> open(TenantId tenant, OrganisationId to, SlipKind kind, String thing, long but) {
        return db.sql("select id from supervision.slip where tenant = :tenant and to_unit = :to and kind = :kind and thing = :thing and ended_at is null"
                        + " and id <> :but")
                .param("tenant", tenant.value()).param("to", to.value()).param("kind", kind.name()).param("thing", thing).param("but", but)
                .query(Long.class).optional().flatMap(id -> find(tenant, id));
    }

    /// Another open slip about that thing to that unit, but for the notice that gave it the work and an order after an inspection.
    Optional<Slip> openBeside(TenantId tenant, OrganisationId to, String thing, long but) {
        return db.sql("select id from supervision.slip where tenant = :tenant and to_unit = :to and thing = :thing and kind not in ('NOTICE', 'RECTIFICATION')"
                        + " and ended_at is null and id <> :but order by id limit 1")
                .param("tenant", tenant.value()).param("to", to.value()).param("thing", thing).param("but", but)
                .query(Long.class).optional().flatMap(id -> find(tenant, id));
    }

    /// The open slip that follows that one.
    Optional<Slip> nextTo(TenantId tenant, long slip) {
        return db.sql("select id from supervision.slip where tenant = :tenant and follows = :slip and ended_at is null order by id limit 1")
                .param("tenant", tenant.value()).param("slip", slip).query(Long.class).optional().flatMap(id -> find(tenant, id));
    }

    List<Long> ofMatter(TenantId tenant, MatterId matter, int limit) {
        return db.sql("select id from supervision.slip where tenant = :tenant and matter = :matter order by id desc limit :limit")
                .param("tenant", tenant.value()).param("matter", matter.value()).param("limit", limit).query(Long.class).list();
    }

    /// @param without matters whose slips this reader must not know of
    List<Long> page(TenantId tenant, Sight sight, Collection<MatterId> without, SlipFilter filter, LocalDate today) {
        var order = filter.after() != null ? "id asc" : "id desc";
        return db.sql("select id from supervision.slip where tenant = :tenant and " + SEEN + """
                and (:kind::text is null or kind = :kind) and (:to::bigint is null or to_unit = :to and sent_at is not null)
                and (:before::bigint is null or id < :before) and (:after::bigint is null or id > :after)
                and (:open::boolean is null or (ended_at is null) = :open)
                and (:group::text is null or :group =
                """ + GROUP + ") order by " + order + " limit :limit")
                .params(seen(tenant, sight, without, today)).param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("to", filter.to() == null ? null : filter.to().value()).param("before", filter.before()).param("after", filter.after())
                .param("open", filter.group() == null ? null : filter.group() != SlipFilter.Group.ENDED)
                .param("group", filter.group() == null ? null : filter.group().name()).param("limit", filter.limit())
                .query(Long.class).list();
    }

    /// How many are open, group by group; those that are over are not counted, for they only grow.
    Map<SlipFilter.Group, Long> counts(TenantId tenant, Sight sight, Collection<MatterId> without, SlipFilter filter, LocalDate today) {
        var counts = new EnumMap<SlipFilter.Group, Long>(SlipFilter.Group.class);
        db.sql("select " + GROUP + " as part, count(*) as n from supervision.slip where tenant = :tenant and ended_at is null and " + SEEN + """
                and (:kind::text is null or kind = :kind) and (:to::bigint is null or to_unit = :to and sent_at is not null)
                group by 1
                """)
                .params(seen(tenant, sight, without, today)).param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("to", filter.to() == null ? null : filter.to().value())
                .query(row -> {
                    counts.put(SlipFilter.Group.valueOf(row.getString("part")), row.getLong("n"));
                });
        return counts;
    }

    /// @param waiting how many wait for somebody's act
    /// @param overdue how many of them are past their day
    record Waiting(long waiting, long overdue) {}

    Waiting waitingFor(TenantId tenant, Collection<OrganisationId> units, Collection<MatterId> without, LocalDate today) {
        return db.sql("""
                select count(*), count(*) filter (where answer_by < :today) from supervision.slip
                where tenant = :tenant and ended_at is null and state in ('SENT', 'RECEIVED', 'RETURNED') and to_unit = any(:units::bigint[])
                and (matter is null or matter <> all(:without::bigint[]))
                """).param("tenant", tenant.value()).param("units", units(units)).param("without", matters(without)).param("today", today)
                .query((row, _) -> new Waiting(row.getLong(1), row.getLong(2))).single();
    }

    /// Which wait for these units' answer, the longest due first, and when something last happened to each.
    Map<Long, OffsetDateTime> owed(TenantId tenant, Collection<OrganisationId> by, Sight sight, Collection<MatterId> without, LocalDate today, int limit) {
        var owed = new LinkedHashMap<Long, OffsetDateTime>();
        db.sql("""
                select id, (select max(at) from supervision.slip_event e where e.tenant = slip.tenant and e.slip = slip.id) as changed_at
                from supervision.slip where tenant = :tenant and ended_at is null and state in ('SENT', 'RECEIVED', 'RETURNED')
                and to_unit = any(:by::bigint[]) and
                """ + SEEN + " order by answer_by, id limit :limit")
                .params(seen(tenant, sight, without, today)).param("by", units(by)).param("limit", limit)
                .query(row -> {
                    owed.put(row.getLong("id"), row.getObject("changed_at", OffsetDateTime.class));
                });
        return owed;
    }

    /// What waits for the issuing side: to be sent, to be judged, or to be followed up.
    Waiting waitingAt(TenantId tenant, Collection<OrganisationId> units, Collection<MatterId> without, LocalDate today) {
        return db.sql("""
                select count(*), count(*) filter (where state in ('SENT', 'RECEIVED', 'RETURNED')) from supervision.slip
                where tenant = :tenant and ended_at is null and from_unit = any(:units::bigint[])
                and (state in ('DRAFTED', 'SIGNED', 'ANSWERED') or answer_by < :today)
                and (matter is null or matter <> all(:without::bigint[]))
                """).param("tenant", tenant.value()).param("units", units(units)).param("without", matters(without)).param("today", today)
                .query((row, _) -> new Waiting(row.getLong(1), row.getLong(2))).single();
    }

    List<TenantId> tenantsWaiting(LocalDate today) {
        return db.sql("""
                select distinct tenant from supervision.slip where ended_at is null and state in ('SENT', 'RECEIVED', 'RETURNED') and answer_by < :today
                order by tenant
                """).param("today", today).query((row, _) -> new TenantId(row.getInt(1))).list();
    }

    /// Those whose day passed without an answer, up to that day.
    Stream<Slip> unanswered(TenantId tenant, LocalDate answerByMost) {
        return paged(tenant, after -> db.sql("""
                select id from supervision.slip where tenant = :tenant and ended_at is null and state in ('SENT', 'RECEIVED', 'RETURNED')
                and answer_by <= :most and id > :after order by id limit :limit
                """).param("tenant", tenant.value()).param("most", answerByMost).param("after", after).param("limit", PAGE).query(Long.class).list());
    }

    /// Those of an office that nothing follows yet, and about whose day that rule has not had its slip.
    /// @param causeBegins of that rule's slips
    Stream<Slip> unfollowed(TenantId tenant, OrganisationId from, String causeBegins, LocalDate answerByMost) {
        return paged(tenant, after -> db.sql("""
                select id from supervision.slip s where tenant = :tenant and ended_at is null and state in ('SENT', 'RECEIVED', 'RETURNED')
                and answer_by <= :most and from_unit = :from and id > :after
                and not exists (select from supervision.slip n where n.tenant = s.tenant and n.follows = s.id and n.ended_at is null)
                and not exists (select from supervision.slip h where h.tenant = s.tenant
                    and h.cause = :begins || s.id || '/' || to_char(s.answer_by, 'YYYY-MM-DD'))
                order by id limit :limit
                """).param("tenant", tenant.value()).param("most", answerByMost).param("from", from.value()).param("begins", causeBegins)
                .param("after", after).param("limit", PAGE).query(Long.class).list());
    }

    /// Drafts that wait although a rule wrote them, and no hand has changed since.
    Stream<Slip> draftedBy(TenantId tenant, String causeBegins) {
        return paged(tenant, after -> db.sql("""
                select id from supervision.slip where tenant = :tenant and ended_at is null and state = 'DRAFTED' and seq = 1
                and starts_with(cause, :begins) and id > :after order by id limit :limit
                """).param("tenant", tenant.value()).param("begins", causeBegins).param("after", after).param("limit", PAGE).query(Long.class).list());
    }

    /// All of them, a page read at once and when it is needed.
    /// @param page the numbers after that one, `PAGE` at most
    private Stream<Slip> paged(TenantId tenant, LongFunction<List<Long>> page) {
        return Stream.iterate(page.apply(0), ids -> !ids.isEmpty(), ids -> ids.size() < PAGE ? List.of() : page.apply(ids.getLast()))
                .flatMap(ids -> these(tenant, ids).stream());
    }

    private static Map<String, Object> seen(TenantId tenant, Sight sight, Collection<MatterId> without, LocalDate today) {
        return Map.of("tenant", tenant.value(), "everything", sight instanceof Sight.Everything, "today", today,
                "units", sight instanceof Sight.Within(var units) ? units(units) : new Long[0],
                "without", matters(without));
    }

    private static Long[] matters(Collection<MatterId> matters) {
        return matters.stream().map(MatterId::value).toArray(Long[]::new);
    }

    private static Long[] units(Collection<OrganisationId> units) {
        return units.stream().map(OrganisationId::value).toArray(Long[]::new);
    }
}
