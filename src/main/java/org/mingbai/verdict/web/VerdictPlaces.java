package org.mingbai.verdict.web;

import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.mingbai.verdict.exclusion.Exclusions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the call-back desk, the look-backs and the rates stand in the navigation.
@Configuration(proxyBeanMethods = false)
class VerdictPlaces {

    private static final int CALL_BACKS = 41;
    private static final int LOOK_BACKS = 42;
    private static final int RATES = 43;
    private static final int EXCLUSIONS = 44;

    @Bean
    Place callBackPlace() {
        return PlainPlace.of("verdict.callback.title", CallBackPages.ALL, CALL_BACKS, Sign.CALL_BACK, Right.RECORD_VERDICTS.name());
    }

    @Bean
    Place lookBackPlace() {
        return PlainPlace.of("verdict.lookback.title", LookBackPages.ALL, LOOK_BACKS, Sign.LOOK_BACK, Right.RECORD_VERDICTS.name());
    }

    /// For those who decide; all others come to it from the rates.
    @Bean
    Place exclusionPlace(Exclusions exclusions, Directory directory) {
        return new PlainPlace("verdict.exclusion.title", ExclusionPages.ALL, EXCLUSIONS, Sign.EXCLUSION, viewer -> viewer.may(Right.DECIDE_EXCLUSION.name()),
                viewer -> directory.actingAs(new TenantId(viewer.tenant()), new PersonId(viewer.person()))
                        .map(who -> new Place.Count(exclusions.toDecide(who).size(), ExclusionPages.TO_DECIDE, false)));
    }

    @Bean
    Place ratesPlace() {
        return PlainPlace.of("verdict.rates.title", RatesPages.ALL, RATES, Sign.FIGURES, Right.SEE_MATTERS.name());
    }
}
