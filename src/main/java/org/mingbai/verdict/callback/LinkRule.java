package org.mingbai.verdict.callback;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.mingbai.shell.Words;

/// Whether those who raised something on a register are sent a link to the questions, and how.
/// @param sends whether any are sent
/// @param quietFrom from this time of day on none leave, until the other; the same twice for no quiet hours
/// @param days for so many days after the link left nobody calls them
/// @param basis the paper it rests on; empty for the shipped one
public record LinkRule(String register, int version, boolean sends, String zh, String en, LocalTime quietFrom, LocalTime quietUntil, int days,
        String basis) {

    /// Where the link stands in the text.
    public static final String LINK = "{link}";
    public static final int TEXT_MAX = 300;
    public static final int DAYS_MAX = 30;

    private static final int SHIPPED_DAYS = 3;

    static LinkRule shipped(String register) {
        return new LinkRule(register, 1, false, Words.in(Locale.CHINESE).of("verdict.link.shipped", LINK),
                Words.in(Locale.ENGLISH).of("verdict.link.shipped", LINK), LocalTime.of(20, 0), LocalTime.of(9, 0), SHIPPED_DAYS, "");
    }

    /// What one of them is sent, in their language. Says nothing of the matter: others read the same telephone.
    String text(String language, String link) {
        return (language.equals("en") ? en : zh).replace(LINK, link);
    }

    /// The first moment from then on that is not quiet.
    ZonedDateTime after(ZonedDateTime moment) {
        var time = moment.toLocalTime();
        boolean begun = !time.isBefore(quietFrom);
        boolean lasts = time.isBefore(quietUntil);
        boolean quiet = quietFrom.isAfter(quietUntil) ? begun || lasts : begun && lasts;
        if (!quiet) {
            return moment;
        }
        var end = moment.with(quietUntil);
        return end.isAfter(moment) ? end : end.plusDays(1);
    }
}
