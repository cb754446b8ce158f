package org.mingbai;

import java.util.List;
import java.util.Set;
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
        return "[--mingbai.data=DIR]";
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
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of());
        long differences = 0;
        try (var product = Product.open(arguments.settings())) {
            var replay = product.getBean(Replay.class);
            for (var tenant : product.getBean(Tenants.class).all()) {
                var report = replay.check(tenant);
                terminal.say("账户 %d：%,d 件事项，%,d 条流水，%d 处不一致。".formatted(tenant.value(), report.matters(), report.entries(), report.differences().size()),
                        "Account %d: %,d matters, %,d entries, %d differences.".formatted(tenant.value(), report.matters(), report.entries(),
                                report.differences().size()));
                report.differences().stream().limit(TOLD_MAX).forEach(difference -> terminal.out().println("  "
                        + (difference.matter() == null ? "-" : difference.matter().value()) + " " + difference.what() + ": "
                        + difference.journal() + " / " + difference.table()));
                differences += report.differences().size();
            }
        }
        return differences == 0 ? 0 : 1;
    }
}
