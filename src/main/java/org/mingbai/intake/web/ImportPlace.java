package org.mingbai.intake.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.Sign;
import org.mingbai.shell.Viewer;
import org.springframework.stereotype.Component;

/// Where older ledgers are brought.
@Component
class ImportPlace implements Place {

    @Override
    public String key() {
        return "intake.places.import";
    }

    @Override
    public String href() {
        return "/imports";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Sign sign() {
        return Sign.IMPORT;
    }

    @Override
    public boolean seenBy(Viewer viewer) {
        return viewer.may(Right.IMPORT_LEDGER.name());
    }
}
