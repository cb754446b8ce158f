package org.mingbai.directory.web;

import org.mingbai.directory.OwnPlace;
import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The directory's places in the navigation.
@Configuration(proxyBeanMethods = false)
class Places {

    private static final int DIRECTORY = 80;
    private static final int ADMINISTRATION = 90;

    @Bean
    Place directoryPlace() {
        return PlainPlace.of("directory.places.directory", "/directory", DIRECTORY, Sign.DIRECTORY, Right.SEE_DIRECTORY.name());
    }

    @Bean
    Place administrationPlace() {
        return PlainPlace.of("directory.places.administration", "/administration", ADMINISTRATION, Sign.ADMINISTRATION, Right.ADMINISTER.name());
    }

    @Bean
    OwnPlace secondFactorPlace() {
        return new OwnPlace("directory.second-factor", SecondFactorPages.PATH);
    }

    @Bean
    OwnPlace sessionsPlace() {
        return new OwnPlace("directory.sessions", SessionPages.PATH);
    }

    @Bean
    OwnPlace reachPlace() {
        return new OwnPlace("directory.reach.title", "/me/reach");
    }
}
