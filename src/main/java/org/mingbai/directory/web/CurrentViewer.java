package org.mingbai.directory.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.mingbai.directory.Presence;
import org.mingbai.shell.Days;
import org.mingbai.shell.Viewer;
import org.mingbai.shell.ViewerSource;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Tells the frame who is looking.
@Component
class CurrentViewer implements ViewerSource {

    private final Clock clock;

    CurrentViewer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Viewer> viewer() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Gate.presenceOn(request.getRequest()).map(this::shown)
                : Optional.empty();
    }

    private Viewer shown(Presence present) {
        var who = present.who();
        var lent = present.lent().stream().map(it -> Words.t("directory.standing-in", it.name(), Days.day(it.last(), LocalDate.now(clock))))
                .collect(joining(Words.t("directory.and")));
        return new Viewer(who.tenant().value(), who.person().value(), who.name(), present.unit(),
                lent.isEmpty() ? Optional.empty() : Optional.of(lent),
                present.rights().stream().map(Enum::name).collect(toUnmodifiableSet()));
    }
}
