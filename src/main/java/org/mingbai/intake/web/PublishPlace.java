package org.mingbai.intake.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where outcomes are laid before everybody.
@Configuration(proxyBeanMethods = false)
class PublishPlace {

    private static final int ORDER = 46;

    @Bean
    Place publishingPlace() {
        return PlainPlace.of("intake.publishing.title", "/publishing", ORDER, Sign.PUBLISHED, Right.PUBLISH_OUTCOMES.name());
    }
}
