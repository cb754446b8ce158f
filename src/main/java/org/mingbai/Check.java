package org.mingbai;

import java.util.List;
import java.util.Set;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.store.Replay;

/// Reads every journal again and holds the tables against it.
final class Check implements Verb {

    private static final int TOLD_MAX = 50;

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String form() {
        return "[--data DIR]";
    }

    @Override
    public String chinese() {
        return "重放每一件事项的流水，与各表逐项核对";
    }

    @Override
    public String english() {
        return "replay every journal and hold the tables against it";
    }

    @Override
    public String chineseMore() {
        return """
                逐账核对：由流水重算的每一件事项，与 ledger.matter 各列、ledger.part 及各项计数、supervision.clock 的各个时限、verdict.answer 的评议、verdict.look_back 的回头看是否一致。
                什么也不改动；明白账可以照常运行。退出码：0 全部一致；1 有不一致，逐条列出。""";
    }

    @Override
    public String englishMore() {
        return """
                For each account: every matter as its journal tells it, against each column of ledger.matter, ledger.part, the counts,
                the clocks in supervision.clock, the verdicts in verdict.answer and the look-backs in verdict.look_back.
                Changes nothing; Mingbai may go on running. Exit codes: 0 all agree; 1 there are differences, each of them listed.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--data")).alone(name());
        long differences = 0;
        try (var product = Product.open(arguments.product())) {
            var tenants = product.getBean(Tenants.class);
            for (var tenant : tenants.all()) {
                var report = product.getBean(Replay.class).check(tenant);
                tell(tenant, Which.name(tenants, tenant), report, terminal);
                differences += report.differences().size();
            }
        }
        return differences == 0 ? 0 : 1;
    }

    private static void tell(TenantId tenant, String name, Replay.Report report, Terminal terminal) {
        var found = report.differences();
        terminal.say("账户 %d（%s）：重放 %,d 件事项的 %,d 条流水，核对 ledger.matter、ledger.part 和各项计数：%,d 处不一致。".formatted(
                        tenant.value(), name, report.matters(), report.entries(), found.size()),
                "Account %d (%s): replayed %,d matters from %,d entries against ledger.matter, ledger.part and the counts: %,d differences.".formatted(
                        tenant.value(), name, report.matters(), report.entries(), found.size()));
        found.stream().limit(TOLD_MAX).forEach(difference -> {
            var matter = difference.matter() == null ? "-" : Long.toString(difference.matter().value());
            terminal.say("  事项 %s，%s：流水为“%s”，表中为“%s”".formatted(matter, difference.what(), difference.journal(), difference.table()),
                    "  matter %s, %s: the journal says \"%s\", the table \"%s\"".formatted(matter, difference.what(), difference.journal(),
                            difference.table()));
        });
        if (found.size() > TOLD_MAX) {
            terminal.say("  另有 %,d 处".formatted(found.size() - TOLD_MAX), "  and %,d more".formatted(found.size() - TOLD_MAX));
        }
    }
}
