package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.util.Optional;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.panel.MatterPanel;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.verdict.Verdicts;
import org.mingbai.verdict.callback.CallBacks;
import org.mingbai.verdict.exclusion.Exclusions;
import org.springframework.stereotype.Component;

/// What was asked and said of a matter, on its page.
@Component
class VerdictPanel implements MatterPanel {

    private static final int ORDER = 40;

    private final Verdicts verdicts;
    private final CallBacks callBacks;
    private final Exclusions exclusions;

    VerdictPanel(Verdicts verdicts, CallBacks callBacks, Exclusions exclusions) {
        this.verdicts = verdicts;
        this.callBacks = callBacks;
        this.exclusions = exclusions;
    }

    @Override
    public String key() {
        return "verdict.panel.verdicts";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> of(SignedIn who, Matter matter) {
        var answers = verdicts.ofMatter(who, matter.id());
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        var asked = exclusions.of(who, matter);
        var rows = answers.stream().map(answer -> new VerdictPanelPage.Row(t("verdict.panel.round", answer.round(), Days.full(answer.askedOn())),
                RatesPages.said(answer),
                asked.stream().filter(one -> one.askedSeq() == answer.askedSeq()).map(one -> new Link(t("verdict.panel.exclusion",
                        t("ledger.exclusion." + one.reason()), t("verdict.exclusion.state." + one.state())), ExclusionPages.ALL + "/" + one.id())).toList(),
                exclusions.whyNot(who, answer).isEmpty() ? Optional.of(ExclusionPages.ALL + "/new?matter=" + matter.id().value() + "&verdict="
                        + answer.askedSeq()) : Optional.empty())).toList();
        boolean asks = matter.stage().named() == StageName.AWAITING_VERDICT && callBacks.whyNot(who, matter).isEmpty();
        return Optional.of(new Content("verdict/panel", new VerdictPanelPage(rows, asks ? Optional.of(CallBackPages.ALL + "/" + matter.id().value())
                : Optional.empty())));
    }
}
