package org.mingbai.reporting.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where boards hang, figures are asked and reports are looked through.
@Configuration(proxyBeanMethods = false)
class ReportingPlaces {

    private static final int BOARDS = 55;
    private static final int FIGURES = 56;
    private static final int BRIEFS = 57;
    private static final int LINT = 58;
    private static final int SIGNS = 59;

    @Bean
    Place boardsPlace() {
        return PlainPlace.of("reporting.board.title", BoardPages.ALL, BOARDS, Sign.BOARD, Right.SEE_MATTERS.name());
    }

    @Bean
    Place figuresPlace() {
        return PlainPlace.of("reporting.figures.title", FigurePages.ALL, FIGURES, Sign.FIGURES, Right.SEE_MATTERS.name());
    }

    @Bean
    Place briefsPlace() {
        return PlainPlace.of("reporting.briefs.title", BriefPages.ALL, BRIEFS, Sign.FILE, Right.SEE_SUPERVISION.name());
    }

    @Bean
    Place lintPlace() {
        return PlainPlace.of("reporting.lint.title", LintPages.ALL, LINT, Sign.FIGURES, Right.SEE_MATTERS.name());
    }

    @Bean
    Place signsPlace() {
        return PlainPlace.of("reporting.signs.title", SignPages.ALL, SIGNS, Sign.PUBLISHED, Right.SEE_SUPERVISION.name());
    }
}
