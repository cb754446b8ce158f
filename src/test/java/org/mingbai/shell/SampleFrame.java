package org.mingbai.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// What the other modules would contribute to the frame: a clerk, some places, a search, a day.
public class SampleFrame {

    public static final Viewer CLERK = new Viewer(9001, 7, "沈禾", "清河镇督查室", Optional.of("代 周望（至 11 月 30 日）"), Set.of("matter.claim"));

    @Bean
    SecurityFilterChain open(HttpSecurity http, Denied denied) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .exceptionHandling(refused -> refused.accessDeniedHandler(denied))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'")))
                .build();
    }

    /// Nobody signs in here.
    @Bean
    FilesFromStrangers filesFromStrangers() {
        return new FilesFromStrangers(List.of("/"));
    }

    record Somewhere(String key, String href, int order, Sign sign, long number, boolean late) implements Place {
        @Override
        public boolean seenBy(Viewer viewer) {
            return true;
        }

        @Override
        public Optional<Count> count(Viewer viewer) {
            return Optional.of(new Count(number, href + "?open", late));
        }
    }

    @Bean
    Place tray() {
        return new Somewhere("style.places.tray", "/tray", 10, Sign.TRAY, 12, true);
    }

    @Bean
    Place registers() {
        return new Somewhere("style.places.registers", "/shell/style", 20, Sign.REGISTER, 1284, false);
    }

    @Bean
    Place supervision() {
        return new Somewhere("style.places.supervision", "/supervision", 30, Sign.SUPERVISION, 7, false);
    }

    @Bean
    Place voice() {
        return new Somewhere("style.places.voice", "/voice", 40, Sign.VOICE, 0, false);
    }

    @Bean
    Place figures() {
        return new Somewhere("style.places.figures", "/figures", 50, Sign.FIGURES, 0, false);
    }

    @Bean
    Place library() {
        return new Somewhere("style.places.library", "/library", 60, Sign.LIBRARY, 0, false);
    }

    @Bean
    Search search() {
        return () -> "/search";
    }

    @Bean
    @Primary
    Clock friday() {
        return Clock.fixed(Instant.parse("2026-11-20T01:40:00Z"), ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    ViewerSource clerk() {
        return () -> Optional.of(CLERK);
    }
}
