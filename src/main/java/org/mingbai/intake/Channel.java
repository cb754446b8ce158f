package org.mingbai.intake;

import java.util.Locale;

/// A way in (渠道): hotline, window, letter, walk-through. What is written into a journal is its name.
/// @param atDesk whether it is offered where clerks write down what people say
/// @param register where what comes by it is raised if nobody says otherwise
/// @param wayZh where else it goes, for what is not ours; else empty
/// @param place in the order they are offered
public record Channel(String code, String zh, String en, boolean atDesk, String register, Route route, String wayZh, String wayEn, int place) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    public String way(Locale locale) {
        return locale.getLanguage().equals("en") ? wayEn : wayZh;
    }
}
