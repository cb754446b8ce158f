package org.mingbai.pattern.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the dispatch desk stands in the navigation.
@Configuration(proxyBeanMethods = false)
class PatternPlaces {

    private static final int DESK = 25;

    @Bean
    Place dispatchPlace() {
        return PlainPlace.of("pattern.dispatch.title", DispatchPages.ALL, DESK, Sign.DISPATCH, Right.LIST_AND_ASSIGN.name());
    }
}
