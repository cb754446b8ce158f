package org.mingbai.intake.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where clerks write down what people say.
@Configuration(proxyBeanMethods = false)
class ClerkDeskPlace {

    @Bean
    Place clerksDeskPlace() {
        return PlainPlace.of("intake.places.desk", "/desk", 15, Sign.VOICE, Right.RAISE.name());
    }
}
