package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Stage;

/// The one thing expected of whoever's turn it is, and by when.
/// @param by empty when no day was given
/// @param word what stands in place of a day
record TrayTask(String task, @Nullable LocalDate by, String word) {

    static TrayTask of(Matter matter) {
        return switch (matter.stage()) {
            case Stage.LookBackDue(_, _, var day) -> new TrayTask(say("LOOK_BACK_DUE"), day, "");
            case Stage.Parked(_, _, var reviewOn) -> new TrayTask(say("PARKED"), reviewOn, "");
            case Stage.OnNotice(var until) -> matter.round().objections() > 0
                    ? new TrayTask(t("ledger.tray.task.OBJECTION", matter.round().objections()), until, "")
                    : new TrayTask(t("ledger.tray.task.ON_NOTICE"), until.plusDays(1), "");
            case Stage.Raised _ -> duty(matter, matter.turn() != null && matter.turn().role() == org.mingbai.directory.Role.COORDINATOR
                    ? "RAISED" : "VERIFY");
            case Stage.Signed _, Stage.InProgress _ -> duty(matter, working(matter));
            case Stage.Escalated(_, _, var to, var gap) -> to == null
                    ? due(matter, t("ledger.tray.task.ESCALATED.gap", t("ledger.gap." + gap))) : duty(matter, "ESCALATED");
            case Stage.UnderReview(var level, var askedOn, _) -> new TrayTask(t("ledger.tray.task.UNDER_REVIEW", t("ledger.appeal." + level)), null,
                    t("ledger.tray.asked-on", DayWords.plain(askedOn)));
            case Stage.ReviewUpheld upheld -> new TrayTask(say("REVIEW_UPHELD"), upheld.on(), "");
            case Stage.Relapsed relapsed -> new TrayTask(say("RELAPSED"), relapsed.on(), "");
            default -> duty(matter, matter.stage().named().name());
        };
    }

    private static String working(Matter matter) {
        if (matter.round().asked() != null) {
            return "EXTENSION";
        }
        if (matter.round().standing().isEmpty()) {
            return "SIGNED";
        }
        return matter.round().unproven().isEmpty() ? "PROVEN" : "IN_PROGRESS";
    }

    private static TrayTask duty(Matter matter, String task) {
        return due(matter, say(task));
    }

    private static TrayTask due(Matter matter, String said) {
        Deadline due = matter.round().due();
        if (due == null) {
            return new TrayTask(said, null, "");
        }
        return new TrayTask(said, due.date(), due.date() == null ? t("ledger.deadline." + due.kind()) : "");
    }

    private static String say(String task) {
        return t("ledger.tray.task." + task);
    }
}
