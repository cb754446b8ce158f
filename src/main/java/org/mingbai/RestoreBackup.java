package org.mingbai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Tenants;
import org.mingbai.shell.backup.Backup;
import org.mingbai.shell.backup.BackupRefused;
import org.mingbai.shell.backup.Passphrase;
import org.mingbai.shell.backup.Restore;
import org.mingbai.shell.database.DatabaseRefused;
import org.mingbai.shell.database.Passing;
import org.mingbai.shell.keys.SecretFile;

/// Makes a data directory from a backup, and holds it against its journals at once.
final class RestoreBackup implements Verb {

    private static final int LOOK = 3;
    private static final String PROGRAMS = "--mingbai.database.programs=";
    private static final String DATABASE = "--mingbai.database.url=";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String form() {
        return "FILE --data NEWDIR [--decrypt PASSPHRASE-FILE] [--keys DIR]";
    }

    @Override
    public String chinese() {
        return "从备份恢复出一个新的数据目录，升级到本版，再逐账核对";
    }

    @Override
    public String english() {
        return "make a new data directory from a backup, bring it up to this version, and check it";
    }

    @Override
    public String chineseMore() {
        return """
                先把备份从头到尾核对一遍：缺一截、改了一个字节、口令不对，都不动手。--data 必须是空目录或者还没有的目录。
                没有恢复完的目录带有标记 restore.unfinished，serve 不会用它；删掉目录重来即可。旧版本写的备份也能恢复。
                --decrypt FILE  加密备份的口令文件
                --keys DIR      从这个目录取另行保管的 vault.keys、seal.keys，放进新的数据目录；取最新的一份
                最后与 mingbai check 一样重放流水、核对封存；期间不发出任何消息。
                退出码：0 已恢复，全部一致；1 没有恢复，并说明原因；2 写法有误；3 已恢复，但有要人看的：密钥不在、文件缺失或核对有不一致。""";
    }

    @Override
    public String englishMore() {
        return """
                The backup is read to its end first: one that is cut off, changed by a byte or opened with a wrong passphrase changes nothing. What
                --data names must be empty or not there yet. Until it is whole a mark stands in it, restore.unfinished, and serve refuses it: delete it
                and begin again. Backups of older versions can be restored.
                --decrypt FILE  the passphrase file of a sealed backup
                --keys DIR      take vault.keys and seal.keys, which are kept apart, from this directory into the new one; take the newest
                At the end journals are replayed and the seal is checked as by mingbai check; no message leaves meanwhile.
                Exit codes: 0 restored, all agrees; 1 not restored, and said why; 2 misused; 3 restored, but something is left to look at: keys
                or files that are missing, or differences.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--data", "--decrypt", "--keys"));
        var file = Named.file(arguments);
        var data = Path.of(arguments.needed("--data")).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new Misuse("没有这个文件：" + file, "There is no such file: " + file);
        }
        var keys = arguments.value("--keys").map(RestoreBackup::keysIn).orElse(List.of());
        try {
            var restored = new Restore(file, passphrase(arguments, file)).into(data, programs(arguments, data));
            for (var key : keys) {
                new SecretFile(data.resolve(key.getFileName().toString())).replace(Files.readString(key));
            }
            tell(restored, data, terminal);
            return checked(arguments, file, restored, terminal);
        } catch (BackupRefused refused) {
            terminal.complain(refused.chinese(), refused.english());
        } catch (DatabaseRefused refused) {
            terminal.err().println(refused.getMessage());
        } catch (IOException e) {
            terminal.complain("没有恢复：" + e + "。如果 " + data + " 里有了内容，请删除它再试。",
                    "Not restored: " + e + ". If there is something in " + data + ", delete it before you try again.");
        }
        return 1;
    }

    private static Optional<Passphrase> passphrase(Arguments arguments, Path file) throws IOException {
        var given = arguments.value("--decrypt");
        if (Restore.isSealed(file) && given.isEmpty()) {
            throw new Misuse("这份备份是加密的。请用 --decrypt 给出口令文件。", "This backup is sealed. Name the passphrase file with --decrypt.");
        }
        return given.map(PassphraseFile::read);
    }

    private static List<Path> keysIn(String directory) {
        try {
            var found = Backup.KEYS.stream().map(Path.of(directory)::resolve).filter(Files::isReadable).toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new Misuse("目录 " + directory + " 里没有 vault.keys 或 seal.keys。", "There is no vault.keys or seal.keys in the directory " + directory + ".");
    }

    private static Path programs(Arguments arguments, Path data) {
        return arguments.settings().stream().filter(it -> it.startsWith(PROGRAMS)).map(it -> Path.of(it.substring(PROGRAMS.length())))
                .findFirst().orElse(data.resolve("programs"));
    }

    private static void tell(Restore.Restored restored, Path data, Terminal terminal) {
        terminal.say("已恢复到 %s：%,d 张表的 %,d 行，%,d 个文件；备份写于 %s，账户：%s。".formatted(data, restored.tables(), restored.rows(), restored.files(),
                        restored.madeAt(), String.join("；", restored.accounts())),
                "Restored into %s: %,d rows of %,d tables, %,d files; written %s; accounts: %s.".formatted(data, restored.rows(), restored.tables(),
                        restored.files(), restored.madeAt(), String.join("; ", restored.accounts())));
        if (!restored.schema().equals(restored.now())) {
            terminal.say("数据库从第 " + restored.schema() + " 步升级到了第 " + restored.now() + " 步。",
                    "The database was brought from step " + restored.schema() + " to step " + restored.now() + ".");
        }
    }

    /// What the backup lacked, and whether what it holds is what the journals say.
    private static int checked(Arguments arguments, Path file, Restore.Restored restored, Terminal terminal) throws Exception {
        var data = Path.of(arguments.needed("--data"));
        var absent = Backup.KEYS.stream().filter(key -> !Files.exists(data.resolve(key))).toList();
        if (!absent.isEmpty()) {
            terminal.complain("密钥文件不在：" + String.join("、", absent) + "。启动服务之前，请把另行保管的这些文件放进 " + data + "。",
                    "Key files are not there: " + String.join(", ", absent) + ". Put the ones you keep apart into " + data + " before you serve it.");
        }
        restored.missing().forEach(path -> terminal.complain("文件缺失或损坏，备份时就是这样：" + path, "A file was missing or damaged when it was backed up: " + path));
        var settings = new ArrayList<>(arguments.product());
        // As a guest it does no upkeep: a drill must not send a single letter.
        settings.add("--" + Passing.GUEST + "=true");
        // What was restored lies in the directory: a server of one's own that is named for serving is another ledger.
        settings.removeIf(setting -> setting.startsWith(DATABASE));
        settings.add(DATABASE);
        try (var product = Product.open(settings)) {
            boolean agrees = Check.of(product, Optional.empty(), terminal);
            product.getBean(Tenants.class).all().forEach(tenant -> product.getBean(AuditTrail.class).restored(Keeper.program(tenant, "mingbai restore"),
                    file.getFileName().toString(), Map.of("made", restored.madeAt().toString(), "agrees", Boolean.toString(agrees))));
            return agrees && absent.isEmpty() && restored.missing().isEmpty() ? 0 : LOOK;
        }
    }
}
