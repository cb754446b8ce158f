package org.mingbai.verdict.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the rates stand in the navigation.
@Configuration(proxyBeanMethods = false)
class VerdictPlaces {

    private static final int RATES = 42;

    @Bean
    Place ratesPlace() {
        return PlainPlace.of("verdict.rates.title", RatesPages.ALL, RATES, Sign.FIGURES, Right.SEE_MATTERS.name());
    }
}
