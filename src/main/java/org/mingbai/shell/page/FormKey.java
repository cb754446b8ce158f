package org.mingbai.shell.page;

import java.util.UUID;

/// The name a form gives to what it asks for, so that sending it twice asks once.
public final class FormKey {

    private FormKey() {}

    /// Without a usable one the form counts as a new one.
    public static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
