package org.mingbai.shell.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What must be mended before a form can be taken, in the order of the form. An empty field name speaks of the form as a whole.
public record FieldErrors(List<FieldError> all) {

    /// @param label how the field is called where the message stands apart from it; empty when the message says so itself
    public record FieldError(String field, String message, String label) {}

    public static FieldErrors none() {
        return new FieldErrors(List.of());
    }

    public FieldErrors with(String field, String message) {
        return with(field, message, "");
    }

    public FieldErrors with(String field, String message, String label) {
        var more = new ArrayList<>(all);
        more.add(new FieldError(field, message, label));
        return new FieldErrors(List.copyOf(more));
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /// Whether anything can be mended in the form: what is refused as a whole cannot.
    public boolean atFields() {
        return all.stream().anyMatch(error -> !error.field().isEmpty());
    }

    /// What is said at the field, empty when it is right.
    public String at(String field) {
        return all.stream().filter(error -> error.field().equals(field)).map(FieldError::message).findFirst().orElse("");
    }

    /// The ids of help and error as `aria-describedby` wants them; null leaves the attribute out.
    public static @Nullable String describedBy(String field, String help, String error) {
        var ids = Stream.of(help.isEmpty() ? "" : "h-" + field, error.isEmpty() ? "" : "e-" + field).filter(id -> !id.isEmpty()).toList();
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}
