package org.mingbai;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.database.DatabaseRefused;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.core.NestedExceptionUtils;

/// The ledger that closes the loop: serves pages and answers the command line from one jar.
///
/// The first word says what to do; without one it serves. 0 done, 1 not done and said why, 2 asked in a way nobody understands, 3 done but
/// for what a person has to look at.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Mingbai {

    /// Everything the command line can do, in the order the help shows it. A new verb is a class and a word here.
    static final List<Verb> VERBS = List.of(new Serve(), new Demo(), new ImportLedger(), new ExportLedger(), new DueDay(), new Classify(), new Duplicates(),
            new LintReport(), new VerifyBrief(), new Check(), new WriteBackup(), new RestoreBackup(), new VerifyReceipt(), new SealVerb(), new RotateVault(),
            new Found(), new Help());

    private static final int MISUSED = 2;
    private static final int FAILED = 1;

    public static void main(String[] args) {
        var code = run(List.of(args), Terminal.ofThisProcess());
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(List<String> words, Terminal terminal) {
        try {
            var first = words.isEmpty() ? "serve" : words.getFirst();
            if (Set.of("-h", "--help").contains(first)) {
                return new Help().run(List.of(), terminal);
            }
            var rest = words.subList(first.startsWith("--") ? 0 : Math.min(1, words.size()), words.size());
            var verb = first.startsWith("--") ? new Serve() : verb(first);
            return rest.contains("--help") ? new Help().run(List.of(verb.name()), terminal) : verb.run(rest, terminal);
        } catch (Misuse misuse) {
            terminal.err().println(misuse.getMessage());
            terminal.err().println("用法：mingbai help    Usage: mingbai help");
            return MISUSED;
        } catch (Exception e) {
            return failed(e, terminal);
        }
    }

    private static int failed(Exception e, Terminal terminal) {
        var cause = NestedExceptionUtils.getMostSpecificCause(e);
        // Of a refusal the log has already said what there is to say, whatever it came from.
        if (isRefused(e)) {
            return FAILED;
        }
        if (cause instanceof SQLException broken && lost(broken)) {
            terminal.complain("数据库中途停了（明白账被停止了？）。没有做完的没有写入。",
                    "The database went away meanwhile (was Mingbai stopped?). What was not finished has not been written.");
        } else {
            terminal.complain("出了意料之外的错误，什么也没有改动完：" + e, "Something unforeseen went wrong: " + e);
            e.printStackTrace(terminal.err());
        }
        return FAILED;
    }

    private static boolean isRefused(@Nullable Throwable e) {
        return e != null && (e instanceof DatabaseRefused || isRefused(e.getCause()));
    }

    /// SQLSTATE class 08: the connection broke; 57P: the server was stopped.
    private static boolean lost(SQLException e) {
        return e.getSQLState() != null && (e.getSQLState().startsWith("08") || e.getSQLState().startsWith("57P"));
    }

    static Optional<Verb> verbNamed(String name) {
        return VERBS.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    static Verb verb(String name) {
        return verbNamed(name).orElseThrow(() -> new Misuse(
                "没有“" + name + "”这个命令。可用的命令：" + names(), "There is no verb \"" + name + "\". There are: " + names()));
    }

    private static String names() {
        return String.join(", ", VERBS.stream().map(Verb::name).toList());
    }
}
