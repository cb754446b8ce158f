package org.mingbai;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.LedgerExport;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;

/// Writes a register into a file, as its coordinating office sees it. The file appears only when it is whole.
final class ExportLedger implements Verb {

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String form() {
        return "--out FILE.xlsx|FILE.csv [--register CODE] [--tenant NUMBER] [--data DIR]";
    }

    @Override
    public String chinese() {
        return "把一本台账导出为 Excel 或 CSV 文件，可以再导入";
    }

    @Override
    public String english() {
        return "write a register into an Excel or CSV file that can be imported again";
    }

    @Override
    public String chineseMore() {
        return """
                --out       写入哪个文件；写完整了才出现，已有的同名文件被替换
                --register  台账的代码或名称；只有一本时可不写
                --tenant    账户的编号或名称；只有一个时可不写
                按台账牵头单位所见导出，并记入审计日志。同一文件再导入，什么也不会改变。""";
    }

    @Override
    public String englishMore() {
        return """
                --out       the file to write; it appears only when it is whole and replaces one of that name
                --register  code or name of the register; may be left out where there is one
                --tenant    number or name of the account; may be left out where there is one
                Written as the register's coordinating office sees it, with a line in the audit trail. Imported again it changes nothing.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--register", "--out", "--tenant", "--data")).alone(name());
        var out = Path.of(arguments.needed("--out")).toAbsolutePath();
        if (!out.toString().endsWith(".xlsx") && !out.toString().endsWith(".csv")) {
            throw new Misuse("文件名要以 .xlsx 或 .csv 结尾。", "The file's name has to end in .xlsx or .csv.");
        }
        if (!Files.isDirectory(out.getParent())) {
            throw new Misuse("没有这个目录：" + out.getParent(), "There is no such directory: " + out.getParent());
        }
        try (var product = Product.open(arguments.product())) {
            var tenant = Which.tenant(product.getBean(Tenants.class), arguments.value("--tenant").orElse(""));
            var register = Which.register(product.getBean(Registers.class), tenant, arguments.value("--register").orElse(""));
            product.getBean(AuditTrail.class).exported(Keeper.program(tenant, "mingbai export"), register.zh(), Map.of("file", out.toString()));
            long count = written(product.getBean(LedgerExport.class), office(tenant, register), register, out, terminal.language());
            terminal.say("%s：%,d 件，写入 %s".formatted(register.zh(), count, out), "%s: %,d matters, written to %s".formatted(register.en(), count, out));
        }
        return 0;
    }

    private static long written(LedgerExport export, SignedIn who, Register register, Path out, Locale language) throws IOException {
        var part = Files.createTempFile(out.getParent(), ".export", ".part");
        try {
            long count;
            try (var to = new BufferedOutputStream(Files.newOutputStream(part))) {
                var all = MatterFilter.all(register.code()).from(null, MatterFilter.Order.OLDEST, 1);
                count = out.toString().endsWith(".csv")
                        ? export.csv(who, register, all, language, to)
                        : export.workbook(who, register, all, language, to);
            }
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// The program reads for the office, as one of its coordinators would.
    private static SignedIn office(TenantId tenant, Register register) {
        return new SignedIn(tenant, new PersonId(0), "mingbai export", Set.of(new Seat(register.office(), Role.COORDINATOR)));
    }
}
