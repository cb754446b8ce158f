package org.mingbai.intake;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Visible;

/// Who raised something, in clear. Exists only between the form and the vault, and before the eyes of whoever had it revealed.
/// @param number of the identity card, where the matter cannot do without
public record Identity(@Nullable String name, @Nullable String phone, @Nullable String email, @Nullable String address, @Nullable String number) {

    public static Identity of(@Nullable String name, @Nullable String phone) {
        return new Identity(name, phone, null, null, null);
    }

    /// This, and where it says nothing, that.
    Identity over(Identity was) {
        return new Identity(name == null ? was.name : name, phone == null ? was.phone : phone, email == null ? was.email : email,
                address == null ? was.address : address, number == null ? was.number : number);
    }

    boolean isEmpty() {
        return parts().findAny().isEmpty();
    }

    /// Whether a text gives one of its parts away.
    boolean isNamedIn(String text) {
        var plain = text.replaceAll("\\s", "");
        return parts().map(part -> part.replaceAll("\\s", "")).anyMatch(part -> part.codePointCount(0, part.length()) > 1 && plain.contains(part));
    }

    private Stream<String> parts() {
        return Stream.of(name, phone, email, address, number).filter(Objects::nonNull).filter(part -> Visible.says(part));
    }

    /// Never in clear: what is printed ends in logs.
    @Override
    public String toString() {
        return "Identity[sealed]";
    }
}
