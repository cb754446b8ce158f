package org.mingbai.intake.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.Sign;
import org.mingbai.shell.Viewer;
import org.springframework.stereotype.Component;

/// Where auditors read who looked at whom.
@Component
class VaultPlace implements Place {

    @Override
    public String key() {
        return "intake.places.vault";
    }

    @Override
    public String href() {
        return "/vault-log";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Sign sign() {
        return Sign.VAULT;
    }

    @Override
    public boolean seenBy(Viewer viewer) {
        return viewer.may(Right.SEE_VAULT_LOG.name());
    }
}
