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

    @Bean
    Place calendarPlace() {
        return new CalendarPlace();
    }

    @Bean
    Place deskPlace() {
        return new DeskPlace();
    }

    private record DeskPlace() implements Place {

        @Override
        public String key() {
            return "supervision.desk.title";
        }

        @Override
        public String href() {
            return "/supervision";
        }

        @Override
        public int order() {
            return 30;
        }

        @Override
        public Sign sign() {
            return Sign.SUPERVISION;
        }

        @Override
        public boolean seenBy(Viewer viewer) {
            return viewer.may(Right.SUPERVISE.name());
        }
    }

    private record CalendarPlace() implements Place {

        @Override
        public String key() {
            return "supervision.calendar.title";
        }

        @Override
        public String href() {
            return "/calendar";
        }

        @Override
        public int order() {
            return 70;
        }

        @Override
        public Sign sign() {
            return Sign.CALENDAR;
        }

        @Override
        public boolean seenBy(Viewer viewer) {
            return viewer.may(Right.OWN_ACCOUNT.name());
        }
    }
}
