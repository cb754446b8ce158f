package org.mingbai.directory.telling;

import java.util.List;
import java.util.stream.Collectors;
import org.mingbai.shell.Words;

/// What stands in a letter.
record LetterText(String subject, String body) {

    private static final String OUTSIDE = ".outside";

    /// To a person: each thing with the way there, which also counts as having read it.
    static LetterText to(String name, List<TellingTable.Row> tellings, Words words, TellingSettings settings) {
        var lines = tellings.stream()
                .map(row -> Telling.said(words, row.words(), row.args()) + "\n" + settings.linkTo("/messages/" + row.id()))
                .collect(Collectors.joining("\n\n"));
        var subject = tellings.size() == 1
                ? Telling.said(words, tellings.getFirst().words(), tellings.getFirst().args())
                : words.of("directory.tell.mail.subject", tellings.size());
        return new LetterText(words.of("directory.tell.mail.from", subject),
                words.of("directory.tell.mail.hello", name) + "\n\n" + lines + "\n\n"
                        + words.of("directory.tell.mail.foot", settings.linkTo("/me/reach")) + "\n");
    }

    /// To whoever reads at an address somebody typed. Who that was is not said: it may be the address of a stranger.
    static LetterText confirming(String link, Words words) {
        return new LetterText(words.of("directory.tell.mail.from", words.of("directory.tell.confirm.subject")),
                words.of("directory.tell.confirm.what") + "\n\n" + link + "\n\n" + words.of("directory.tell.confirm.foot") + "\n");
    }

    /// To a group chat or a program: who reads there is not known here, so a sentence is said as it may be said outside.
    static String outside(TellingTable.Row row, Words words) {
        return Telling.said(words, Words.has(row.words() + OUTSIDE) ? row.words() + OUTSIDE : row.words(), row.args());
    }
}
