package org.mingbai.supervision.slip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Code words, the numbers given under them, and the ladder: what a tenant sets about its slips.
@Component
class NumberTable {

    private static final String ANY_KIND = "";

    private final JdbcClient db;

    NumberTable(JdbcClient db) {
        this.db = db;
    }

    /// The next number of that year, kept from everybody else until this transaction ends: if it is undone, so is the number.
    SlipNumber next(TenantId tenant, String codeWord, int year) {
        int number = db.sql("""
                insert into supervision.slip_number as given (tenant, code_word, year, last) values (:tenant, :codeWord, :year, 1)
                on conflict (tenant, code_word, year) do update set last = given.last + 1 returning last
                """).param("tenant", tenant.value()).param("codeWord", codeWord).param("year", year).query(Integer.class).single();
        return new SlipNumber(codeWord, year, number);
    }

    /// The kind's own, or else the one for all kinds.
    Optional<String> codeWord(TenantId tenant, OrganisationId unit, SlipKind kind) {
        return db.sql("""
                select code_word from supervision.slip_code_word where tenant = :tenant and unit = :unit and kind in (:kind, '')
                order by kind desc limit 1
                """).param("tenant", tenant.value()).param("unit", unit.value()).param("kind", kind.name()).query(String.class).optional();
    }

    /// Those of a unit, by kind; nothing stands for all kinds.
    Map<Optional<SlipKind>, String> codeWords(TenantId tenant, OrganisationId unit) {
        var words = new LinkedHashMap<Optional<SlipKind>, String>();
        db.sql("select kind, code_word from supervision.slip_code_word where tenant = :tenant and unit = :unit order by kind")
                .param("tenant", tenant.value()).param("unit", unit.value())
                .query(row -> {
                    words.put(Optional.of(row.getString(1)).filter(kind -> !kind.isEmpty()).map(SlipKind::valueOf), row.getString(2));
                });
        return words;
    }

    Optional<OrganisationId> holderOf(TenantId tenant, String codeWord) {
        return db.sql("select unit from supervision.slip_code_word where tenant = :tenant and code_word = :codeWord")
                .param("tenant", tenant.value()).param("codeWord", codeWord).query((row, _) -> new OrganisationId(row.getLong(1))).optional();
    }

    void put(TenantId tenant, OrganisationId unit, @Nullable SlipKind kind, String codeWord) {
        db.sql("""
                insert into supervision.slip_code_word (tenant, unit, kind, code_word) values (:tenant, :unit, :kind, :codeWord)
                on conflict (tenant, unit, kind) do update set code_word = excluded.code_word
                """).param("tenant", tenant.value()).param("unit", unit.value()).param("kind", kind == null ? ANY_KIND : kind.name())
                .param("codeWord", codeWord).update();
    }

    void remove(TenantId tenant, OrganisationId unit, @Nullable SlipKind kind) {
        db.sql("delete from supervision.slip_code_word where tenant = :tenant and unit = :unit and kind = :kind")
                .param("tenant", tenant.value()).param("unit", unit.value()).param("kind", kind == null ? ANY_KIND : kind.name()).update();
    }

    Ladder ladder(TenantId tenant) {
        List<Ladder.Rung> rungs = db.sql("select kind, colour, basis from supervision.slip_rung where tenant = :tenant order by position")
                .param("tenant", tenant.value())
                .query((row, _) -> new Ladder.Rung(SlipKind.valueOf(row.getString(1)), row.getString(2), row.getString(3))).list();
        return rungs.isEmpty() ? Ladder.SHIPPED : new Ladder(rungs);
    }

    void put(TenantId tenant, Ladder ladder) {
        // One at a time, or the rungs of two would be mixed.
        db.sql("select id from directory.tenant where id = :tenant for no key update").param("tenant", tenant.value()).query(Integer.class).single();
        db.sql("delete from supervision.slip_rung where tenant = :tenant").param("tenant", tenant.value()).update();
        int position = 0;
        for (var rung : ladder.rungs()) {
            db.sql("insert into supervision.slip_rung (tenant, position, kind, colour, basis) values (:tenant, :position, :kind, :colour, :basis)")
                    .param("tenant", tenant.value()).param("position", ++position).param("kind", rung.kind().name())
                    .param("colour", rung.colour()).param("basis", rung.basis()).update();
        }
    }
}
