package org.mingbai.supervision.telling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// A calendar as RFC 5545 writes it: lines of 75 octets at most, ended by CR LF, with what would end a value early escaped.
final class ICalendar {

    private static final int OCTETS_MAX = 75;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /// Something that is due on a day.
    ///
    /// @param uid     the same whenever the calendar is read, so that a moved day moves the event
    /// @param version rises with every change
    record Event(String uid, LocalDate day, int version, Instant changedAt, String summary, String description, String url) {}

    static String of(String name, List<Event> events) {
        var calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//mingbai.org//Mingbai//ZH");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("NAME:" + escaped(name));
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        calendar.line("X-PUBLISHED-TTL:PT1H");
        events.forEach(calendar::event);
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    /// A whole day that does not make anybody look busy.
    private void event(Event event) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(event.uid()));
        line("DTSTAMP:" + MOMENT.format(event.changedAt()));
        line("LAST-MODIFIED:" + MOMENT.format(event.changedAt()));
        line("SEQUENCE:" + event.version());
        line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(event.day()));
        line("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(event.day().plusDays(1)));
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
