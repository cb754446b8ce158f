package org.mingbai;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.seal.KnownKeys;
import org.mingbai.ledger.seal.LogProof;
import org.mingbai.ledger.seal.LogReading;
import org.mingbai.ledger.seal.Opening;
import org.mingbai.ledger.seal.VerifyingKey;

/// Checks a receipt with nothing but the public key of the log, and holds it against the log of today where its address is given.
final class VerifyReceipt implements Verb {

    private static final long FILE_MAX = 3L * LogProof.CHARACTERS_MAX;

    @Override
    public String name() {
        return "verify-receipt";
    }

    @Override
    public String form() {
        return "FILE --key KEY|FILE [--log ADDRESS] [--now FILE]";
    }

    @Override
    public String chinese() {
        return "凭公钥核对一张封存回执，不需要联网";
    }

    @Override
    public String english() {
        return "check a sealed receipt with the log's public key alone";
    }

    @Override
    public String chineseMore() {
        return """
                FILE        回执文件（.tlog-proof）
                --key       日志的公钥：直接写，或写一个每行一把公钥的文件（网址 …/log/keys 给出的就是）
                --log       日志的网址，如 https://账.example/log：再看今天的日志是不是只增不改地接在回执之后；
                            密钥换过的，凭旧公钥也能一路认到现在的
                --now       凭回执码刚从网页上再存的一张：看账上现在写的与当时封存的是不是一样
                退出码：0 回执成立；1 不成立，并说明是哪一步，或者不能断定；2 命令写法有误，或文件读不了。""";
    }

    @Override
    public String englishMore() {
        return """
                FILE        the receipt (.tlog-proof)
                --key       the log's public key as such, or a file with one in each line (what the address .../log/keys gives)
                --log       the log's address, such as https://ledger.example/log: also see that the log of today only grew since;
                            who has an old key alone is led to the one that took its place
                --now       the receipt kept again from the page just now: see whether the ledger still says what was sealed
                Exit codes: 0 the receipt holds; 1 it does not, and at which step, or it cannot be told; 2 misused, or a file that cannot be read.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--key", "--log", "--now"));
        if (arguments.plain().size() != 1) {
            throw new Misuse("请给出一个回执文件。", "Please name one receipt.");
        }
        var trusted = keys(arguments.needed("--key"));
        var read = LogProof.read(text(Path.of(arguments.plain().getFirst())));
        if (read.isEmpty()) {
            return no(terminal, "这不是一张回执，或者缺了一段。", "This is no receipt, or a part of it is missing.");
        }
        var proof = read.get();
        var log = log(arguments.value("--log"), trusted);
        var keys = log.map(LogReading::keys).orElse(trusted);
        Optional<Supplier<LogReading.Answer>> today = log.map(it -> () -> since(proof, arguments.needed("--log"), it));
        int code = alone(proof, keys, today, terminal);
        if (code == 0 && today.isPresent()) {
            code = today(today.get().get(), terminal);
        }
        return code == 0 && arguments.value("--now").isPresent() ? now(proof, arguments.needed("--now"), keys, terminal) : code;
    }

    private static Optional<LogReading> log(Optional<String> address, KnownKeys trusted) {
        try {
            return address.isEmpty() ? Optional.empty() : Optional.of(new LogReading(URI.create(address.get()), trusted));
        } catch (IOException | IllegalArgumentException e) {
            throw new Misuse("读不到日志：" + address.get(), "The log cannot be read: " + address.get());
        }
    }

    /// @param today what its log says, where somebody said which it is
    private static int alone(LogProof proof, KnownKeys keys, Optional<Supplier<LogReading.Answer>> today, Terminal terminal) {
        boolean contested = keys.contested(proof.head());
        if (!contested && !keys.signed(proof.head())) {
            return no(terminal, "签名不对：不是这把公钥签的，或者被改过。", "The signature does not hold: another key signed it, or it was changed.");
        }
        if (!proof.leads()) {
            return no(terminal, "签名是真的，但这一条算不到签名的根：回执被改过，或拼错了。",
                    "The signature is genuine, but this entry does not lead to the signed root: the receipt was changed or put together wrongly.");
        }
        var head = proof.checkpoint();
        var opening = proof.opening();
        if (opening != null && !proof.opens()) {
            tell("回执里写的是：", "The receipt says:", opening, terminal);
            return no(terminal, "日志里第 %,d 条封存的不是这些话：取回执之前账上的记录已被改动，或者回执后来被改过。".formatted(proof.index() + 1),
                    "What was sealed as entry %,d is something else: the ledger was changed before this receipt was fetched, or the receipt after it."
                            .formatted(proof.index() + 1));
        }
        if (contested && today.filter(it -> it.get() instanceof LogReading.Answer.Grew).isEmpty()) {
            return untold(today.isPresent(), terminal);
        }
        terminal.say("成立：日志 %s 共 %,d 条时，第 %,d 条就是这一条。".formatted(head.origin(), head.size(), proof.index() + 1),
                "It holds: when the log %s had %,d entries, this was entry %,d.".formatted(head.origin(), head.size(), proof.index() + 1));
        if (opening != null) {
            tell("封存的是：", "What was sealed:", opening, terminal);
        }
        return 0;
    }

    private static void tell(String chinese, String english, Opening opening, Terminal terminal) {
        terminal.say(chinese, english);
        opening.fields().forEach((name, value) -> terminal.out().println("  " + name + ": " + plain(value)));
    }

    /// A file from elsewhere moves no cursor.
    private static String plain(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ");
    }

    /// What the ledger says now, held against what was sealed. The proof of it is two files: neither the page nor this program has to be believed.
    private static int now(LogProof proof, String file, KnownKeys keys, Terminal terminal) throws IOException {
        var again = LogProof.read(text(Path.of(file)));
        var log = proof.checkpoint().origin();
        if (again.isEmpty() || !keys.signed(again.get().head()) || !again.get().leads() || again.get().index() != proof.index()
                || !again.get().checkpoint().origin().equals(log)) {
            return no(terminal, "再存的那一张不是这条记录的回执。", "What was kept now is no receipt for this entry.");
        }
        var now = again.get().opening();
        var was = proof.opening();
        if (now == null) {
            return no(terminal, "再存的那一张没有写账上现在的内容。", "What was kept now does not say what the ledger says.");
        }
        if (now.opens(proof.hash(), proof.leaf())) {
            terminal.say("账上现在写的，与当时封存的一样。", "The ledger still says what was sealed.");
            return 0;
        }
        if (was != null) {
            was.differences(now).forEach(it -> terminal.say(
                    "  %s：封存时为“%s”，现在为“%s”".formatted(it.field(), plain(told(it.was())), plain(told(it.is()))),
                    "  %s: sealed as \"%s\", now \"%s\"".formatted(it.field(), plain(told(it.was())), plain(told(it.is())))));
        }
        return no(terminal, "账上现在写的不是当时封存的：记录被改过。", "The ledger does not say what was sealed any more: the entry was changed.");
    }

    private static String told(@Nullable String value) {
        return value == null ? "-" : value;
    }

    private static LogReading.Answer since(LogProof proof, String address, LogReading log) {
        try {
            return log.since(proof);
        } catch (IOException | IllegalArgumentException e) {
            throw new Misuse("读不到日志：" + address, "The log cannot be read: " + address);
        }
    }

    private static int today(LogReading.Answer answer, Terminal terminal) {
        return switch (answer) {
            case LogReading.Answer.Grew(var size) -> {
                terminal.say("今天的日志有 %,d 条，只增不改地接在这张回执之后。".formatted(size),
                        "The log has %,d entries today, and only grew since this receipt.".formatted(size));
                yield 0;
            }
            case LogReading.Answer.Shorter(var size) -> no(terminal,
                    "今天的日志只有 %,d 条，比回执上的少：有记录被收回，或者恢复了旧备份。".formatted(size),
                    "The log has only %,d entries today, fewer than on the receipt: entries were taken back, or an old backup was restored."
                            .formatted(size));
            case LogReading.Answer.Forked(var size) -> no(terminal,
                    "今天的日志（%,d 条）不是回执上的那一本：记录被改过。".formatted(size),
                    "The log of today (%,d entries) is not the one on the receipt: entries were changed.".formatted(size));
            case LogReading.Answer.Contested() -> untold(true, terminal);
            case LogReading.Answer.NotSigned() -> no(terminal, "今天的日志不是这把公钥签的。", "The log of today is not signed by this key.");
            case LogReading.Answer.Torn() -> no(terminal, "今天的日志自相矛盾：各块算不出它签名的根。",
                    "The log of today contradicts itself: its tiles do not lead to the root it signed.");
        };
    }

    /// One key signed both this and that it was replaced before: its word alone does not tell which is false.
    private static int untold(boolean read, Terminal terminal) {
        var chinese = read ? "，今天的日志里也没有它签名的那个日志头。" : "；用 --log 可以看今天的日志里有没有它。";
        var english = read ? ", and the log of today does not have what it signed. " : "; --log says whether the log of today has it. ";
        terminal.say("不能断定。签它的密钥在更小的一个日志头上就已换下" + chinese
                        + "要么有人用旧密钥另造了回执，要么日志先被截短、后换的密钥。请保存好回执，并告诉审计部门。",
                "It cannot be told. The key that signed it was replaced at a smaller head" + english
                        + "Either the old key was misused, or the log was cut back before the key was replaced. Keep the receipt and tell the auditors.");
        return 1;
    }

    private static int no(Terminal terminal, String chinese, String english) {
        terminal.say("不成立。" + chinese, "It does not hold. " + english);
        return 1;
    }

    private static KnownKeys keys(String said) throws IOException {
        var one = VerifyingKey.read(said);
        if (one.isPresent()) {
            return KnownKeys.of(List.of(one.get()));
        }
        return KnownKeys.read(text(Path.of(said))).orElseThrow(() -> new Misuse("公钥读不懂：" + said, "This is no public key: " + said));
    }

    private static String text(Path file) throws IOException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > FILE_MAX) {
                throw new Misuse("没有这个文件，或者太大：" + file, "There is no such file, or it is too large: " + file);
            }
            return Files.readString(file);
        } catch (MalformedInputException | InvalidPathException e) {
            throw new Misuse("这个文件不是文本：" + file, "This file is no text: " + file);
        }
    }
}
