package org.mingbai.intake.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where what persons ask of their own data is decided.
@Configuration(proxyBeanMethods = false)
class RightsPlace {

    @Bean
    Place ownDataPlace() {
        return PlainPlace.of("intake.rights.title", "/rights", 46, Sign.FILE, Right.KEEP_REQUESTS.name());
    }
}
