package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.ReceptionBooking;
import org.mingbai.intake.ReceptionDay;
import org.mingbai.intake.ReceptionWords;
import org.mingbai.intake.Receptions;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The days on which officials receive people: announced, called off, and what was said written down.
@Controller
@Needs(Right.LIST_AND_ASSIGN)
class ReceptionPages {

    private static final String ALL = "/receptions";
    private static final int PAST_SHOWN = 50;
    private static final Set<String> OF_GUEST = Set.of("came", "words");

    private final Receptions receptions;
    private final Directory directory;
    private final RefusalsTold refusals;
    private final Clock clock;

    ReceptionPages(Receptions receptions, Directory directory, RefusalsTold refusals, Clock clock) {
        this.receptions = receptions;
        this.directory = directory;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(SignedIn who) {
        return View.of("intake/receptions", list(who, Map.of("slotMinutes", "20", "perSlot", "1", "starts", "09:00", "ends", "11:00"), FieldErrors.none()));
    }

    @PostMapping(ALL)
    ModelAndView announce(SignedIn who, @RequestParam Map<String, String> sent) {
        var until = text(sent, "bookUntil");
        var draft = new Receptions.Draft(day(text(sent, "day")), time(text(sent, "starts")), time(text(sent, "ends")), count(text(sent, "slotMinutes")),
                count(text(sent, "perSlot")), text(sent, "place"), text(sent, "receiver"), text(sent, "subject"), day(until),
                FormKey.of(sent.getOrDefault("key", "")));
        var answer = !until.isEmpty() && draft.bookUntil() == null ? VoiceAnswer.<ReceptionDay>refused(new VoiceRefusal.NotADay("bookUntil"))
                : receptions.announce(who, draft);
        return switch (answer) {
            case VoiceAnswer.Done<ReceptionDay>(var made) -> View.seeOther(ALL + "/" + made.no(), t("intake.reception.announced"));
            case VoiceAnswer.Refused<ReceptionDay>(var why) -> {
                var errors = told(who, why, why.field());
                yield View.of("intake/receptions", list(who, sent, errors), status(errors));
            }
        };
    }

    private ReceptionListPage list(SignedIn who, Map<String, String> sent, FieldErrors errors) {
        var typed = new HashMap<>(sent);
        if (!errors.atFields() || typed.getOrDefault("key", "").isEmpty()) {
            typed.put("key", UUID.randomUUID().toString());
        }
        return new ReceptionListPage(receptions.coming(who).stream().map(day -> row(who, day)).toList(),
                receptions.past(who, PAST_SHOWN).stream().map(day -> row(who, day)).toList(), typed, errors);
    }

    private ReceptionListPage.Row row(SignedIn who, ReceptionDay day) {
        return new ReceptionListPage.Row(new Link(ReceptionWords.when(day), ALL + "/" + day.no()), day.receiver(), day.place(), state(who, day));
    }

    private String state(SignedIn who, ReceptionDay day) {
        if (day.calledOff() != null) {
            return t("intake.reception.called-off");
        }
        var guests = receptions.guests(who, day);
        long left = day.day().isAfter(LocalDate.now(clock)) ? 0 : guests.stream().filter(it -> it.booking().isOpen()).count();
        return left > 0 ? t("intake.reception.left", left) : t("intake.reception.booked", guests.size(), day.slots().size() * day.perSlot());
    }

    @GetMapping(ALL + "/{no}")
    ModelAndView one(SignedIn who, @PathVariable long no) {
        return View.of("intake/reception", page(who, there(who, no), 0, Map.of(), FieldErrors.none()));
    }

    @PostMapping(ALL + "/{no}/calling-off")
    ModelAndView callOff(SignedIn who, @PathVariable long no, @RequestParam Map<String, String> sent) {
        return switch (receptions.callOff(who, no, text(sent, "why"))) {
            case VoiceAnswer.Done<ReceptionDay> _ -> View.seeOther(ALL + "/" + no, t("intake.reception.called-off.done"));
            case VoiceAnswer.Refused<ReceptionDay>(var why) -> {
                var errors = told(who, why, why.field());
                yield View.of("intake/reception", page(who, there(who, no), 0, sent, errors), status(errors));
            }
        };
    }

    @PostMapping(ALL + "/{no}/bookings/{booking}")
    ModelAndView record(SignedIn who, @PathVariable long no, @PathVariable long booking, @RequestParam Map<String, String> sent) {
        var came = switch (text(sent, "came" + booking)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
        return switch (receptions.record(who, booking, came, text(sent, "words" + booking))) {
            case VoiceAnswer.Done<ReceptionBooking> _ -> View.seeOther(ALL + "/" + no, t("intake.reception.recorded"));
            case VoiceAnswer.Refused<ReceptionBooking>(var why) -> {
                var errors = told(who, why, OF_GUEST.contains(why.field()) ? why.field() + booking : "");
                yield View.of("intake/reception", page(who, there(who, no), booking, sent, errors), status(errors));
            }
        };
    }

    private ReceptionDay there(SignedIn who, long no) {
        return receptions.day(who, no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ReceptionPage page(SignedIn who, ReceptionDay day, long booking, Map<String, String> sent, FieldErrors errors) {
        boolean begun = !day.day().isAfter(LocalDate.now(clock));
        var guests = receptions.guests(who, day);
        return new ReceptionPage(day.no(), t("intake.reception.of", day.receiver()), facts(day),
                guests.stream().map(it -> guest(it, begun, it.booking().no() == booking ? sent : Map.of())).toList(),
                day.calledOff() == null ? "" : day.calledOff(), day.calledOff() == null && guests.stream().allMatch(it -> it.booking().came() == null),
                text(sent, "why"), errors);
    }

    private static List<ReceptionPage.Fact> facts(ReceptionDay day) {
        var facts = new ArrayList<ReceptionPage.Fact>();
        facts.add(new ReceptionPage.Fact(t("intake.reception.day"), ReceptionWords.when(day)));
        facts.add(new ReceptionPage.Fact(t("intake.reception.place"), day.place()));
        if (!day.subject().isEmpty()) {
            facts.add(new ReceptionPage.Fact(t("intake.reception.subject"), day.subject()));
        }
        facts.add(new ReceptionPage.Fact(t("intake.reception.slots"), t("intake.reception.slots.are", day.slots().size(), day.slotMinutes(), day.perSlot())));
        facts.add(new ReceptionPage.Fact(t("intake.reception.bookUntil"), Days.full(day.bookUntil())));
        return List.copyOf(facts);
    }

    private static ReceptionPage.Guest guest(Receptions.Guest guest, boolean begun, Map<String, String> sent) {
        var booking = guest.booking();
        var matter = guest.matter().map(it -> new Link(MatterNumber.of(it).printed() + " " + it.subject().title(), "/matters/" + it.id().value()));
        var state = booking.came() == null ? "" : t(booking.came() ? "intake.reception.came.yes" : "intake.reception.came.no");
        return new ReceptionPage.Guest(booking.no(), ReceptionWords.slot(booking.slot()), matter, state, begun && booking.isOpen() && matter.isPresent(),
                text(sent, "came" + booking.no()), booking.words() == null ? text(sent, "words" + booking.no()) : booking.words());
    }

    /// @param at the field of the page it concerns
    private FieldErrors told(SignedIn who, VoiceRefusal why, String at) {
        return FieldErrors.none().with(at, refusals.of(why, directory.treeOf(who.tenant())), at.isEmpty() ? "" : t("intake.reception." + why.field()));
    }

    private static HttpStatus status(FieldErrors errors) {
        return errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }

    private static String text(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").replace("\r\n", "\n").replace("\0", "").strip();
    }

    private static @Nullable Integer count(String typed) {
        return typed.matches("[0-9]{1,4}") ? Integer.valueOf(typed) : null;
    }

    private static @Nullable LocalTime time(String typed) {
        try {
            return typed.matches("[0-9]{1,2}:[0-9]{2}") ? LocalTime.parse(typed.length() < 5 ? "0" + typed : typed) : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : Days.typed(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
