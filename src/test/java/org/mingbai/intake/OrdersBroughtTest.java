package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// What another hotline's system gives out, taken over: the order onto the ledger, whoever called into the vault.
@MingbaiTest
class OrdersBroughtTest {

    private static final String ORDERS = """
            工单编号,工单类型,一级分类,标题,主要内容,工单状态,来电人,来电人电话/账号,被反映街乡镇,小区点位/问题点位,主办单位,处理受理方式,工单性质,来电时间,办结时间,办理结果,是否有效回访,是否联系,是否解决,是否满意,是否保密
            GD-1,投诉,市政,路灯不亮,中山路三号路灯不亮半个月,办理中,张守一,13812345678,青榆镇,中山路三号,路灯所,电话,一般,2025-11-01 09:12:00,,,,,,,否
            GD-2,求助,水务,水管漏水,河东村二组水管漏水,已办结,李见微,010-6655443 ljw@example.org,青榆镇,河东村,水务站,微信,一般,2025-11-02 10:00:00,2025-11-05 18:00:00,已更换水管,是,是,是,满意,是
            GD-3,建议,市政,建议设路牌,建议在南门设路牌,办理中,匿名,,青榆镇,南门,路灯所,网络,一般,2025-11-03 10:00:00,,,,,,,
            """;
    /// The same in the words of another system.
    private static final String OTHERS = """
            受理编号,诉求类型,诉求标题,诉求内容,诉求人,诉求人联系电话,诉求地址,承办单位,受理渠道,受理时间,工单状态,处理结果,联系群众,满意度
            S-9,咨询,办证时间,几点可以办证,王知秋,13900001111,北街,水务站,窗口,2025-11-03 10:00:00,处理中,,,
            """;

    @Autowired Imports imports;
    @Autowired Voices voices;
    @Autowired Vault vault;
    @Autowired Receiving receiving;
    @Autowired Following following;
    @Autowired Receptions receptions;
    @Autowired RightsRequests rights;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;
    @Autowired JdbcTemplate db;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test
    void orders_become_matters_and_their_callers_are_in_the_vault_and_nowhere_else() {
        var result = bring(ORDERS);

        assertThat(result.refused()).isEmpty();
        assertThat(result.added()).isEqualTo(3);
        var lamp = matter("路灯不亮");
        assertThat(lamp.lead()).isEqualTo(cast.roads());
        assertThat(lamp.subject().text()).isEqualTo("中山路三号路灯不亮半个月");
        assertThat(lamp.subject().number()).isEqualTo("GD-1");
        assertThat(lamp.subject().fields()).containsEntry("处理受理方式", "电话").containsEntry("工单类型", "投诉");
        assertThat(matter("水管漏水").stage().named()).isEqualTo(StageName.CLOSED);
        assertThat(voices.of(cast.coordinator(), lamp.id())).singleElement().satisfies(seen -> {
            assertThat(seen.voice().channel()).isEqualTo("电话");
            assertThat(seen.voice().confidential()).isFalse();
            assertThat(seen.masked()).isEqualTo(new MaskedIdentity("张**", "138****5678"));
        });
        assertThat(voices.of(cast.tenant(), matter("水管漏水").id())).singleElement().satisfies(voice -> assertThat(voice.confidential()).isTrue());
        assertThat(voices.of(cast.tenant(), matter("建议设路牌").id())).as("nobody left a name").isEmpty();
        for (var table : List.of("ledger.entry", "ledger.matter", "pattern.waiting", "intake.voice", "intake.reporter")) {
            assertThat(db.queryForList("select t::text from " + table + " t where tenant = ?", String.class, cast.tenant().value())).as(table)
                    .noneMatch(row -> row.contains("张守一") || row.contains("13812345678") || row.contains("李见微") || row.contains("6655443"));
        }
    }

    @Test
    void whoever_called_elsewhere_follows_books_and_asks_as_those_who_raised_it_here() {
        bring(ORDERS);
        var lamp = matter("路灯不亮");
        var key = db.queryForObject("select key from intake.voice where tenant = ? and matter = ?", UUID.class, cast.tenant().value(), lamp.id().value());
        var code = receiving.code(cast.tenant(), key);

        assertThat(done(following.follow(cast.tenant(), code))).satisfies(told -> {
            assertThat(told.title()).isEqualTo("路灯不亮");
            assertThat(told.text()).isEqualTo("中山路三号路灯不亮半个月");
        });
        assertThat(done(receptions.own(cast.coordinator(), lamp.id(), 1)).title()).isEqualTo("路灯不亮");
        assertThat(done(rights.own(cast.tenant(), code)).title()).isEqualTo("路灯不亮");
    }

    @Test
    void a_number_brought_along_is_found_again_and_the_same_file_again_brings_nobody_twice() {
        bring(ORDERS);
        assertThat(bring(ORDERS).added()).isZero();

        assertThat(done(vault.byPhone(cast.coordinator(), "138 1234 5678", "核对是否重复"))).extracting(Voice::matter)
                .containsExactly(matter("路灯不亮").id());
    }

    @Test
    void another_systems_words_for_the_same_columns_are_understood() {
        assertThat(bring(OTHERS).added()).isOne();

        var found = matter("办证时间");
        assertThat(found.lead()).isEqualTo(cast.water());
        assertThat(found.open()).isTrue();
        assertThat(found.subject().fields().toString()).doesNotContain("王知秋", "13900001111");
        assertThat(voices.of(cast.coordinator(), found.id())).singleElement().satisfies(seen -> {
            assertThat(seen.voice().channel()).isEqualTo("窗口");
            assertThat(seen.masked().phone()).isEqualTo("139****1111");
        });
    }

    @Test
    void a_column_of_callers_added_to_the_accounts_own_file_goes_into_the_vault_too() {
        assertThat(bring("明白账编号,标题,主要内容,来电人,来电人电话\n,井盖松动,北街井盖松动,赵远山,13700002222\n").added()).isOne();

        var found = matter("井盖松动");
        assertThat(found.subject().fields()).isEmpty();
        assertThat(voices.of(cast.coordinator(), found.id())).singleElement().satisfies(seen -> assertThat(seen.masked().name()).isEqualTo("赵**"));
    }

    private org.mingbai.intake.Import.Result bring(String csv) {
        return switch (imports.bring(cast.coordinator(), "hotline", "工单.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
            case Imports.Brought.Refused(var why) -> throw new AssertionError(why.toString());
            case Imports.Brought.Kept(var made) -> {
                assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
                yield imports.run(cast.coordinator(), made.id(), false);
            }
        };
    }

    private Matter matter(String title) {
        return matters.page(cast.coordinator(), MatterFilter.all("hotline")).matters().stream()
                .filter(it -> it.subject().title().equals(title)).findFirst().orElseThrow();
    }
}
