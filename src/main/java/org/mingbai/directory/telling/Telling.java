package org.mingbai.directory.telling;

import java.time.LocalDate;
import java.util.List;
import org.mingbai.shell.Words;

/// Something people are told. Of a matter it says no more than number, a cut title and the way there: letters are read over shoulders.
///
/// @param topic  what it is about, e.g. `turn/17`: a later telling can settle all that was told of it before
/// @param cause  what made it worth telling, e.g. `turn/17/5`: the same cause tells the same person once
/// @param words  key of the sentence; where `<key>.outside` exists, that one goes to group chats and other programs
/// @param args   for the sentence: text, a number, a day, or another phrase
/// @param href   the page it leads to, from `/` on
/// @param urgent whether it goes at once, also in quiet hours and to those who asked for one letter a day
public record Telling(String topic, String cause, String words, List<Object> args, String href, boolean urgent) {

    private static final int TITLE_MAX = 30;

    /// A phrase within the sentence, in the reader's language.
    public record Phrase(String key) {}

    public Telling {
        args = List.copyOf(args);
        args.forEach(Telling::stored);
        if (!href.startsWith("/") || href.startsWith("//")) {
            throw new IllegalArgumentException("not a page of ours: " + href);
        }
    }

    public static Telling of(String topic, String cause, String href, String words, Object... args) {
        return new Telling(topic, cause, words, List.of(args), href, false);
    }

    /// The same, as something that cannot wait for the morning.
    public Telling asUrgent() {
        return new Telling(topic, cause, words, args, href, true);
    }

    /// A title as it may stand in a letter.
    public static String cut(String title) {
        return title.codePointCount(0, title.length()) > TITLE_MAX ? title.substring(0, title.offsetByCodePoints(0, TITLE_MAX)) + "…" : title;
    }

    List<String> storedArgs() {
        return args.stream().map(Telling::stored).toList();
    }

    private static String stored(Object arg) {
        return switch (arg) {
            case String text -> "t" + text;
            case Integer number -> "t" + number;
            case Long number -> "t" + number;
            case LocalDate day -> "d" + day;
            case Phrase(var key) -> "p" + key;
            default -> throw new IllegalArgumentException("cannot be told: " + arg.getClass());
        };
    }

    private static Object shown(String stored, Words words) {
        var text = stored.substring(1);
        return switch (stored.charAt(0)) {
            case 'd' -> LocalDate.parse(text);
            case 'p' -> words.of(text);
            default -> text;
        };
    }

    /// The sentence in somebody's language.
    static String said(Words words, String key, List<String> args) {
        return words.of(key, args.stream().map(arg -> shown(arg, words)).toArray());
    }
}
