package org.mingbai.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a matter is about, in the words of those who raised it.
/// @param number the number it bears in a paper ledger or another system
/// @param goal what would be called solved
/// @param fields the further columns of its register, by column code or by the heading they came under
public record Subject(
        String title,
        String text,
        @Nullable String number,
        @Nullable String source,
        @Nullable String channel,
        @Nullable String category,
        @Nullable String place,
        @Nullable String cause,
        @Nullable String goal,
        Map<String, String> fields) {

    public Subject {
        fields = fields == null ? Map.of() : java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(fields));
    }

    public static Subject of(String title, String text) {
        return new Subject(title, text, null, null, null, null, null, null, null, Map.of());
    }

    /// The parts a correction may change.
    public enum Item { TITLE, TEXT, NUMBER, SOURCE, CATEGORY, PLACE, CAUSE, GOAL }

    Subject with(Item item, String value) {
        return switch (item) {
            case TITLE -> new Subject(value, text, number, source, channel, category, place, cause, goal, fields);
            case TEXT -> new Subject(title, value, number, source, channel, category, place, cause, goal, fields);
            case NUMBER -> new Subject(title, text, value, source, channel, category, place, cause, goal, fields);
            case SOURCE -> new Subject(title, text, number, value, channel, category, place, cause, goal, fields);
            case CATEGORY -> new Subject(title, text, number, source, channel, value, place, cause, goal, fields);
            case PLACE -> new Subject(title, text, number, source, channel, category, value, cause, goal, fields);
            case CAUSE -> new Subject(title, text, number, source, channel, category, place, value, goal, fields);
            case GOAL -> new Subject(title, text, number, source, channel, category, place, cause, value, fields);
        };
    }
}
