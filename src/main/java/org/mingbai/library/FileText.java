package org.mingbai.library;

import org.jspecify.annotations.Nullable;

/// What a kept file says, as far as it can be read.
/// @param text its first characters; empty where there are none
/// @param why why there is nothing to read; null where there is
public record FileText(String text, @Nullable Why why) {

    /// Characters. What a longer file says after them is not read.
    public static final int CHARACTERS_MAX = 100_000;

    /// Why a file says nothing.
    public enum Why {
        /// It is gone.
        GONE,
        /// Nothing here reads its kind: a picture, a program.
        UNKNOWN_KIND,
        /// It is of a kind that is read and holds no letters, as a scanned page.
        NO_LETTERS,
        /// It opens by a password only.
        LOCKED,
        /// It is not what it begins as.
        BROKEN,
        /// It takes more time or memory than a file may.
        TOO_MUCH
    }

    /// Its text, or that it holds no letters.
    public static FileText of(String text) {
        return text.isBlank() ? none(Why.NO_LETTERS) : new FileText(text, null);
    }

    /// That it says nothing.
    public static FileText none(Why why) {
        return new FileText("", why);
    }
}
