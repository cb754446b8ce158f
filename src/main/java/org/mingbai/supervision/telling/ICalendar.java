package org.mingbai.supervision.telling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// A calendar as RFC 5545 writes it: lines of 75 octets at most, ended by CR LF, with what would end a value early escaped. It is a state of
/// things and invites nobody, so it names no METHOD, and DTSTAMP is when the event last changed.
final class ICalendar {

    private static final int OCTETS_MAX = 75;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter HERE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx");
    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final Period ZONE_AHEAD = Period.ofYears(2);

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /// By when: a whole day, wherever it is read, or an instant.
    sealed interface When {

        record Day(LocalDate day) implements When {}

        record Moment(Instant instant) implements When {}

        /// The first instant that is too late.
        default Instant lateFrom(ZoneId zone) {
            return switch (this) {
                case Day(var day) -> day.plusDays(1).atStartOfDay(zone).toInstant();
                case Moment(var instant) -> instant;
            };
        }
    }

    /// Something that is due.
    ///
    /// @param uid     the same whenever the calendar is read, so that a moved day moves the event
    /// @param version rises with every change
    record Event(String uid, When when, int version, Instant changedAt, String summary, String description, String url) {}

    /// @param zone whose days they are
    static String of(String name, ZoneId zone, Instant now, List<Event> events) {
        var calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//mingbai.org//Mingbai//ZH");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("NAME:" + escaped(name));
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        calendar.line("X-PUBLISHED-TTL:PT1H");
        calendar.zone(zone, now);
        events.forEach(calendar::event);
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    /// What the clocks of that zone show now and when they will be changed. A calendar must hold something, also while nothing is due.
    private void zone(ZoneId zone, Instant now) {
        var rules = zone.getRules();
        var offset = rules.getOffset(now);
        var last = rules.previousTransition(now);
        line("BEGIN:VTIMEZONE");
        line("TZID:" + zone.getId());
        observed(rules.isDaylightSavings(now), last == null ? EVER : last.getDateTimeBefore(), last == null ? offset : last.getOffsetBefore(), offset);
        var ahead = now.atZone(zone).plus(ZONE_AHEAD).toInstant();
        for (var next = rules.nextTransition(now); next != null && next.getInstant().isBefore(ahead); next = rules.nextTransition(next.getInstant())) {
            observed(rules.isDaylightSavings(next.getInstant()), next.getDateTimeBefore(), next.getOffsetBefore(), next.getOffsetAfter());
        }
        line("END:VTIMEZONE");
    }

    private void observed(boolean summer, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        var name = summer ? "DAYLIGHT" : "STANDARD";
        line("BEGIN:" + name);
        line("DTSTART:" + HERE.format(from));
        line("TZOFFSETFROM:" + OFFSET.format(before));
        line("TZOFFSETTO:" + OFFSET.format(after));
        line("END:" + name);
    }

    /// A day, or a moment that takes no time; neither makes anybody look busy.
    private void event(Event event) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(event.uid()));
        line("DTSTAMP:" + MOMENT.format(event.changedAt()));
        line("LAST-MODIFIED:" + MOMENT.format(event.changedAt()));
        line("SEQUENCE:" + event.version());
        switch (event.when()) {
            case When.Day(var day) -> {
                line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
                line("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day.plusDays(1)));
            }
            case When.Moment(var instant) -> line("DTSTART:" + MOMENT.format(instant));
        }
        line("SUMMARY:" + escaped(event.summary()));
        line("DESCRIPTION:" + escaped(event.description()));
        line("URL:" + event.url());
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n").replaceAll("\\p{Cntrl}", "");
    }

    /// Folded between letters: half of one on each line is what some readers cannot put together.
    private void line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            var letter = Character.toString(line.codePointAt(at));
            int more = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > OCTETS_MAX) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += more;
        }
        text.append("\r\n");
    }
}
