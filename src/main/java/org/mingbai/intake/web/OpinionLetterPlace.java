package org.mingbai.intake.web;

import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whom one asked for an opinion, and who answered.
@Configuration(proxyBeanMethods = false)
class OpinionLetterPlace {

    @Bean
    Place opinionLettersPlace() {
        return PlainPlace.of("intake.letters.title", "/letters", 48, Sign.LETTER, Right.SEE_LETTERS.name());
    }
}
