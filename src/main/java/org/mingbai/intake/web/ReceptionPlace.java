package org.mingbai.intake.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the days are kept on which officials receive people.
@Configuration(proxyBeanMethods = false)
class ReceptionPlace {

    @Bean
    Place receptionDaysPlace() {
        return PlainPlace.of("intake.reception.title", "/receptions", 49, Sign.ACTIVITY, Right.LIST_AND_ASSIGN.name());
    }
}
