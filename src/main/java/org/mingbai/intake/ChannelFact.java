package org.mingbai.intake;

import java.util.List;
import java.util.Locale;

/// A further thing the desk asks of what comes by a channel: which service was walked, which body inspected. The answer is kept in the matter's
/// fields under the Chinese name: the journal and the matter's page carry it, masked for others like all that people say.
/// @param channel its code
public record ChannelFact(String channel, String code, String zh, String en, Kind kind, boolean required) {

    private static final List<ChannelFact> SHIPPED = TextLines.of("channel-facts.txt").stream().map(line -> new ChannelFact(line.get(0), line.get(1),
            line.get(2), line.get(3), Kind.valueOf(line.get(4)), line.get(5).equals("yes"))).toList();

    /// What an answer is: one line, or a day as year-month-day.
    public enum Kind { TEXT, DAY }

    /// In the order they are asked; none for most channels.
    public static List<ChannelFact> of(String channel) {
        return SHIPPED.stream().filter(fact -> fact.channel().equals(channel)).toList();
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    /// Its name in the form, and in what is refused about it.
    public String field() {
        return "fact-" + code;
    }
}
