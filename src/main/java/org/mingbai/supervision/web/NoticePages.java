package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SheetUploads;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Days;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.Calendars;
import org.mingbai.supervision.HolidayFile;
import org.mingbai.supervision.Notice;
import org.mingbai.supervision.Offices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Brings a notice of holidays, shows day by day what it would change, and counts by it from then on.
@Controller
@Needs(Right.KEEP_CALENDAR)
class NoticePages {

    private static final String ALL = "/calendar/notices";
    private static final int BYTES_MAX = 64 * 1024;
    private static final int ROWS_MAX = 200;
    private static final int FOUND_MAX = 60;
    private static final int NAME_MAX = 200;

    private final Offices offices;
    private final Calendars calendars;
    private final SheetUploads uploads;

    NoticePages(Calendars calendars, SheetUploads uploads, Offices offices) {
        this.offices = offices;
        this.calendars = calendars;
        this.uploads = uploads;
    }

    @GetMapping(ALL + "/new")
    ModelAndView form() {
        return View.of("supervision/notice", new NoticePage(ALL, "", NoticePage.Day.NONE, Optional.empty(), FieldErrors.none()));
    }

    @PostMapping(ALL)
    ModelAndView bring(SignedIn who, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String region)
            throws IOException {
        var code = region.strip();
        var errors = FieldErrors.none();
        if (file == null || file.isEmpty()) {
            errors = errors.with("file", t("supervision.notice.file.missing"));
        } else if (file.getSize() > BYTES_MAX) {
            errors = errors.with("file", t("supervision.notice.file.large", BYTES_MAX / 1024));
        } else if (read(who.tenant(), code, file.getBytes()) instanceof Read.Wrong(var why)) {
            errors = errors.with("file", why);
        }
        if (!CalendarPages.REGION.matcher(code).matches()) {
            errors = errors.with("region", t("supervision.notice.region.wrong"));
        }
        if (errors.any() || file == null) {
            return refused(code, errors);
        }
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("").replaceAll("\\p{Cntrl}", "");
        var id = uploads.keep(who, name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name, file.getBytes());
        return View.seeOther(ALL + "/" + id + (code.isEmpty() ? "" : "?region=" + code));
    }

    /// One day more, or another one, among those of a region: what is looked at next is the region's whole notice for that year.
    @PostMapping("/calendar/days")
    ModelAndView bringDay(SignedIn who, @RequestParam(defaultValue = "") String date, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String paper) {
        offices.mustBeOne(who);
        var typed = new NoticePage.Day(cut(date), cut(name), kind.equals("worked") ? "worked" : "free", cut(place), cut(paper));
        var day = day(typed.date());
        var errors = FieldErrors.none();
        errors = day.isPresent() ? errors : errors.with("date", t("supervision.fault.DATE_WRONG"));
        errors = typed.name().isEmpty() || typed.name().length() > HolidayFile.NAME_MAX ? errors.with("name", t("supervision.fault.NAME_MISSING")) : errors;
        boolean known = !typed.region().isEmpty() && CalendarPages.REGION.matcher(typed.region()).matches();
        errors = known ? errors : errors.with("place", t("supervision.notice.day.region.wrong"));
        if (!errors.any()) {
            var content = HolidayFile.write(with(who.tenant(), typed, day.orElseThrow())).getBytes(StandardCharsets.UTF_8);
            if (read(who.tenant(), typed.region(), content) instanceof Read.Wrong(var why)) {
                errors = errors.with("date", why);
            } else {
                return View.seeOther(ALL + "/" + uploads.keep(who, typed.date() + ".json", content) + "?region=" + typed.region());
            }
        }
        return View.of("supervision/notice", new NoticePage(ALL, "", typed, Optional.empty(), errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Notice with(TenantId tenant, NoticePage.Day typed, LocalDate date) {
        var earlier = calendars.notice(tenant, typed.region(), date.getYear());
        var days = earlier.map(Notice::days).orElse(List.of()).stream().filter(day -> !day.date().equals(date));
        var papers = Stream.concat(earlier.map(Notice::papers).orElse(List.of()).stream(), Stream.of(typed.paper()).filter(paper -> !paper.isEmpty()));
        return new Notice(date.getYear(), papers.distinct().toList(),
                Stream.concat(days, Stream.of(new Notice.ListedDay(date, typed.name(), typed.kind().equals("free"))))
                        .sorted(Comparator.comparing(Notice.ListedDay::date)).toList());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= HolidayFile.YEAR_MIN && day.getYear() <= HolidayFile.YEAR_MAX);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String cut(String typed) {
        var plain = typed.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() > NAME_MAX ? plain.substring(0, NAME_MAX) : plain;
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView preview(SignedIn who, @PathVariable String id, @RequestParam(defaultValue = "") String region) {
        var brought = brought(who, id, region);
        return switch (brought.read) {
            case Read.Wrong(var why) -> refused(region, FieldErrors.none().with("file", why));
            case Read.Good(var notice) -> View.of("supervision/notice", page(who.tenant(), brought, notice, FieldErrors.none()));
        };
    }

    @PostMapping(ALL + "/{id}/application")
    ModelAndView take(SignedIn who, Keeper by, @PathVariable String id, @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String seen) {
        offices.mustBeOne(who);
        var brought = brought(who, id, region);
        if (!(brought.read instanceof Read.Good(var notice))) {
            return refused(region, FieldErrors.none().with("file", ((Read.Wrong) brought.read).why));
        }
        var changes = calendars.changes(who.tenant(), region, notice);
        if (!isSame(who.tenant(), region, notice)) {
            if (!seen.equals(mark(changes))) {
                return View.of("supervision/notice", page(who.tenant(), brought, notice, FieldErrors.none().with("", t("supervision.notice.meanwhile"))),
                        HttpStatus.CONFLICT);
            }
            calendars.take(by, region, notice);
        }
        uploads.forget(who, brought.id);
        return View.seeOther(CalendarPages.href(notice.year(), region), t("supervision.notice.done", title(notice, region)));
    }

    private record Brought(UUID id, String fileName, String region, Read read) {}

    private sealed interface Read {
        record Good(Notice notice) implements Read {}

        record Wrong(String why) implements Read {}
    }

    private Brought brought(SignedIn who, String id, String region) {
        if (!CalendarPages.REGION.matcher(region).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            var key = UUID.fromString(id);
            return uploads.find(who, key).map(upload -> new Brought(key, upload.fileName(), region, read(who.tenant(), region, upload.content())))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /// A region's days say nothing of the country's: with them alone a year would look known that is not.
    private Read read(TenantId tenant, String region, byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return new Read.Wrong(t("supervision.notice.not-utf-8"));
        }
        return switch (HolidayFile.read(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            case HolidayFile.Refused(var why, var place, var found) -> new Read.Wrong(told(why, place, found));
            case HolidayFile.Read(var notice) when !notice.isOut() -> new Read.Wrong(t("supervision.notice.empty", Integer.toString(notice.year())));
            case HolidayFile.Read(var notice) when !region.isEmpty() && !calendars.of(tenant, Calendars.EVERYWHERE).knows(Year.of(notice.year())) ->
                    new Read.Wrong(t("supervision.notice.country-first", Integer.toString(notice.year())));
            case HolidayFile.Read(var notice) -> new Read.Good(notice);
        };
    }

    private static String told(HolidayFile.Fault why, String place, String found) {
        var shown = found.length() > FOUND_MAX ? found.substring(0, FOUND_MAX) + "…" : found;
        var fault = t("supervision.fault." + why);
        return place.isEmpty() ? fault : t("supervision.fault.at", place, fault, shown);
    }

    private NoticePage page(TenantId tenant, Brought brought, Notice notice, FieldErrors errors) {
        var changes = calendars.changes(tenant, brought.region, notice);
        var rows = changes.stream().limit(ROWS_MAX)
                .map(change -> new NoticePage.Row(Days.full(change.before().date()), DayWords.what(change.before()), DayWords.what(change.after())))
                .toList();
        long free = notice.days().stream().filter(Notice.ListedDay::free).count();
        var preview = new NoticePage.Preview(brought.fileName, title(notice, brought.region),
                t("supervision.notice.sum", free, notice.days().size() - free), isSame(tenant, brought.region, notice),
                calendars.notice(tenant, brought.region, notice.year()).isPresent(), CalendarPages.papers(notice.papers()), rows,
                changes.size() - rows.size(), mark(changes));
        return new NoticePage(ALL + "/" + brought.id + "/application", brought.region, NoticePage.Day.NONE, Optional.of(preview), errors);
    }

    private static String title(Notice notice, String region) {
        var year = Integer.toString(notice.year());
        return region.isEmpty() ? t("supervision.notice.country", year) : t("supervision.notice.region", year, region);
    }

    private boolean isSame(TenantId tenant, String region, Notice notice) {
        return calendars.notice(tenant, region, notice.year())
                .filter(known -> known.papers().equals(notice.papers()) && new HashSet<>(known.days()).equals(new HashSet<>(notice.days())))
                .isPresent();
    }

    private static String mark(List<Calendars.Change> changes) {
        return Integer.toHexString(changes.toString().hashCode());
    }

    private static ModelAndView refused(String region, FieldErrors errors) {
        return View.of("supervision/notice", new NoticePage(ALL, region.length() > 6 ? region.substring(0, 6) : region, NoticePage.Day.NONE,
                Optional.empty(), errors),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
