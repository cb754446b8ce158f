package org.mingbai.reporting.web;

import java.util.Optional;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.panel.MatterPanel;
import org.mingbai.reporting.roadmap.MatterMap;
import org.mingbai.shell.Link;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;

/// The way from a matter to its road map.
@Component
class MapPanel implements MatterPanel {

    private static final int AFTER_THE_OTHERS = 80;

    @Override
    public String key() {
        return "reporting.map.title";
    }

    @Override
    public int order() {
        return AFTER_THE_OTHERS;
    }

    @Override
    public Optional<Content> of(SignedIn who, Matter matter) {
        return MatterMap.has(matter) ? Optional.of(new Content("reporting/mappanel",
                new Link(Words.t("reporting.map.panel"), MapPages.MATTER + matter.id().value() + "/map"))) : Optional.empty();
    }
}
