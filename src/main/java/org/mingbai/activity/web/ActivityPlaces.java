package org.mingbai.activity.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where campaigns are found.
@Configuration(proxyBeanMethods = false)
class ActivityPlaces {

    private static final int CAMPAIGNS = 54;

    @Bean
    Place campaignsPlace() {
        return PlainPlace.of("activity.campaigns.title", CampaignPages.ALL, CAMPAIGNS, Sign.ACTIVITY, Right.SEE_MATTERS.name());
    }
}
