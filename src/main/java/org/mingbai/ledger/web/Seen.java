package org.mingbai.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.DueOffer;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Register;

/// One matter as one person sees it today: what its pages are made from.
record Seen(SignedIn who, Matter matter, List<Line> journal, Register register, Policy policy, Folk folk, LocalDate today,
        Light light, Optional<DueOffer> offer) {

    String number() {
        return MatterNumber.of(matter).printed();
    }

    String href() {
        return MatterLink.to(matter.id());
    }

    Sentence.Teller teller(Locale locale) {
        return new Sentence.Teller(locale, policy, register.name(locale), folk::unit);
    }
}
