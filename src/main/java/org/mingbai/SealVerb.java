package org.mingbai;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.seal.KnownKeys;
import org.mingbai.ledger.seal.SealKeys;
import org.mingbai.ledger.seal.Seals;
import org.springframework.context.ApplicationContext;

/// Shows the public keys of the seal, or replaces the keys that sign.
final class SealVerb implements Verb {

    @Override
    public String name() {
        return "seal";
    }

    @Override
    public String form() {
        return "keys|rotate [--data DIR]";
    }

    @Override
    public String chinese() {
        return "列出封存签名的公钥，或更换签名密钥";
    }

    @Override
    public String english() {
        return "show the public keys of the seal, or replace the keys that sign";
    }

    @Override
    public String chineseMore() {
        return """
                keys     每个账户的公钥，一行一把，最早的在前，后面是每次更换时由旧密钥签名移交的日志头；发给要核对回执的人
                rotate   换一把新密钥，由旧的在最后的日志头上签名移交；旧回执仍可核对；此后的日志头如果是旧密钥签的，
                         今天的日志里也没有，就会两面都讲明。换后请备份 seal.keys。
                         最后的日志头不是本账的密钥签的，或者与表里的账接不上，就不换：请先执行 check
                退出码：0 已办；1 没有办成，并说明原因；2 命令写法有误。""";
    }

    @Override
    public String englishMore() {
        return """
                keys     each account's public keys, one in a line, the oldest first, and behind them the heads by which old keys
                         were handed over: for those who check receipts
                rotate   a new key from now on; the old one signs at the last head of the log which key takes its place. Old receipts
                         can still be checked; what the old key signs for a later head, and today's log does not have, is told as either of two things.
                         Back up seal.keys afterwards. Nothing
                         is replaced where the last head is not signed by the keys, or is not that of the tables: run check first
                Exit codes: 0 done; 1 not done, and why; 2 misused.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--data"));
        var what = arguments.plain();
        if (!what.equals(List.of("keys")) && !what.equals(List.of("rotate"))) {
            throw new Misuse("seal 后面写要做什么：seal keys 或 seal rotate", "seal takes what to do: seal keys, or seal rotate");
        }
        try (var product = Product.open(arguments.product())) {
            if (!product.getBean(SealKeys.class).ready()) {
                terminal.complain("密钥文件 seal.keys 不在或读不出。请先找回它。", "The key file seal.keys is missing or cannot be read. Bring it back first.");
                return 1;
            }
            var seals = product.getBean(Seals.class);
            if (what.equals(List.of("rotate"))) {
                written(product, "begun");
                return told(product, seals.renewKeys(), terminal);
            }
            var logs = product.getBean(Tenants.class).all().stream().flatMap(tenant -> seals.known(tenant).stream()).toList();
            terminal.out().print(KnownKeys.all(logs).written());
            return 0;
        }
    }

    /// Before it and after it: the key is in a file and the line in the database, and a program that dies between the two leaves the first line.
    private static void written(ApplicationContext product, String step) {
        product.getBean(Tenants.class).all().forEach(tenant -> product.getBean(AuditTrail.class).keyChanged(
                Keeper.program(tenant, "mingbai seal rotate"), AuditAct.SEAL_KEY_CHANGED, "seal.keys", Map.of("step", step)));
    }

    private static int told(ApplicationContext product, Seals.Renewed renewed, Terminal terminal) {
        return switch (renewed) {
            case Seals.Renewed.Done(int logs) -> {
                written(product, "done");
                terminal.say("已更换签名密钥，%d 本日志的最后一个头由新旧两把签名。请立即备份 seal.keys。".formatted(logs),
                        "The signing key is replaced; the last heads of %d logs are signed by old and new. Back up seal.keys now.".formatted(logs));
                yield 0;
            }
            case Seals.Renewed.Refused(var tenant) -> {
                terminal.complain("没有更换密钥：账户 %d 的最后一个日志头不是本账的密钥签的，或者与表里的账接不上。请先执行 mingbai check。".formatted(tenant.value()),
                        "The key is not replaced: the last head of account %d is not signed by its keys, or is not that of its tables. Run mingbai check first."
                                .formatted(tenant.value()));
                yield 1;
            }
        };
    }
}
