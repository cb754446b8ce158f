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
        return "--register CODE --out FILE.xlsx|FILE.csv [--tenant NUMBER] [--mingbai.data=DIR]";
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
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--register", "--out", "--tenant"));
        var code = arguments.value("--register").orElseThrow(() -> missing("--register"));
        var out = Path.of(arguments.value("--out").orElseThrow(() -> missing("--out"))).toAbsolutePath();
        if (!arguments.plain().isEmpty()) {
            throw new Misuse("export 不认识：" + arguments.plain().getFirst(), "export does not know: " + arguments.plain().getFirst());
        }
        if (!out.toString().endsWith(".xlsx") && !out.toString().endsWith(".csv")) {
            throw new Misuse("文件名要以 .xlsx 或 .csv 结尾。", "The file's name has to end in .xlsx or .csv.");
        }
        try (var product = Product.open(arguments.settings())) {
            var tenant = tenant(product.getBean(Tenants.class).all(), arguments.value("--tenant").orElse(""));
            var registers = product.getBean(Registers.class);
            var register = registers.register(tenant, code).orElseThrow(() -> {
                var known = String.join(", ", registers.of(tenant).stream().map(Register::code).toList());
                return new Misuse("没有台账“" + code + "”。现有：" + known, "There is no register \"" + code + "\". There are: " + known);
            });
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

    private static TenantId tenant(List<TenantId> all, String asked) {
        return all.stream().filter(tenant -> all.size() == 1 && asked.isEmpty() || Integer.toString(tenant.value()).equals(asked)).findFirst()
                .orElseThrow(() -> new Misuse("请用 --tenant 写明账户号：" + numbers(all), "Say which account by --tenant: " + numbers(all)));
    }

    private static String numbers(List<TenantId> all) {
        return String.join(", ", all.stream().map(tenant -> Integer.toString(tenant.value())).toList());
    }

    private static Misuse missing(String option) {
        return new Misuse("缺少 " + option, option + " is missing");
    }
}
