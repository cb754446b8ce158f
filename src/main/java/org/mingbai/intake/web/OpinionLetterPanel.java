package org.mingbai.intake.web;

import java.util.Optional;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.OpinionLetters;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.panel.MatterPanel;
import org.springframework.stereotype.Component;

/// The letter whose reply raised the matter, for those who see the letters.
@Component
class OpinionLetterPanel implements MatterPanel {

    private final OpinionLetters letters;

    OpinionLetterPanel(OpinionLetters letters) {
        this.letters = letters;
    }

    @Override
    public String key() {
        return "intake.panel.letter";
    }

    @Override
    public int order() {
        return 36;
    }

    @Override
    public Optional<Content> of(SignedIn who, Matter matter) {
        return letters.of(who, matter.id()).map(it -> new Content("intake/letterpanel", it));
    }
}
