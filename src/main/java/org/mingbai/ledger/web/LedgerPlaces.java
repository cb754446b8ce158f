package org.mingbai.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Urgency;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Search;
import org.mingbai.shell.Sign;
import org.mingbai.shell.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the ledger stands in the navigation.
@Configuration(proxyBeanMethods = false)
class LedgerPlaces {

    @Bean
    Place trayPlace(Matters matters, Directory directory, Clock clock) {
        return new TrayPlace(matters, directory, clock);
    }

    @Bean
    Place registersPlace() {
        return PlainPlace.of("ledger.register.title", "/registers", 20, Sign.REGISTER, Right.SEE_MATTERS.name());
    }

    @Bean
    Search ledgerSearch() {
        return () -> "/search";
    }

    /// For those whose turn it can be: an auditor reads, so the registers come first.
    private record TrayPlace(Matters matters, Directory directory, Clock clock) implements Place {

        @Override
        public String key() {
            return "ledger.tray.title";
        }

        @Override
        public String href() {
            return "/tray";
        }

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Sign sign() {
            return Sign.TRAY;
        }

        @Override
        public boolean seenBy(Viewer viewer) {
            return viewer.may(Right.ACT_ON_MATTERS.name());
        }

        @Override
        public Optional<Count> count(Viewer viewer) {
            var now = clock.instant();
            return directory.actingAs(new TenantId(viewer.tenant()), new PersonId(viewer.person())).map(who -> {
                var numbers = new TrayNumbers(matters.trayCounts(who), now);
                return new Count(numbers.now(), "/tray", numbers.of(Urgency.LATE, null) > 0);
            });
        }
    }
}
