package org.mingbai.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Each act on a campaign is a row that holds the whole of it as it then was.
@Component
class CampaignTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Clock clock;

    CampaignTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Body(Campaign.Plan plan, List<Milestone> milestones, Campaign.@Nullable Ending ending) {}

    long next() {
        return db.sql("select nextval('activity.campaign_id')").query(Long.class).single();
    }

    /// False where another hand wrote this version, or the same form was taken before.
    boolean append(TenantId tenant, Campaign after, CampaignAct.Kind kind, String remark, PersonId by, UUID key) {
        return 1 == db.sql("""
                insert into activity.campaign (tenant, id, version, act, office, lead, from_day, to_day, body, remark, person, at, key)
                values (:tenant, :id, :version, :act, :office, :lead, :from, :to, :body::jsonb, :remark, :person, :at, :key)
                on conflict do nothing
                """)
                .param("tenant", tenant.value()).param("id", after.id()).param("version", after.version()).param("act", kind.name())
                .param("office", after.office().value()).param("lead", after.plan().lead().value()).param("from", after.plan().from())
                .param("to", after.plan().to()).param("body", JSON.writeValueAsString(new Body(after.plan(), after.milestones(), after.ending())))
                .param("remark", remark).param("person", by.value()).param("at", OffsetDateTime.now(clock)).param("key", key)
                .update();
    }

    /// Those that began last come first.
    List<Campaign> all(TenantId tenant, int limit) {
        return db.sql("""
                select * from (
                    select distinct on (id) * from activity.campaign where tenant = :tenant order by id, version desc) latest
                order by from_day desc, id desc limit :limit
                """)
                .param("tenant", tenant.value()).param("limit", limit).query((row, _) -> campaign(row)).list();
    }

    Optional<Campaign> one(TenantId tenant, long id) {
        return db.sql("select * from activity.campaign where tenant = :tenant and id = :id order by version desc limit 1")
                .param("tenant", tenant.value()).param("id", id).query((row, _) -> campaign(row)).optional();
    }

    List<CampaignAct> acts(TenantId tenant, long id, int limit) {
        return db.sql("select * from activity.campaign where tenant = :tenant and id = :id order by version desc limit :limit")
                .param("tenant", tenant.value()).param("id", id).param("limit", limit).query((row, _) -> act(row)).list();
    }

    Optional<CampaignAct> sent(TenantId tenant, UUID key) {
        return db.sql("select * from activity.campaign where tenant = :tenant and key = :key")
                .param("tenant", tenant.value()).param("key", key).query((row, _) -> act(row)).optional();
    }

    private CampaignAct act(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).atZoneSameInstant(clock.getZone()).toOffsetDateTime();
        return new CampaignAct(row.getInt("version"), CampaignAct.Kind.valueOf(row.getString("act")), row.getString("remark"),
                new PersonId(row.getLong("person")), at, campaign(row));
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        var body = JSON.readValue(row.getString("body"), Body.class);
        return new Campaign(row.getLong("id"), row.getInt("version"), new OrganisationId(row.getLong("office")), body.plan(), body.milestones(), body.ending());
    }
}
