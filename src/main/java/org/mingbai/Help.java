package org.mingbai;

import java.util.List;

/// Lists the verbs.
final class Help implements Verb {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String form() {
        return "";
    }

    @Override
    public String chinese() {
        return "显示这些命令";
    }

    @Override
    public String english() {
        return "show these verbs";
    }

    @Override
    public int run(List<String> words, Terminal terminal) {
        var out = terminal.out();
        terminal.say("明白账：机关单位的公开台账。", "Mingbai: an open ledger for public bodies.");
        out.println();
        for (var verb : Mingbai.VERBS) {
            out.println("  mingbai " + (verb.name() + " " + verb.form()).strip());
            terminal.say("      " + verb.chinese(), "      " + verb.english());
        }
        return 0;
    }
}
