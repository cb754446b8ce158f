package org.mingbai.supervision.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.Sign;
import org.mingbai.shell.Viewer;
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
        return new Plain("supervision.desk.title", "/supervision", DESK, Sign.SUPERVISION, Right.SUPERVISE);
    }

    @Bean
    Place callOutPlace() {
        return new Plain("supervision.callout.title", "/callouts", CALL_OUTS, Sign.VOICE, Right.SEE_MATTERS);
    }

    @Bean
    Place calendarPlace() {
        return new Plain("supervision.calendar.title", "/calendar", CALENDAR, Sign.CALENDAR, Right.OWN_ACCOUNT);
    }

    @Bean
    Place burdenPlace() {
        return new Plain("supervision.burden.title", "/burden", BURDEN, Sign.BURDEN, Right.SEE_BURDEN);
    }

    private record Plain(String key, String href, int order, Sign sign, Right needs) implements Place {

        @Override
        public boolean seenBy(Viewer viewer) {
            return viewer.may(needs.name());
        }
    }
}
