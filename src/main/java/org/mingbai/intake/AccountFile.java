package org.mingbai.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingbai.intake.sheet.AccountWords;
import org.mingbai.intake.sheet.words.Deadline;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.State;
import org.mingbai.ledger.LedgerExport;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.StageName;
import org.mingbai.shell.Words;

/// By which words a register's own file is read: those it was written by, in either language.
final class AccountFile {

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("number", Field.NUMBER), Map.entry("title", Field.TITLE), Map.entry("text", Field.PROBLEM), Map.entry("source", Field.SOURCE),
            Map.entry("category", Field.CATEGORY), Map.entry("goal", Field.GOAL), Map.entry("measures", Field.MEASURES),
            Map.entry("leader", Field.LEADER), Map.entry("leadUnit", Field.LEAD_UNIT), Map.entry("owners", Field.OWNERS),
            Map.entry("coUnits", Field.CO_UNITS), Map.entry("due", Field.DEADLINE), Map.entry("progress", Field.PROGRESS),
            Map.entry("light", Field.LIGHT), Map.entry("stage", Field.STATUS));

    private static final List<Words> LANGUAGES = List.of(Words.in(Locale.CHINESE), Words.in(Locale.ENGLISH));

    private AccountFile() {}

    static AccountWords of(Policy policy) {
        var headings = new HashMap<String, Field>();
        LedgerExport.columns(policy).forEach(column -> {
            var field = FIELDS.getOrDefault(column.code(), Field.OTHER);
            headings.putIfAbsent(column.zh(), field);
            headings.putIfAbsent(column.en(), field);
        });
        return new AccountWords(headings, states(), deadlines());
    }

    private static Map<String, State> states() {
        var states = new HashMap<String, State>();
        for (var stage : StageName.values()) {
            LANGUAGES.forEach(words -> states.put(words.of("ledger.stage." + stage), stage.open() ? State.OPEN : State.CLOSED));
        }
        return states;
    }

    private static Map<String, Deadline> deadlines() {
        var deadlines = new HashMap<String, Deadline>();
        LANGUAGES.forEach(words -> {
            deadlines.put(words.of("ledger.deadline.IMMEDIATE"), Deadline.AT_ONCE);
            deadlines.put(words.of("ledger.deadline.LONG_TERM"), Deadline.FOR_GOOD);
        });
        return deadlines;
    }
}
