package org.mingbai.shell.page;

import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;

/// What a body calls a light, and in which colour it is drawn. Its shape stays.
public record LightName(String zh, String en, LightColour colour) {

    private static final ScopedValue<Map<LightSign, LightName>> SHOWN = ScopedValue.newInstance();

    /// While a page is rendered for a reader of that body.
    public static void within(Map<LightSign, LightName> names, Runnable rendering) {
        ScopedValue.where(SHOWN, names).run(rendering);
    }

    static Map<LightSign, LightName> shown() {
        return SHOWN.orElse(Map.of());
    }

    /// In the reader's language.
    public String word() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? en : zh;
    }
}
