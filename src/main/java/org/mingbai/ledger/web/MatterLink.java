package org.mingbai.ledger.web;

import org.mingbai.ledger.MatterId;

/// Where a matter's page is.
final class MatterLink {

    private MatterLink() {}

    static String to(MatterId matter) {
        return "/matters/" + matter.value();
    }
}
