package org.mingbai;

import java.util.List;
import java.util.Set;

/// Lists the verbs, or tells all about one.
final class Help implements Verb {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String form() {
        return "[VERB]";
    }

    @Override
    public String chinese() {
        return "显示这些命令；写上一个命令则详细说明它";
    }

    @Override
    public String english() {
        return "show these verbs; with the name of one, all about it";
    }

    @Override
    public int run(List<String> words, Terminal terminal) {
        var asked = Arguments.read(words, Set.of(), Set.of()).plain();
        if (asked.size() > 1) {
            throw new Misuse("help 只说明一个命令。", "help tells about one verb.");
        }
        if (asked.size() == 1) {
            tell(Mingbai.verb(asked.getFirst()), true, terminal);
            return 0;
        }
        terminal.say("明白账：机关单位的公开台账。", "Mingbai: an open ledger for public bodies.");
        terminal.out().println();
        Mingbai.VERBS.forEach(verb -> tell(verb, false, terminal));
        terminal.out().println();
        terminal.say("""
                --data DIR 指明数据目录（默认 data；bin/dev 用的是 data/sample）。正在运行的明白账不必停下：命令与它共用一个数据库。
                退出码：0 已办；1 没有办成，并说明原因；2 命令写法有误或文件读不了；3 已办，但还有要人看的（见 help import）。
                每个命令的详细说明：mingbai help 命令""", """
                --data DIR names the data directory (data unless told; bin/dev uses data/sample). A running Mingbai need not be stopped: the
                command works on its database beside it.
                Exit codes: 0 done; 1 not done, and said why; 2 misused, or a file that cannot be read; 3 done, but something is left for a
                person to look at (see help import).
                All about one verb: mingbai help VERB""");
        return 0;
    }

    private static void tell(Verb verb, boolean more, Terminal terminal) {
        terminal.out().println("  mingbai " + (verb.name() + " " + verb.form()).strip());
        terminal.say("      " + verb.chinese(), "      " + verb.english());
        if (more && !verb.chineseMore().isEmpty()) {
            terminal.out().println();
            terminal.say(verb.chineseMore().indent(6).stripTrailing(), verb.englishMore().indent(6).stripTrailing());
        }
    }
}
