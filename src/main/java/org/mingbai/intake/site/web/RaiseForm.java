package org.mingbai.intake.site.web;

import java.util.List;
import java.util.stream.Stream;
import org.mingbai.intake.site.Site;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.util.MultiValueMap;

/// The form on which anybody raises something.
/// @param kinds the registers to choose from; empty where there is one
/// @param places villages and communities
/// @param units that may be complained of, to be offered while typing
/// @param kept the files that came with it before
/// @param ready whether what is raised can be kept now
public record RaiseForm(Site site, List<Choice> kinds, List<Choice> places, List<String> units, Typed typed, List<Kept> kept, String ticket,
        int proofBits, FieldErrors errors, boolean ready) {

    /// A file that was taken in, as the form names it when it is sent again.
    public record Kept(String value, String name) {}

    /// As it was typed.
    public record Typed(String kind, String text, String community, String place, String about, String name, String phone, String email,
            boolean anonymous, boolean confidential, String language) {

        static Typed nothing(String language) {
            return new Typed("", "", "", "", "", "", "", "", false, false, language);
        }

        static Typed of(MultiValueMap<String, String> sent, String language) {
            var asked = one(sent, "language");
            return new Typed(one(sent, "kind"), one(sent, "text"), one(sent, "community"), one(sent, "place"), one(sent, "about"), one(sent, "name"),
                    one(sent, "phone"), one(sent, "email"), sent.containsKey("anonymous"), sent.containsKey("confidential"),
                    asked.isEmpty() ? language : asked);
        }

        private static String one(MultiValueMap<String, String> sent, String field) {
            return Stream.ofNullable(sent.getFirst(field)).map(text -> text.replace("\r\n", "\n").replace("\0", "").strip()).findFirst().orElse("");
        }
    }
}
