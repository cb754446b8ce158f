package org.mingbai.intake;

import java.util.List;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.channel`.
@Component
class ChannelTable {

    private final JdbcClient db;

    ChannelTable(JdbcClient db) {
        this.db = db;
    }

    List<Channel> of(TenantId tenant) {
        return db.sql("select code, zh, en, at_desk, register, route, way_zh, way_en, place from intake.channel where tenant = :tenant order by code")
                .param("tenant", tenant.value()).query(Channel.class).list();
    }

    /// Until the transaction ends nobody else changes a channel of this tenant.
    void alone(TenantId tenant) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('intake.channel', :tenant))").param("tenant", tenant.value())
                .query((_, _) -> true).single();
    }

    void put(TenantId tenant, Channel channel) {
        db.sql("""
                insert into intake.channel (tenant, code, zh, en, at_desk, register, route, way_zh, way_en, place)
                values (:tenant, :code, :zh, :en, :atDesk, :register, :route, :wayZh, :wayEn, :place)
                on conflict (tenant, code) do update set zh = excluded.zh, en = excluded.en, at_desk = excluded.at_desk,
                    register = excluded.register, route = excluded.route, way_zh = excluded.way_zh, way_en = excluded.way_en, place = excluded.place
                """)
                .param("tenant", tenant.value()).param("code", channel.code()).param("zh", channel.zh()).param("en", channel.en())
                .param("atDesk", channel.atDesk()).param("register", channel.register()).param("route", channel.route().name())
                .param("wayZh", channel.wayZh()).param("wayEn", channel.wayEn()).param("place", channel.place()).update();
    }
}
