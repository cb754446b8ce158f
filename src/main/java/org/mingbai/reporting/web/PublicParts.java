package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.util.Optional;
import org.mingbai.intake.site.SitePart;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.reporting.PublicFigures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What of figures stands on the public site, and the way there.
@Configuration(proxyBeanMethods = false)
class PublicParts {

    @Bean
    @Order(1)
    SitePart figuresForEverybody(PublicFigures figures) {
        return tenant -> figures.chosen(tenant).codes().isEmpty() ? Optional.empty()
                : Optional.of(new SitePart.Way(PublicFigurePages.PART, t("reporting.public.title"), t("reporting.public.what")));
    }

    @Bean
    @Order(2)
    SitePart openData(PublicFigures figures, Registers registers) {
        return tenant -> figures.chosen(tenant).codes().isEmpty() && registers.of(tenant).stream().noneMatch(Register::published) ? Optional.empty()
                : Optional.of(new SitePart.Way(OpenDataPages.PART, t("reporting.data.title"), t("reporting.data.what")));
    }
}
