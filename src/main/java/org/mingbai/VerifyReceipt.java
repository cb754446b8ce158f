package org.mingbai;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.mingbai.ledger.seal.LogProof;
import org.mingbai.ledger.seal.LogReading;
import org.mingbai.ledger.seal.VerifyingKey;

/// Checks a receipt with nothing but the public key of the log, and holds it against the log of today where its address is given.
final class VerifyReceipt implements Verb {

    private static final long FILE_MAX = 100_000;

    @Override
    public String name() {
        return "verify-receipt";
    }

    @Override
    public String form() {
        return "FILE --key KEY|FILE [--log ADDRESS]";
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
                --log       日志的网址，如 https://账.example/log：再看今天的日志是不是只增不改地接在回执之后
                退出码：0 回执成立；1 不成立，并说明是哪一步；2 命令写法有误，或文件读不了。""";
    }

    @Override
    public String englishMore() {
        return """
                FILE        the receipt (.tlog-proof)
                --key       the log's public key as such, or a file with one in each line (what the address .../log/keys gives)
                --log       the log's address, such as https://ledger.example/log: also see that the log of today only grew since
                Exit codes: 0 the receipt holds; 1 it does not, and at which step; 2 misused, or a file that cannot be read.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--key", "--log"));
        if (arguments.plain().size() != 1) {
            throw new Misuse("请给出一个回执文件。", "Please name one receipt.");
        }
        var keys = keys(arguments.needed("--key"));
        var read = LogProof.read(text(Path.of(arguments.plain().getFirst())));
        if (read.isEmpty()) {
            return no(terminal, "这不是一张回执，或者缺了一段。", "This is no receipt, or a part of it is missing.");
        }
        var proof = read.get();
        if (!proof.signedBy(keys)) {
            return no(terminal, "签名不对：不是这把公钥签的，或者被改过。", "The signature does not hold: another key signed it, or it was changed.");
        }
        if (!proof.leads()) {
            return no(terminal, "签名是真的，但这一条算不到签名的根：回执被改过，或拼错了。",
                    "The signature is genuine, but this entry does not lead to the signed root: the receipt was changed or put together wrongly.");
        }
        var head = proof.checkpoint();
        terminal.say("成立：日志 %s 共 %,d 条时，第 %,d 条就是这一条。".formatted(head.origin(), head.size(), proof.index() + 1),
                "It holds: when the log %s had %,d entries, this was entry %,d.".formatted(head.origin(), head.size(), proof.index() + 1));
        return arguments.value("--log").isEmpty() ? 0 : today(proof, arguments.needed("--log"), keys, terminal);
    }

    private static int today(LogProof proof, String address, List<VerifyingKey> keys, Terminal terminal) {
        try {
            return switch (new LogReading(URI.create(address), proof.hash(), keys).since(proof)) {
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
                case LogReading.Answer.NotSigned() -> no(terminal, "今天的日志不是这把公钥签的。", "The log of today is not signed by this key.");
                case LogReading.Answer.Torn() -> no(terminal, "今天的日志自相矛盾：各块算不出它签名的根。",
                        "The log of today contradicts itself: its tiles do not lead to the root it signed.");
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new Misuse("读不到日志：" + address, "The log cannot be read: " + address);
        }
    }

    private static int no(Terminal terminal, String chinese, String english) {
        terminal.say("不成立。" + chinese, "It does not hold. " + english);
        return 1;
    }

    private static List<VerifyingKey> keys(String said) throws IOException {
        var one = VerifyingKey.read(said);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        var read = text(Path.of(said)).lines().filter(line -> !line.isBlank()).map(VerifyingKey::read).toList();
        if (read.isEmpty() || read.stream().anyMatch(java.util.Optional::isEmpty)) {
            throw new Misuse("公钥读不懂：" + said, "This is no public key: " + said);
        }
        return read.stream().map(java.util.Optional::orElseThrow).toList();
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
