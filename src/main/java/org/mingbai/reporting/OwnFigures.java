package org.mingbai.reporting;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Figures people make from fields and filters. Each change is a further version; whoever asked an older one can ask it again.
@Component
public class OwnFigures {

    /// How many are listed for one person.
    public static final int MINE_MAX = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Clock clock;

    OwnFigures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// What is kept of one.
    record Body(String name, String means, CaseKind of, List<Condition> where, @Nullable Field window, How how, List<Condition> part, @Nullable Field from,
            @Nullable Field to, int percentile) {

        enum How { COUNT, SHARE, DAYS, SUM, SATISFACTION }

        static Body of(Figure figure) {
            return switch (figure.tally()) {
                case Tally.Count _ -> of(figure, How.COUNT, List.of(), null, null, 0);
                case Tally.Share(var part) -> of(figure, How.SHARE, part, null, null, 0);
                case Tally.Days(var from, var to, int percentile) -> of(figure, How.DAYS, List.of(), from, to, percentile);
                case Tally.Sum(var number) -> of(figure, How.SUM, List.of(), number, null, 0);
                case Tally.Satisfaction _ -> of(figure, How.SATISFACTION, List.of(), null, null, 0);
            };
        }

        private static Body of(Figure figure, How how, List<Condition> part, @Nullable Field from, @Nullable Field to, int percentile) {
            var own = requireNonNull(figure.own());
            return new Body(own.name(), own.means(), figure.of(), figure.where(), figure.window(), how, part, from, to, percentile);
        }

        Tally tally() {
            return switch (how) {
                case COUNT -> new Tally.Count();
                case SHARE -> new Tally.Share(part);
                case DAYS -> new Tally.Days(requireNonNull(from), requireNonNull(to), percentile);
                case SUM -> new Tally.Sum(requireNonNull(from));
                case SATISFACTION -> new Tally.Satisfaction();
            };
        }
    }

    /// Keeps a new one.
    /// @param figure its code is made here
    public Figure make(SignedIn who, Figure figure) {
        var made = new Figure("own-" + UUID.randomUUID(), 1, figure.own(), figure.of(), figure.where(), figure.window(), figure.tally());
        barred(who, made);
        put(who, made, false);
        return made;
    }

    /// The next version. False where another was quicker, or it is not theirs.
    public boolean change(SignedIn who, Figure before, Figure after) {
        var next = new Figure(before.code(), before.version() + 1, after.own(), after.of(), after.where(), after.window(), after.tally());
        barred(who, next);
        return isTheirs(who, before) && put(who, next, false);
    }

    /// It is listed no more; what asked it goes on finding it.
    public boolean drop(SignedIn who, Figure figure) {
        return isTheirs(who, figure)
                && put(who, new Figure(figure.code(), figure.version() + 1, figure.own(), figure.of(), figure.where(), figure.window(), figure.tally()), true);
    }

    private static boolean isTheirs(SignedIn who, Figure figure) {
        return figure.own() != null && figure.own().maker().equals(who.person());
    }

    private static void barred(SignedIn who, Figure figure) {
        figure.fields().stream().filter(field -> !Access.may(who, field.needs())).findFirst().ifPresent(field -> {
            throw new IllegalArgumentException(field + " is not theirs to filter by");
        });
    }

    private boolean put(SignedIn who, Figure figure, boolean dropped) {
        return 1 == db.sql("""
                insert into reporting.own_figure (tenant, code, version, maker, shared, body, made_at, dropped)
                values (:tenant, :code, :version, :maker, :shared, :body::jsonb, :madeAt, :dropped)
                on conflict (tenant, code, version) do nothing
                """)
                .param("tenant", who.tenant().value()).param("code", figure.code()).param("version", figure.version()).param("maker", who.person().value())
                .param("shared", requireNonNull(figure.own()).shared()).param("body", JSON.writeValueAsString(Body.of(figure)))
                .param("madeAt", OffsetDateTime.now(clock)).param("dropped", dropped)
                .update();
    }

    /// Theirs first, then those others share; each by name.
    public List<Figure> of(SignedIn who) {
        return db.sql("""
                select * from (
                    select distinct on (code) code, version, maker, shared, body, dropped from reporting.own_figure
                    where tenant = :tenant order by code, version desc) latest
                where not dropped and (shared or maker = :maker)
                order by maker <> :maker, body ->> 'name', code limit :limit
                """)
                .param("tenant", who.tenant().value()).param("maker", who.person().value()).param("limit", MINE_MAX)
                .query((row, _) -> read(row.getString("code"), row.getInt("version"), row.getLong("maker"), row.getBoolean("shared"), row.getString("body")))
                .list();
    }

    /// The last version of one that is theirs or shared.
    public Optional<Figure> figure(SignedIn who, String code) {
        return db.sql("""
                select * from (
                    select code, version, maker, shared, body from reporting.own_figure where tenant = :tenant and code = :code
                    order by version desc limit 1) latest
                where shared or maker = :maker
                """)
                .param("tenant", who.tenant().value()).param("code", code).param("maker", who.person().value())
                .query((row, _) -> read(row.getString("code"), row.getInt("version"), row.getLong("maker"), row.getBoolean("shared"), row.getString("body")))
                .optional();
    }

    /// One version of one, whoever made it: for what was written with it.
    public Optional<Figure> version(TenantId tenant, String code, int version) {
        return db.sql("select code, version, maker, shared, body from reporting.own_figure where tenant = :tenant and code = :code and version = :version")
                .param("tenant", tenant.value()).param("code", code).param("version", version)
                .query((row, _) -> read(row.getString("code"), row.getInt("version"), row.getLong("maker"), row.getBoolean("shared"), row.getString("body")))
                .optional();
    }

    private Figure read(String code, int version, long maker, boolean shared, String body) {
        var kept = JSON.readValue(body, Body.class);
        return new Figure(code, version, new Figure.Own(kept.name(), kept.means(), new PersonId(maker), shared), kept.of(), kept.where(), kept.window(),
                kept.tally());
    }
}
