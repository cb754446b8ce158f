package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.supervision.slip.Feedback;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.web.SlipFormPage.Asked;
import org.mingbai.supervision.slip.web.SlipFormPage.Kind;

/// What each form asks for.
final class SlipFields {

    private static final int LINE_MAX = 200;
    private static final int TEXT_MAX = 5_000;
    private static final int DESPITE_MAX = 300;

    private final Map<String, String> values;
    private final List<Asked> asked = new ArrayList<>();

    /// @param values what the fields hold, by name
    SlipFields(Map<String, String> values) {
        this.values = values;
    }

    /// @param over whether the unit has so much to do already that a reason is asked
    static List<Asked> of(SlipAct.Kind act, Map<String, String> values, boolean over) {
        var fields = new SlipFields(values);
        switch (act) {
            case CHANGE -> fields.content();
            case SIGN -> fields.add(Kind.CHECK, "send", true, 0).despite(over);
            case SEND -> fields.despite(over);
            case RECEIVE -> {}
            case ANSWER -> fields.report();
            case ACCEPT -> fields.text("words", true).add(Kind.DAY, "next", true, 0);
            case RETURN -> fields.text("reasons", false).add(Kind.DAY, "answerBy", false, 0);
            case LET_LAPSE, WITHDRAW -> fields.text("reason", false);
            case UPGRADE -> throw new IllegalArgumentException("a slip of its own");
        }
        return List.copyOf(fields.asked);
    }

    /// @param follows whether it is the next step to another slip: then unit and thing are that one's
    static List<Asked> ofNew(Map<String, String> values, boolean follows, List<Choice> offices, List<SlipKind> kinds) {
        var fields = new SlipFields(values);
        fields.choice("kind", kinds.stream().map(kind -> new Choice(kind.name(), Names.kind(kind), t("supervision.slip.kind.help." + kind))).toList());
        if (!follows) {
            if (offices.size() > 1) {
                fields.choice("from", offices);
            }
            fields.add(Kind.UNIT, "to", false, LINE_MAX);
        }
        fields.content();
        fields.text("higherBecause", true);
        for (var hidden : List.of("matter", "follows")) {
            if (!values.getOrDefault(hidden, "").isEmpty()) {
                fields.add(Kind.HIDDEN, hidden, true, 0);
            }
        }
        return List.copyOf(fields.asked);
    }

    private void content() {
        line("title", false).text("basis", false).text("requirement", false).text("gap", true).add(Kind.DAY, "answerBy", false, 0)
                .add(Kind.DAY, "due", true, 0).add(Kind.NUMBER, "everyDays", true, 3).line("leadLeader", true).line("supportingLeader", true)
                .add(Kind.UNIT, "supporting", true, LINE_MAX * 5).line("contact", true).text("attachments", true);
    }

    private void report() {
        choice("what", Arrays.stream(Feedback.For.values()).map(it -> new Choice(it.name(), t("supervision.slip.for." + it))).toList());
        text("progress", false).text("evidence", true).text("difficulties", true).text("nextStep", true).text("support", true).line("signer", false);
    }

    private void despite(boolean over) {
        if (over) {
            add(Kind.TEXT, "despite", true, DESPITE_MAX);
        }
    }

    private void choice(String name, List<Choice> choices) {
        asked.add(new Asked(Kind.CHOICE, name, Names.label(name), help(name), values.getOrDefault(name, ""), false, choices, 0));
    }

    private SlipFields line(String name, boolean optional) {
        return add(Kind.LINE, name, optional, LINE_MAX);
    }

    private SlipFields text(String name, boolean optional) {
        return add(Kind.TEXT, name, optional, TEXT_MAX);
    }

    private SlipFields add(Kind kind, String name, boolean optional, int length) {
        asked.add(new Asked(kind, name, Names.label(name), help(name), values.getOrDefault(name, ""), optional, List.of(), length));
        return this;
    }

    private static String help(String name) {
        return Words.has("supervision.slip.help." + name) ? t("supervision.slip.help." + name) : "";
    }
}
