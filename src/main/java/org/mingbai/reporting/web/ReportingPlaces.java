package org.mingbai.reporting.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where reports are looked through.
@Configuration(proxyBeanMethods = false)
class ReportingPlaces {

    private static final int LINT = 58;

    @Bean
    Place lintPlace() {
        return PlainPlace.of("reporting.lint.title", LintPages.ALL, LINT, Sign.FIGURES, Right.SEE_MATTERS.name());
    }
}
