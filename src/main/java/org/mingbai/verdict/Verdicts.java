package org.mingbai.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.springframework.stereotype.Component;

/// What was to be asked in an assessment month and what was answered, as far as somebody may see the matters themselves.
@Component
public class Verdicts {

    private static final int BATCH = 500;

    private final AnswerTable table;
    private final Matters matters;

    Verdicts(AnswerTable table, Matters matters) {
        this.table = table;
        this.matters = matters;
    }

    /// Of what this person may see, in the order of the days. What is kept from them is in no number of theirs.
    public List<Answer> of(SignedIn who, Formulas.Month month) {
        var all = table.asked(who.tenant(), month.from(), month.before());
        var seen = new HashSet<MatterId>();
        var ids = all.stream().map(Answer::matter).distinct().toList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            matters.these(who, ids.subList(from, Math.min(ids.size(), from + BATCH))).forEach(matter -> seen.add(matter.id()));
        }
        return all.stream().filter(answer -> seen.contains(answer.matter())).toList();
    }

    /// Of one matter, the first one first; nothing where it is kept from them.
    public List<Answer> ofMatter(SignedIn who, MatterId matter) {
        return matters.these(who, List.of(matter)).isEmpty() ? List.of() : table.of(who.tenant(), List.of(matter));
    }

    /// The matters behind some of them, within the same sight.
    public Map<MatterId, Matter> behind(SignedIn who, List<Answer> answers) {
        return these(who, answers.stream().map(Answer::matter).toList());
    }

    /// Those of them that this person may see.
    public Map<MatterId, Matter> these(SignedIn who, List<MatterId> ids) {
        var found = new HashMap<MatterId, Matter>();
        matters.these(who, Set.copyOf(ids)).forEach(matter -> found.put(matter.id(), matter));
        return found;
    }
}
