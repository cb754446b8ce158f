package org.mingbai.intake.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the answers kept at hand are read, written and approved.
@Configuration(proxyBeanMethods = false)
class AnswerPlace {

    @Bean
    Place answersPlace() {
        return PlainPlace.of("intake.answers.title", "/answers", 47, Sign.LIBRARY, Right.RAISE.name());
    }
}
