package org.mingbai.shell.page;

import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;

/// What a body calls a light, and in which colour it is drawn. Its shape stays.
public record LightName(String zh, String en, LightColour colour) {

    private static final ScopedValue<Map<LightSign, LightName>> SHOWN = ScopedValue.newInstance();

    /// While a request of that body's people is answered.
    public static <X extends Throwable> void within(Map<LightSign, LightName> names, ScopedValue.CallableOp<?, X> answering) throws X {
        ScopedValue.where(SHOWN, names).call(answering);
    }

    static Map<LightSign, LightName> shown() {
        return SHOWN.orElse(Map.of());
    }

    /// In the reader's language.
    public String word() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? en : zh;
    }
}
