package org.mingbai.directory.telling;

/// How one try to hand a letter over ended.
sealed interface Carried {

    record Over() implements Carried {}

    /// @param why  a key of a phrase, or what the other side said
    /// @param ever whether another try may end otherwise
    record Failed(String why, boolean ever) implements Carried {

        private static final int WHY_MAX = 300;

        public Failed {
            var plain = why.replaceAll("\\p{Cntrl}+", " ").strip();
            why = plain.codePointCount(0, plain.length()) > WHY_MAX ? plain.substring(0, plain.offsetByCodePoints(0, WHY_MAX)) + "…" : plain;
        }
    }

    static Carried failed(String why) {
        return new Failed(why, true);
    }

    static Carried hopeless(String key) {
        return new Failed(key, false);
    }
}
