package org.mingbai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Account;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignIn;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.intake.Delivery;
import org.mingbai.intake.DeliveryJson;
import org.mingbai.intake.DeliveryText;
import org.mingbai.intake.DryRun;
import org.mingbai.intake.Imports;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Words;
import org.springframework.context.ApplicationContext;

/// Takes an office's ledger over through the verbs of the page, in the name of somebody who may; or only tells what was understood of it.
final class ImportLedger implements Verb {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int UNREADABLE = 2;
    private static final int TO_LOOK_AT = 3;
    private static final int ROWS_BETWEEN_SIGNS = 5_000;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String form() {
        return "FILE --as LOGIN [--register CODE] [--tenant NUMBER] [--take-changes] [--as-of DATE] [--format json|text] [--data DIR] | FILE --dry-run";
    }

    @Override
    public String chinese() {
        return "把一份台账导入；--dry-run 只说明读懂了什么，不写入任何内容";
    }

    @Override
    public String english() {
        return "take over a ledger; --dry-run only tells what was understood and writes nothing";
    }

    @Override
    public String chineseMore() {
        return """
                --as            以谁的名义导入（登录名）；须是这本台账牵头单位的统筹人，与页面上的规定相同
                --register      台账的代码或名称；只有一本时可不写
                --tenant        账户的编号或名称；只有一个时可不写
                --take-changes  与账上不一致的事项按文件改账；不写则只报告，不改动
                --as-of         文件是哪一天的；没有年份的时限按它推算（默认今天）
                --format json   结果写成 JSON（标准输出）；进度和错误在标准错误输出
                全部导入，或者一件也不导入。同一文件再导入一次，什么也不会改变。
                退出码：0 全在账上了；1 没有导入，并说明原因；2 命令写法有误，或文件读不了；
                3 已导入，但有不一致而未改动的行，或未接收的行。""";
    }

    @Override
    public String englishMore() {
        return """
                --as            in whose name (a login): a coordinator of the office that keeps the register, as on the page
                --register      code or name of the register; may be left out where there is one
                --tenant        number or name of the account; may be left out where there is one
                --take-changes  change the matters that differ, as the file says; otherwise they are told and left
                --as-of         the day of which the file tells; deadlines without a year are read by it (today unless told)
                --format json   the outcome as JSON on standard output; progress and errors are on standard error
                All of it is taken over, or none. The same file again changes nothing.
                Exit codes: 0 all of it is on the account; 1 nothing was taken over, and said why; 2 misused, or a file that cannot be read;
                3 taken over, but rows that differ were left, or rows were refused.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of("--dry-run", "--take-changes"),
                Set.of("--format", "--as-of", "--tenant", "--register", "--as", "--data"));
        if (arguments.plain().size() != 1) {
            throw new Misuse("请给出一个文件。", "Please name one file.");
        }
        var format = arguments.value("--format").orElse("text");
        if (!Set.of("json", "text").contains(format)) {
            throw new Misuse("--format 只能是 json 或 text。", "--format is json or text.");
        }
        var file = Path.of(arguments.plain().getFirst());
        if (!Files.isRegularFile(file)) {
            throw new Misuse("没有这个文件：" + file, "There is no such file: " + file);
        }
        var asOf = asOf(arguments);
        if (arguments.flags().contains("--dry-run")) {
            return DryRun.run(file, asOf.orElseGet(LocalDate::now), format, terminal.out(), terminal.err(), terminal.language());
        }
        try (var product = Product.open(arguments.product())) {
            var tenant = Which.tenant(product.getBean(Tenants.class), arguments.value("--tenant").orElse(""));
            var register = Which.register(product.getBean(Registers.class), tenant, arguments.value("--register").orElse(""));
            var login = arguments.value("--as").orElseThrow(() -> whoMay(product, tenant, register));
            var who = admitted(product.getBean(SignIn.class).presentAs(tenant, login), login, terminal);
            return who == null ? NOT_DONE : imported(product, who, login, register, file, asOf, arguments, terminal);
        }
    }

    private static int imported(ApplicationContext product, SignedIn who, String login, Register register, Path file, Optional<LocalDate> asOf,
            Arguments arguments, Terminal terminal) throws IOException {
        product.getBean(AuditTrail.class).imported(Keeper.program(who.tenant(), "mingbai import"), register.zh(),
                Map.of("file", file.toAbsolutePath().toString(), "as", login));
        var day = asOf.orElseGet(() -> LocalDate.now(product.getBean(Clock.class)));
        return switch (Delivery.of(product.getBean(Imports.class), who, register.code(), file, day,
                arguments.flags().contains("--take-changes"), done -> sign(done, terminal))) {
            case Delivery.Outcome.Refused(var why, var about) -> {
                complain(terminal, why, about.toArray());
                yield UNREADABLE;
            }
            case Delivery.Outcome.Told(var delivery) -> told(delivery, register, arguments.value("--format").orElse("text"), terminal);
        };
    }

    private static int told(Delivery delivery, Register register, String format, Terminal terminal) {
        if (format.equals("json")) {
            DeliveryJson.tell(delivery, register, terminal.out());
        } else if (!delivery.failed()) {
            new DeliveryText(terminal.out(), terminal.language()).tell(delivery, register);
        }
        var failure = delivery.result().failure();
        if (failure != null) {
            complain(terminal, failure, delivery.result().failedAt().toArray());
            return failure.startsWith("intake.file.") ? UNREADABLE : NOT_DONE;
        }
        if (delivery.refused() > 0 && delivery.refused() == delivery.read()) {
            return NOT_DONE;
        }
        return delivery.left() + delivery.refused() == 0 ? DONE : TO_LOOK_AT;
    }

    /// The rules of the pages: signed in as they could be, the password not due, and the right to import.
    private static @Nullable SignedIn admitted(Optional<Presence> presence, String login, Terminal terminal) {
        if (presence.isEmpty()) {
            terminal.complain("没有可用的登录名“" + login + "”（不存在、已停用或久未使用）。",
                    "There is no login \"" + login + "\" to act as: unknown, closed, or unused for too long.");
        } else if (presence.get().mustChangePassword()) {
            terminal.complain(login + " 须先登录修改口令。", login + " has to sign in and change the password first.");
        } else if (!presence.get().may(Right.IMPORT_LEDGER)) {
            terminal.complain(login + " 无权导入台账；统筹人可以。", login + " may not import ledgers; a coordinator may.");
        } else {
            return presence.get().who();
        }
        return null;
    }

    private static Misuse whoMay(ApplicationContext product, TenantId tenant, Register register) {
        var office = new Seat(register.office(), Role.COORDINATOR);
        var today = LocalDate.now(product.getBean(Clock.class));
        var logins = product.getBean(Directory.class).holdersOf(tenant, office, today).stream()
                .flatMap(holder -> product.getBean(Accounts.class).of(tenant, holder.person()).stream())
                .filter(account -> !account.closed())
                .map(Account::login)
                .collect(Collectors.joining(", "));
        return new Misuse("请用 --as 写明以谁的名义导入。可以导入“" + register.zh() + "”的：" + logins,
                "Say by --as in whose name. Who may import onto \"" + register.en() + "\": " + logins);
    }

    private static void sign(int done, Terminal terminal) {
        if (done % ROWS_BETWEEN_SIGNS == 0) {
            terminal.complain("已处理 %,d 行……".formatted(done), "%,d rows done ...".formatted(done));
        }
    }

    private static void complain(Terminal terminal, String key, Object... arguments) {
        terminal.complain(Words.in(Locale.SIMPLIFIED_CHINESE).of(key, arguments), Words.in(Locale.ENGLISH).of(key, arguments));
    }

    private static Optional<LocalDate> asOf(Arguments arguments) {
        try {
            return arguments.value("--as-of").map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new Misuse("--as-of 要写成 2023-11-20 这样的日期。", "--as-of needs a date such as 2023-11-20.");
        }
    }
}
