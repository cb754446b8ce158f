package org.mingbai.directory.web;

import org.mingbai.directory.OwnPlace;
import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.Sign;
import org.mingbai.shell.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The directory's places in the navigation.
@Configuration(proxyBeanMethods = false)
class Places {

    private static final int DIRECTORY = 80;
    private static final int ADMINISTRATION = 90;

    @Bean
    Place directoryPlace() {
        return new Plain("directory.places.directory", "/directory", DIRECTORY, Sign.DIRECTORY, Right.SEE_DIRECTORY);
    }

    @Bean
    Place administrationPlace() {
        return new Plain("directory.places.administration", "/administration", ADMINISTRATION, Sign.ADMINISTRATION, Right.ADMINISTER);
    }

    @Bean
    OwnPlace reachPlace() {
        return new OwnPlace("directory.reach.title", "/me/reach");
    }

    private record Plain(String key, String href, int order, Sign sign, Right needs) implements Place {

        @Override
        public boolean seenBy(Viewer viewer) {
            return viewer.may(needs.name());
        }
    }
}
