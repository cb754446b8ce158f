package org.mingbai.intake.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The form of the clerk's desk with what stands beside it.
/// @param ownRoute where what comes by the chosen channel goes instead; empty where it is raised here
/// @param facts what is asked further of the chosen channel
/// @param letter the opinion letter whose reply is taken down
/// @param decides whether the reader may send on, answer and join
/// @param seeks whether the reader may look for what a number raised before
/// @param files brought with this form before, when it had to be mended
/// @param earlier what the number raised before; nothing while nobody asked
public record ClerkDeskPage(ClerkDeskForm form, List<Choice> channels, List<Choice> registers, List<Choice> kinds, List<Choice> languages,
        List<Choice> redirections, List<String> units, boolean decides, boolean seeks, boolean keepsChannels, Optional<String> ownRoute,
        List<Fact> facts, Optional<Link> letter,
        List<Call> calls, List<Likely> likely, List<AtHand> answers, boolean looked,
        Optional<List<Earlier>> earlier, List<StoredFile> files, FieldErrors errors) {

    /// A question of the channel.
    /// @param day whether a day answers it
    public record Fact(String name, String label, boolean day, boolean required) {}

    /// Whom to call at once.
    public record Call(String number, String whom, String words) {}

    /// A matter that may be the same.
    /// @param joinable whether this voice can be added to it here
    public record Likely(String id, String href, String title, String number, String stage, String likeness, boolean joinable) {}

    /// An answer kept at hand.
    /// @param value its number and version
    public record AtHand(String value, String href, String question, String answer, String basis, String unit, boolean chosen) {}

    public record Earlier(String href, String title, String number, String stage, OffsetDateTime at) {}
}
