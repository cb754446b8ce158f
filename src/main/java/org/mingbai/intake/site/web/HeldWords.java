package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.Identity;
import org.mingbai.intake.OwnData;
import org.mingbai.intake.Told;
import org.mingbai.shell.Days;

/// What is held of a person, in words: the same on the page and in the file.
final class HeldWords {

    private HeldWords() {}

    static List<OwnRightsPage.Part> parts(OwnData held, ZoneId zone) {
        return Stream.of(new OwnRightsPage.Part(t("intake.rights.held.identity"), identity(held, zone)),
                new OwnRightsPage.Part(t("intake.rights.held.said"), said(held, zone)),
                new OwnRightsPage.Part(t("intake.rights.held.files"), held.files()),
                new OwnRightsPage.Part(t("intake.rights.held.looks"), looks(held)),
                new OwnRightsPage.Part(t("intake.rights.held.kept"), kept(held))).filter(part -> !part.lines().isEmpty()).toList();
    }

    static String file(String body, OwnData held, ZoneId zone) {
        return Stream.concat(Stream.of(body, t("intake.rights.held.title"), ""),
                parts(held, zone).stream().flatMap(part -> Stream.of(Stream.of(part.heading()), part.lines().stream().map(line -> "  " + line), Stream.of(""))
                        .flatMap(lines -> lines))).collect(Collectors.joining("\r\n"));
    }

    private static List<String> identity(OwnData held, ZoneId zone) {
        var who = held.identity();
        if (held.destroyedAt() != null) {
            return List.of(t("intake.rights.held.destroyed", day(held.destroyedAt(), zone)));
        }
        return who == null ? List.of(t("intake.rights.held.nobody")) : identity(who);
    }

    private static List<String> identity(Identity who) {
        return Stream.of(line("intake.reveal.name", who.name()), line("intake.reveal.phone", who.phone()), line("intake.reveal.email", who.email()),
                line("intake.reveal.address", who.address()), line("intake.reveal.number", who.number())).flatMap(Optional::stream).toList();
    }

    private static Optional<String> line(String key, @Nullable String value) {
        return Optional.ofNullable(value).filter(it -> !it.isBlank()).map(it -> t("intake.rights.held.line", t(key), it));
    }

    private static List<String> said(OwnData held, ZoneId zone) {
        var own = held.told().story().stream().filter(told -> told.what().name().startsWith("YOU_"))
                .map(told -> t("intake.rights.held.line", Days.full(told.on()), words(told)));
        return Stream.concat(Stream.concat(
                Stream.of(t("intake.rights.held.received", day(held.voice().receivedAt(), zone), held.voice().channel(), held.told().number())),
                held.told().text().lines().filter(line -> !line.isBlank())), own).toList();
    }

    private static String words(Told told) {
        return Optional.ofNullable(told.words()).orElseGet(() -> t("intake.site.told." + told.what()));
    }

    private static String day(OffsetDateTime at, ZoneId zone) {
        return Days.full(at.atZoneSameInstant(zone).toLocalDate());
    }

    private static List<String> looks(OwnData held) {
        return held.looks().isEmpty() ? List.of(t("intake.rights.held.looks.none"))
                : held.looks().stream().map(look -> t(look.searched() ? "intake.rights.held.search" : "intake.rights.held.look", Days.full(look.day()),
                        look.unit(), look.purpose())).toList();
    }

    private static List<String> kept(OwnData held) {
        if (held.identity() == null || held.keptUntil() == null) {
            return List.of();
        }
        return held.storedFor() == null ? List.of(t("intake.rights.held.until", Days.full(held.keptUntil())))
                : List.of(t("intake.rights.held.until", Days.full(held.keptUntil())), t("intake.rights.held.stored", held.storedFor()));
    }
}
