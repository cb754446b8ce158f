package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Days;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.Calendars;
import org.mingbai.supervision.HolidayFile;
import org.mingbai.supervision.Offices;
import org.mingbai.supervision.WorkingCalendar;
import org.mingbai.supervision.web.CalendarPage.Basis;
import org.mingbai.supervision.web.CalendarPage.Counted;
import org.mingbai.supervision.web.CalendarPage.Counting;
import org.mingbai.supervision.web.CalendarPage.Paper;
import org.mingbai.supervision.web.Counter.Question;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The days a body counts by, a year at a time, and the counting itself; both have addresses one can pass on.
@Controller
@Needs(Right.OWN_ACCOUNT)
class CalendarPages {

    /// The beginning of a division code (GB/T 2260); nothing for the whole country.
    static final Pattern REGION = Pattern.compile("(?:[0-9]{2}){0,3}");
    private static final int TYPED_MAX = 40;

    private final Calendars calendars;
    private final Offices offices;
    private final Clock clock;

    CalendarPages(Calendars calendars, Offices offices, Clock clock) {
        this.calendars = calendars;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    ModelAndView calendar(Presence present, @RequestParam(defaultValue = "") String year,
            @RequestParam(name = "region", required = false) @Nullable String place, @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String at, @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String closes, @RequestParam(defaultValue = "") String all) {
        var tenant = present.who().tenant();
        var region = place == null ? calendars.homeRegion(tenant) : place;
        if (!REGION.matcher(region).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var today = LocalDate.now(clock);
        var calendar = calendars.of(tenant, region);
        var question = Counter.read(from.strip(), at.strip(), limit.strip(), closes.strip());
        var errors = question instanceof Question.Wrong(var wrong) ? wrong : FieldErrors.none();
        var chosen = year.isBlank() ? Optional.of(today.getYear()) : year(year.strip());
        if (chosen.isEmpty()) {
            errors = errors.with("year", t("supervision.calendar.year.wrong", HolidayFile.YEAR_MIN, HolidayFile.YEAR_MAX));
        }
        int shown = chosen.orElse(today.getYear());
        var answer = question instanceof Question.Asked asked
                ? Optional.of(Counter.answer(asked, calendar, !all.isBlank(), allHref(shown, region, from, at, limit, closes)))
                : Optional.<Counted>empty();
        var page = page(tenant, shown, region, calendar, today, new Counting(cut(from), cut(at), cut(limit), cut(closes), answer),
                chosen.isEmpty() ? cut(year) : Integer.toString(shown), calendars.homeRegion(tenant), present.may(Right.KEEP_CALENDAR), errors);
        return View.of("supervision/calendar", page, errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    /// By the days of which region all clocks are counted.
    @PostMapping("/calendar/region")
    @Needs(Right.KEEP_CALENDAR)
    ModelAndView setRegion(SignedIn who, Keeper by, @RequestParam(defaultValue = "") String home) {
        offices.mustBeOne(who);
        var region = home.strip();
        if (!REGION.matcher(region).matches()) {
            var today = LocalDate.now(clock);
            var kept = calendars.homeRegion(who.tenant());
            var errors = FieldErrors.none().with("home", t("supervision.calendar.home.wrong"), t("supervision.notice.region.field"));
            return View.of("supervision/calendar", page(who.tenant(), today.getYear(), kept, calendars.of(who.tenant(), kept), today, Counting.NOTHING,
                    Integer.toString(today.getYear()), cut(region), true, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        calendars.setHome(by, region);
        return View.seeOther("/calendar#home", region.isEmpty() ? t("supervision.calendar.home.country") : t("supervision.calendar.home.done", region));
    }

    private CalendarPage page(TenantId tenant, int year, String region, WorkingCalendar calendar, LocalDate today, Counting counting, String yearTyped,
            String homeTyped, boolean keeps, FieldErrors errors) {
        var months = new YearMonths(calendar, today).of(year);
        var notices = calendars.notices(tenant);
        var regions = notices.stream().map(Calendars.Stored::region).filter(code -> !code.isEmpty()).distinct()
                .map(code -> new Choice(code, t("supervision.region", code))).toList();
        var basis = notices.stream().filter(stored -> stored.notice().year() == year && region.startsWith(stored.region()))
                .map(this::basis).toList();
        boolean known = calendar.knows(Year.of(year));
        boolean settled = calendar.day(LocalDate.of(year, 12, 31)).known();
        return new CalendarPage(year, yearTyped, region, regions, year > HolidayFile.YEAR_MIN ? href(year - 1, region) : "",
                year < HolidayFile.YEAR_MAX ? href(year + 1, region) : "", months, basis, known, settled, counting, keeps,
                calendars.homeRegion(tenant), homeTyped, errors);
    }

    private Basis basis(Calendars.Stored stored) {
        var year = Integer.toString(stored.notice().year());
        var name = stored.region().isEmpty() ? t("supervision.notice.country", year) : t("supervision.notice.region", year, stored.region());
        var taken = stored.takenBy().isEmpty() ? t("supervision.notice.shipped")
                : t("supervision.notice.taken", Days.full(stored.takenAt().atZoneSameInstant(clock.getZone()).toLocalDate()));
        return new Basis(name, papers(stored.notice().papers()), taken);
    }

    private static Optional<Integer> year(String text) {
        return text.matches("[0-9]{4}") ? Optional.of(Integer.parseInt(text)).filter(year -> year >= HolidayFile.YEAR_MIN && year <= HolidayFile.YEAR_MAX)
                : Optional.empty();
    }

    static String href(int year, String region) {
        return "/calendar?year=" + year + "&region=" + region;
    }

    private static String allHref(int year, String region, String from, String at, String limit, String closes) {
        return UriComponentsBuilder.fromPath("/calendar").queryParam("year", year).queryParam("region", region)
                .queryParam("from", "{from}").queryParam("at", "{at}").queryParam("limit", "{limit}").queryParam("closes", "{closes}")
                .queryParam("all", "1").fragment("count")
                .encode().buildAndExpand(from, at, limit, closes).toUriString();
    }

    private static String cut(String typed) {
        return typed.length() > TYPED_MAX ? typed.substring(0, TYPED_MAX) : typed;
    }

    static List<Paper> papers(List<String> texts) {
        return texts.stream().map(Paper::of).toList();
    }
}
