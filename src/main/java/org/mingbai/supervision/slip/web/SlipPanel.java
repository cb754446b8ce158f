package org.mingbai.supervision.slip.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.panel.MatterPanel;
import org.mingbai.supervision.slip.Slips;
import org.springframework.stereotype.Component;

/// The slips about a matter, on its page.
@Component
class SlipPanel implements MatterPanel {

    private final Slips slips;
    private final Directory directory;
    private final Clock clock;

    SlipPanel(Slips slips, Directory directory, Clock clock) {
        this.slips = slips;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "supervision.slip.slips";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Content> of(SignedIn who, Matter matter) {
        var names = new Names(directory, who.tenant());
        var rows = slips.ofMatter(who, matter.id()).stream()
                .map(slip -> SlipRow.of(slip, names, LocalDate.now(clock), slips.waitsForNobody(who, slip))).toList();
        boolean writes = matter.open() && Access.may(who, Right.DRAFT_SLIPS);
        return rows.isEmpty() && !writes ? Optional.empty() : Optional.of(new Content("supervision/slippanel",
                new SlipsTold(rows, writes ? Optional.of("/slips/new?matter=" + matter.id().value()) : Optional.empty())));
    }
}
