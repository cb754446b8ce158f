package org.mingbai.supervision.web;

import java.util.Optional;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.panel.MatterPanel;
import org.mingbai.supervision.callout.CallOuts;
import org.springframework.stereotype.Component;

/// The call-outs of a matter, on its page.
@Component
class CallPanel implements MatterPanel {

    private final CallOuts callOuts;
    private final CallViews views;
    private final Ledger ledger;

    CallPanel(CallOuts callOuts, CallViews views, Ledger ledger) {
        this.callOuts = callOuts;
        this.views = views;
        this.ledger = ledger;
    }

    @Override
    public String key() {
        return "supervision.panel.callouts";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Content> of(SignedIn who, Matter matter) {
        var calls = views.of(who, callOuts.ofMatter(who, matter.id()));
        boolean may = matter.lead() != null && ledger.acts(who, matter).getOrDefault(ActKind.CALL_CO_HANDLERS, Optional.empty()).isEmpty();
        return calls.isEmpty() && !may ? Optional.empty() : Optional.of(new Content("supervision/callpanel",
                new CallPanelPage(calls, may ? Optional.of("/matters/" + matter.id().value() + "/call-outs/new") : Optional.empty())));
    }
}
