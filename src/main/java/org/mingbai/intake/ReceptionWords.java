package org.mingbai.intake;

import static org.mingbai.shell.Words.t;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Days;
import org.mingbai.shell.page.Choice;

/// Times on reception days in the reader's words, for the desk and for everybody.
public final class ReceptionWords {

    private static final DateTimeFormatter SLOT = DateTimeFormatter.ofPattern("HH:mm");

    private ReceptionWords() {}

    /// A time that was chosen: the day's number and the slot.
    public record Chosen(long day, LocalTime slot) {}

    public static String slot(LocalTime slot) {
        return SLOT.format(slot);
    }

    /// The day with its hours.
    public static String when(ReceptionDay day) {
        return t("intake.reception.when", Days.full(day.day()), slot(day.starts()), slot(day.ends()));
    }

    /// What can be booked, each with who receives and where.
    public static List<Choice> choices(List<Receptions.Free> free) {
        return free.stream().map(it -> new Choice(it.day().no() + "-" + slot(it.slot()), t("intake.reception.slot", Days.full(it.day().day()), slot(it.slot())),
                t("intake.reception.slot.help", it.day().receiver(), it.day().place(), it.seats())
                        + (it.day().subject().isEmpty() ? "" : t("intake.reception.slot.subject", it.day().subject())))).toList();
    }

    /// What somebody booked and what became of it.
    public static String told(Receptions.Booked it) {
        var day = it.day();
        var when = t("intake.reception.slot", Days.full(day.day()), slot(it.booking().slot()));
        var booking = it.booking();
        return day.calledOff() != null && booking.cancelledAt() != null ? t("intake.reception.own.called-off", when, day.receiver(), day.calledOff())
                : booking.cancelledAt() != null ? t("intake.reception.own.cancelled", when, day.receiver())
                : booking.came() == null ? t("intake.reception.own.stands", when, day.receiver(), day.place())
                : t(booking.came() ? "intake.reception.own.came" : "intake.reception.own.missed", when, day.receiver());
    }

    /// Nothing where it is no value of a choice.
    public static Optional<Chosen> chosen(String value) {
        var parts = value.split("-", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}") || !parts[1].matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            return Optional.empty();
        }
        return Optional.of(new Chosen(Long.parseLong(parts[0]), LocalTime.parse(parts[1])));
    }
}
