package org.mingbai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.seal.Piece;
import org.mingbai.ledger.seal.SealCheck;
import org.mingbai.ledger.store.Replay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/// Reads every journal again and holds the tables against it.
final class Check implements Verb {

    private static final Logger LOG = LoggerFactory.getLogger(Check.class);
    private static final int TOLD_MAX = 50;

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String form() {
        return "[--head FILE] [--data DIR]";
    }

    @Override
    public String chinese() {
        return "重放每一件事项的流水，与各表和封存逐项核对";
    }

    @Override
    public String english() {
        return "replay every journal and hold the tables and the seal against it";
    }

    @Override
    public String chineseMore() {
        return """
                逐账核对：由流水重算的每一件事项，与 ledger.matter 各列、ledger.part 及各项计数、supervision.clock 的各个时限、verdict.answer 的评议、verdict.look_back 的回头看是否一致。
                再核对封存：每一条流水、审计记录和身份查看记录与封存时是否一样、有没有少或多，整棵树算到的根与每个签名的日志头是否相符；有不符的，从最早的一条说起。
                --head FILE   别人手里的日志头或回执：看这本账是否就是当时签名的那一本（恢复了旧备份会在这里看出来）
                什么也不改动；明白账可以照常运行。退出码：0 全部一致；1 有不一致，逐条列出。""";
    }

    @Override
    public String englishMore() {
        return """
                For each account: every matter as its journal tells it, against each column of ledger.matter, ledger.part, the counts,
                the clocks in supervision.clock, the verdicts in verdict.answer and the look-backs in verdict.look_back.
                Then the seal: every entry, every line of the audit trail and of the log of looks as it was sealed, none missing and none too
                many, the root of the whole tree and every signed head; what differs is told from the first on.
                --head FILE   a head or receipt somebody kept: whether this is the ledger that was signed then (a restored old backup shows here)
                Changes nothing; Mingbai may go on running. Exit codes: 0 all agree; 1 there are differences, each of them listed.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--data", "--head")).alone(name());
        var held = arguments.value("--head").map(Check::held);
        try (var product = Product.open(arguments.product())) {
            return of(product, held, terminal) ? 0 : 1;
        }
    }

    /// @return whether all agrees
    static boolean of(ApplicationContext product, Optional<String> held, Terminal terminal) {
        var tenants = product.getBean(Tenants.class);
        var seals = product.getBean(SealCheck.class);
        if (held.isPresent() && tenants.all().stream().noneMatch(tenant -> seals.names(tenant, held.get()))) {
            throw new Misuse("这不是本账的日志头或回执。", "This is no head or receipt of an account kept here.");
        }
        long differences = 0;
        for (var tenant : tenants.all()) {
            differences += one(product, tenant, held, terminal);
        }
        return differences == 0;
    }

    /// What keeps the journals from being read keeps nobody from checking the seal, nor the accounts behind this one.
    /// @return how many differences
    static long one(ApplicationContext product, TenantId tenant, Optional<String> held, Terminal terminal) {
        var name = Which.name(product.getBean(Tenants.class), tenant);
        return counted(tenant, terminal, () -> {
            var report = product.getBean(Replay.class).check(tenant);
            tell(tenant, name, report, terminal);
            return report.differences().size();
        }) + counted(tenant, terminal, () -> {
            var seals = product.getBean(SealCheck.class);
            var seal = seals.check(tenant, held.filter(it -> seals.names(tenant, it)).stream().toList());
            tell(tenant, name, seal, terminal);
            return seal.findings().size();
        });
    }

    /// A check that came to no end is a difference too.
    private static long counted(TenantId tenant, Terminal terminal, LongSupplier check) {
        try {
            return check.getAsLong();
        } catch (RuntimeException e) {
            LOG.error("The check of account {} came to no end", tenant.value(), e);
            terminal.say("  账户 %d 没有核对完：%s".formatted(tenant.value(), e), "  account %d could not be checked to the end: %s".formatted(tenant.value(), e));
            return 1;
        }
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

    private static void tell(TenantId tenant, String name, SealCheck.Report report, Terminal terminal) {
        var found = report.findings();
        terminal.say("账户 %d（%s）：封存 %,d 条，日志头 %,d 个，待封存 %,d 条：%,d 处不符。".formatted(
                        tenant.value(), name, report.leaves(), report.heads(), report.waiting(), found.size()),
                "Account %d (%s): %,d sealed entries, %,d heads, %,d waiting to be sealed: %,d faults.".formatted(
                        tenant.value(), name, report.leaves(), report.heads(), report.waiting(), found.size()));
        found.stream().limit(TOLD_MAX).forEach(finding -> terminal.say(
                "  " + place(finding, "第 %,d 条", Check::chinese, "%,d 条时的日志头", "，") + "：" + chinese(finding.fault()),
                "  " + place(finding, "leaf %,d", Check::english, "head of %,d", ", ") + ": " + english(finding.fault())));
        if (found.size() > TOLD_MAX) {
            terminal.say("  另有 %,d 处".formatted(found.size() - TOLD_MAX), "  and %,d more".formatted(found.size() - TOLD_MAX));
        }
    }

    private static String place(SealCheck.Finding finding, String leaf, Function<Piece, String> piece, String head, String comma) {
        var place = new StringJoiner(comma);
        if (finding.leaf() != null) {
            place.add(leaf.formatted(finding.leaf() + 1));
        }
        if (finding.piece() != null) {
            place.add(piece.apply(finding.piece()));
        }
        if (finding.at() != null) {
            place.add(head.formatted(finding.at()));
        }
        return place.toString();
    }

    private static String chinese(Piece piece) {
        return switch (piece) {
            case Piece.OfJournal(var matter, int seq) -> "事项 %d 的第 %d 条流水".formatted(matter.value(), seq);
            case Piece.OfLog(var log, long line) -> switch (log) {
                case "audit" -> "审计记录第 %d 号".formatted(line);
                case "looks" -> "身份查看记录第 %d 号".formatted(line);
                default -> "%s 第 %d 号".formatted(log, line);
            };
        };
    }

    private static String english(Piece piece) {
        return switch (piece) {
            case Piece.OfJournal(var matter, int seq) -> "matter %d entry %d".formatted(matter.value(), seq);
            case Piece.OfLog(var log, long line) -> switch (log) {
                case "audit" -> "line %d of the audit trail".formatted(line);
                case "looks" -> "line %d of the log of looks".formatted(line);
                default -> "line %d of %s".formatted(line, log);
            };
        };
    }

    private static String chinese(SealCheck.Fault fault) {
        return switch (fault) {
            case CHANGED -> "它与封存时不一样，或被换成了另一条";
            case REMOVED -> "它不在了";
            case INSERTED -> "它没有交付封存，是绕过明白账写进去的";
            case LEAF_MISSING -> "封存名册里少了这一条";
            case TREE -> "封存的树与它的叶子对不上";
            case HEAD -> "签过名的日志头与今天的树对不上";
            case SIGNATURE -> "日志头的签名不是本账的密钥签的";
            case CONTESTED -> "签它的密钥在更小的一个日志头上就已换下：要么旧密钥被人用了，要么日志先被截短、后换的密钥";
            case UNSIGNED -> "它排在最后一个签过名的日志头之后，不是明白账写的";
            case SHORTER -> "今天的账比这个日志头短：有记录被收回，或者恢复了旧备份";
            case FORKED -> "今天的账不是这个日志头签名的那一本";
            case TAKEN_BACK -> "本机签过这个日志头，今天的账比它短：有记录被绕过明白账收回，或者数据库换成了旧的；不再签名";
            case REWRITTEN -> "本机签过这个日志头，今天的账不是它签名的那一本：被绕过明白账改写；不再签名";
            case UNKNOWN_HEAD -> "给出的日志头或回执，签名不是本账的密钥签的";
            case NAMELESS -> "有封存的内容，却没有日志自己的名称和算法（ledger.log），无从核对";
            case NAMED_OTHERWISE -> "日志自己的名称或算法（ledger.log）与签名时不一样";
            case NO_KEYS -> "密钥文件 seal.keys 不在，签名没有核对";
        };
    }

    private static String english(SealCheck.Fault fault) {
        return switch (fault) {
            case CHANGED -> "it is not as it was sealed, or another stands in its place";
            case REMOVED -> "it is gone";
            case INSERTED -> "it was never given to be sealed: it was written past Mingbai";
            case LEAF_MISSING -> "it is missing in the list of what was sealed";
            case TREE -> "the sealed tree does not hold what its leaves say";
            case HEAD -> "the signed head is not that of today's tree";
            case SIGNATURE -> "the head is not signed by this ledger's keys";
            case CONTESTED -> "the key that signed it was replaced at a smaller head: either it was misused since, or the log was cut back before";
            case UNSIGNED -> "it stands beyond the last signed head and was not written by Mingbai";
            case SHORTER -> "this ledger is shorter than the head: entries were taken back, or an old backup was restored";
            case FORKED -> "this ledger is not the one whose head was signed";
            case TAKEN_BACK -> "this head was signed here and the ledger is shorter today: entries were taken back past Mingbai, or the database is an"
                    + " older one; nothing more is signed";
            case REWRITTEN -> "this head was signed here and is not that of today's ledger: it was rewritten past Mingbai; nothing more is signed";
            case UNKNOWN_HEAD -> "the head or receipt given is not signed by this ledger's keys";
            case NAMELESS -> "there are leaves or heads, but not what the log is called and hashed with (ledger.log), so nothing could be checked";
            case NAMED_OTHERWISE -> "what the log is called or hashed with (ledger.log) is not what its heads were signed with";
            case NO_KEYS -> "the key file seal.keys is missing, so no signature was checked";
        };
    }

    private static String held(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new Misuse("读不了：" + file, "It cannot be read: " + file);
        }
    }
}
