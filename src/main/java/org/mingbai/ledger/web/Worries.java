package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Worry;
import org.mingbai.shell.page.LightSign;

/// The reasons of a light in the reader's words.
final class Worries {

    private Worries() {}

    static String say(String reason, List<Object> args) {
        return t(reason, args.stream().map(Worries::said).toArray());
    }

    /// Those that do not stand beside the light already.
    static List<MatterPage.Worry> others(Light light) {
        return light.worries().stream()
                .filter(worry -> !worry.reason().equals(light.reason()) || !worry.args().equals(light.args()))
                .filter(worry -> light.reason().equals("ledger.why.set") || !worry.reason().equals(Worry.DEADLINE) || worry != light.worries().getFirst())
                .map(worry -> new MatterPage.Worry(LightSign.valueOf(worry.sign().name()), say(worry.reason(), worry.args())))
                .toList();
    }

    private static Object said(Object arg) {
        return switch (arg) {
            case Worry.Word(var key) -> t(key);
            case LocalDate day -> DayWords.plain(day);
            case OffsetDateTime at -> DayWords.plain(at);
            default -> arg;
        };
    }
}
