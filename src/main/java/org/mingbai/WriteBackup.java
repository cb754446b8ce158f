package org.mingbai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Tenants;
import org.mingbai.shell.backup.Backup;
import org.mingbai.shell.backup.BackupRefused;

/// Writes everything the product holds into one file, beside a product that runs or alone.
final class WriteBackup implements Verb {

    private static final int LOOK = 3;

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String form() {
        return "FILE [--encrypt PASSPHRASE-FILE] [--with-keys] [--data DIR]";
    }

    @Override
    public String chinese() {
        return "把全部数据和文件备份成一个文件；明白账照常运行";
    }

    @Override
    public String english() {
        return "back up all data and files into one file while Mingbai goes on running";
    }

    @Override
    public String chineseMore() {
        return """
                FILE 写完整并落盘以后才出现；已有同名文件时不覆盖。里面是同一时刻的全部表和文件，所有账户都在内，含个人信息：请限制谁能拿到它。
                --encrypt FILE  用这个文件第一行的口令（至少 12 个字）加密：Argon2id 和 AES-256-GCM。口令丢了，备份谁也打不开
                --with-keys     把密钥文件 vault.keys、seal.keys 也放进去；只能与 --encrypt 一起用
                不写 --with-keys 时密钥文件不在备份里：请另行备份，与本文件分开保管；没有 vault.keys，恢复后谁也读不出反映人是谁。
                每个账户的审计记录记两条：开始时一条，写完时一条。退出码：0 已备份；1 没有备份成，并说明原因；3 已备份，但有文件在备份前就已缺失或损坏。""";
    }

    @Override
    public String englishMore() {
        return """
                FILE appears once it is whole and on the disk; one of that name is never replaced. It holds all tables and files of all accounts as they
                were in one moment, personal data among them: mind who gets it.
                --encrypt FILE  seals it with the passphrase on the first line of that file (12 characters at least): Argon2id and AES-256-GCM.
                                Nobody opens it once the passphrase is lost
                --with-keys     puts the key files vault.keys and seal.keys into it; only together with --encrypt
                Without --with-keys the key files are not in the backup: back them up apart from it. Without vault.keys nobody reads who raised what.
                Each account's audit trail gets two lines, one at the beginning and one at the end.
                Exit codes: 0 done; 1 not done, and said why; 3 done, but files were missing or damaged before.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of("--with-keys"), Set.of("--encrypt", "--data"));
        var file = Named.file(arguments);
        if (!Files.isDirectory(file.getParent())) {
            throw new Misuse("没有这个目录：" + file.getParent(), "There is no such directory: " + file.getParent());
        }
        var keys = arguments.flags().contains("--with-keys");
        var passphrase = arguments.value("--encrypt").map(PassphraseFile::read);
        if (keys && passphrase.isEmpty()) {
            throw new Misuse("--with-keys 只能与 --encrypt 一起用：密钥不能与它保护的数据一起明着放。",
                    "--with-keys only goes with --encrypt: keys in clear beside what they protect protect nothing.");
        }
        try (var product = Product.open(arguments.product())) {
            var tenants = product.getBean(Tenants.class);
            tenants.all().forEach(tenant -> product.getBean(AuditTrail.class).backedUp(Keeper.program(tenant, "mingbai backup"),
                    file.getFileName().toString(), Map.of("encrypted", Boolean.toString(passphrase.isPresent()), "keys", Boolean.toString(keys))));
            var accounts = tenants.all().stream().map(it -> it.value() + " " + Which.name(tenants, it)).toList();
            var written = product.getBean(Backup.class).write(file, new Backup.Wish(accounts, passphrase, keys ? Backup.KEYS : List.of()));
            tenants.all().forEach(tenant -> product.getBean(AuditTrail.class).backupWritten(Keeper.program(tenant, "mingbai backup"),
                    file.getFileName().toString(), Map.of("rows", Long.toString(written.rows()), "files", Long.toString(written.files()))));
            return tell(written, file, terminal);
        } catch (BackupRefused refused) {
            terminal.complain(refused.chinese(), refused.english());
            return 1;
        } catch (IOException e) {
            terminal.complain("没有写成备份 " + file + "：" + e + "。没有留下半个文件。", "The backup " + file + " was not written: " + e + ". No half file is left.");
            return 1;
        }
    }

    private static int tell(Backup.Written written, Path file, Terminal terminal) throws IOException {
        terminal.say("已备份到 %s：%,d 张表的 %,d 行，%,d 个文件，共 %,d 字节。".formatted(file, written.tables(), written.rows(), written.files(), Files.size(file)),
                "Backed up into %s: %,d rows of %,d tables, %,d files; %,d bytes.".formatted(file, written.rows(), written.tables(), written.files(),
                        Files.size(file)));
        if (written.keys().isEmpty()) {
            terminal.say("密钥文件 vault.keys 和 seal.keys 不在里面：请另行备份，与本文件分开保管。",
                    "The key files vault.keys and seal.keys are not in it: back them up too, and keep them apart from this file.");
        } else {
            terminal.say("密钥文件也在里面：" + String.join("、", written.keys()) + "。谁有本文件和口令，谁就能读出所有反映人。",
                    "The key files are in it too: " + String.join(", ", written.keys()) + ". Whoever has this file and the passphrase reads everybody.");
        }
        written.missing().forEach(path -> terminal.complain("文件缺失或损坏，备份前就是这样：" + path, "A file was missing or damaged already: " + path));
        return written.missing().isEmpty() ? 0 : LOOK;
    }
}
