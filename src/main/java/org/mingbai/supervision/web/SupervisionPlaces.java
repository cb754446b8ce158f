package org.mingbai.supervision.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where supervision stands in the navigation.
@Configuration(proxyBeanMethods = false)
class SupervisionPlaces {

    private static final int DESK = 30;
    private static final int CALL_OUTS = 34;
    private static final int CALENDAR = 70;
    private static final int BURDEN = 72;

    @Bean
    Place deskPlace() {
        return PlainPlace.of("supervision.desk.title", "/supervision", DESK, Sign.SUPERVISION, Right.SEE_SUPERVISION.name());
    }

    @Bean
    Place callOutPlace() {
        return PlainPlace.of("supervision.callout.title", "/callouts", CALL_OUTS, Sign.CALL_OUT, Right.SEE_MATTERS.name());
    }

    @Bean
    Place calendarPlace() {
        return PlainPlace.of("supervision.calendar.title", "/calendar", CALENDAR, Sign.CALENDAR, Right.OWN_ACCOUNT.name());
    }

    @Bean
    Place burdenPlace() {
        return PlainPlace.of("supervision.burden.title", "/burden", BURDEN, Sign.BURDEN, Right.SEE_BURDEN.name());
    }
}
