package org.mingbai.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.mingbai.directory.TenantId;
import org.mingbai.pattern.Likenesses;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a clerk asks while writing down: who has said this already. The matters are told to the index as the ledger tells them, without a ledger.
final class LikenessQuestions {

    private static final int BATCH = 5_000;
    private static final int PLACES = 20_000;
    private static final int LIMIT = 10;
    private static final String NAMES = "青禾桥东南门柳荫河沿钟楼石桥文昌北关新塘杏林东湖望江清泉云溪锦绣金桂百合丰收和平建设解放朝阳胜利光明永安长乐福寿康宁";
    private static final String[] KINDS = {"小区", "花园", "路", "街道", "中学", "市场", "村", "广场", "公园", "医院"};
    private static final String[] THINGS = {"路灯", "垃圾", "下水道", "噪音", "油烟", "停车", "物业费", "电梯", "供水", "公交车", "违章建筑", "工资", "补课", "施工", "占道经营"};
    private static final String[] FAULTS = {"坏了没有人修", "长期无人处理", "严重扰民", "乱收费", "存在安全隐患", "多次投诉无果", "什么时候能解决", "不合理", "被人占用", "影响出行"};
    private static final String[] PLEAS = {"希望有关部门尽快处理", "请领导过问一下", "打过几次电话都没有答复", "老人和孩子很不方便", "已经持续了半年", "附近居民意见很大",
        "物业和社区互相推诿", "夜里根本无法入睡", "每次下雨都是这样", "请给一个明确的说法", "照片已经拍下来了", "这样的情况不是第一次"};

    private final Ledgers ledgers;
    private final int matters;

    LikenessQuestions(Ledgers ledgers, int matters) {
        this.ledgers = ledgers;
        this.matters = matters;
    }

    private record Said(String title, String body, String place) {}

    void ask(int repeats, double seconds, Figures figures) throws Exception {
        try (var product = ledgers.empty("bench_likeness_" + matters)) {
            var town = BenchTown.found(product);
            var likenesses = product.getBean(Likenesses.class);
            long began = System.nanoTime();
            try (var connection = product.getBean(DataSource.class).getConnection()) {
                load(connection, town.tenant, likenesses);
            }
            figures.note("Likenesses", "matters taken into the index a second", matters, matters / ((System.nanoTime() - began) / 1e9));
            var db = product.getBean(JdbcTemplate.class);
            db.execute("vacuum analyze");
            var megabytes = db.queryForObject("select (pg_total_relation_size('pattern.posting') + pg_total_relation_size('pattern.sketch')) / 1e6",
                    Double.class);
            figures.note("Likenesses", "index, MB", matters, megabytes == null ? 0 : megabytes);
            var random = new Random(7);
            Sample.of(1, seconds, watch -> watch.time("asked", () -> asked(likenesses, town.tenant, random)));
            for (int repeat = 0; repeat < repeats; repeat++) {
                var sample = Sample.of(1, seconds, watch -> watch.time("asked", () -> asked(likenesses, town.tenant, random)));
                figures.note("Likenesses", "one matter against all, µs (p50 / p95 / p99)", matters, sample.percentiles("asked"));
            }
        }
    }

    private static Object asked(Likenesses likenesses, TenantId tenant, Random random) {
        var said = said(random);
        return likenesses.of(tenant, said.title(), said.body(), said.place(), LIMIT);
    }

    /// The product's own worker takes part: it wakes every second.
    private void load(Connection connection, TenantId tenant, Likenesses likenesses) throws SQLException {
        var random = new Random(1);
        try (var insert = connection.prepareStatement("insert into pattern.waiting (tenant, matter, title, body, place) values (?, ?, ?, ?, ?)")) {
            for (int matter = 1; matter <= matters; matter++) {
                var said = said(random);
                insert.setInt(1, tenant.value());
                insert.setLong(2, matter);
                insert.setString(3, said.title());
                insert.setString(4, said.body());
                insert.setString(5, said.place());
                insert.addBatch();
                if (matter % BATCH == 0 || matter == matters) {
                    insert.executeBatch();
                    while (likenesses.catchUp() > 0) {
                        Thread.onSpinWait();
                    }
                }
            }
        }
    }

    private static Said said(Random random) {
        var names = new Random(random.nextInt(PLACES));
        var place = IntStream.range(0, 3).mapToObj(_ -> String.valueOf(NAMES.charAt(names.nextInt(NAMES.length())))).collect(Collectors.joining())
                + KINDS[names.nextInt(KINDS.length)];
        var thing = THINGS[random.nextInt(THINGS.length)];
        var fault = FAULTS[random.nextInt(FAULTS.length)];
        var body = place + "的" + thing + fault + "，" + random.ints(5, 0, PLEAS.length).mapToObj(at -> PLEAS[at] + random.nextInt(100))
                .collect(Collectors.joining("，")) + "。";
        return new Said(place + thing + fault, body, place);
    }
}
