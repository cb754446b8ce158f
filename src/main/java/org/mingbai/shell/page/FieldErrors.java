package org.mingbai.shell.page;

import java.util.ArrayList;
import java.util.List;

/// What must be mended before a form can be taken, in the order of the form. An empty field name speaks of the form as a whole.
public record FieldErrors(List<FieldError> all) {

    public record FieldError(String field, String message) {}

    public static FieldErrors none() {
        return new FieldErrors(List.of());
    }

    public FieldErrors with(String field, String message) {
        var more = new ArrayList<>(all);
        more.add(new FieldError(field, message));
        return new FieldErrors(List.copyOf(more));
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /// What is said at the field, empty when it is right.
    public String at(String field) {
        return all.stream().filter(error -> error.field().equals(field)).map(FieldError::message).findFirst().orElse("");
    }
}
