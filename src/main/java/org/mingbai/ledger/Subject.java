package org.mingbai.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// What a matter is about, in the words of those who raised it.
/// @param number the number it bears in a paper ledger or another system
/// @param goal what would be called solved
/// @param fields the further columns of its register, by column code or by the heading they came under
/// @param about the units it complains of (被反映单位), in order; empty where it complains of none
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
        Map<String, String> fields,
        @Nullable List<OrganisationId> about) {

    public Subject {
        fields = fields == null ? Map.of() : java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(fields));
        about = about == null || about.isEmpty() ? null : about.stream().distinct().sorted(Comparator.comparing(OrganisationId::value)).toList();
    }

    /// One that complains of nobody.
    public Subject(String title, String text, @Nullable String number, @Nullable String source, @Nullable String channel, @Nullable String category,
            @Nullable String place, @Nullable String cause, @Nullable String goal, Map<String, String> fields) {
        this(title, text, number, source, channel, category, place, cause, goal, fields, null);
    }

    /// The same, complaining of these units.
    public Subject about(List<OrganisationId> units) {
        return new Subject(title, text, number, source, channel, category, place, cause, goal, fields, units);
    }

    /// The same with these further columns.
    public Subject withFields(Map<String, String> others) {
        return new Subject(title, text, number, source, channel, category, place, cause, goal, others, about);
    }

    public static Subject of(String title, String text) {
        return new Subject(title, text, null, null, null, null, null, null, null, Map.of());
    }

    /// The parts a correction may change.
    public enum Item { TITLE, TEXT, NUMBER, SOURCE, CATEGORY, PLACE, CAUSE, GOAL }

    @Nullable String item(Item item) {
        return switch (item) {
            case TITLE -> title;
            case TEXT -> text;
            case NUMBER -> number;
            case SOURCE -> source;
            case CATEGORY -> category;
            case PLACE -> place;
            case CAUSE -> cause;
            case GOAL -> goal;
        };
    }

    /// The title as messages and papers carry it to others: whoever typed it, masked.
    public String heading() {
        return MaskedText.of(title);
    }

    Subject with(Item item, String value) {
        return switch (item) {
            case TITLE -> new Subject(value, text, number, source, channel, category, place, cause, goal, fields, about);
            case TEXT -> new Subject(title, value, number, source, channel, category, place, cause, goal, fields, about);
            case NUMBER -> new Subject(title, text, value, source, channel, category, place, cause, goal, fields, about);
            case SOURCE -> new Subject(title, text, number, value, channel, category, place, cause, goal, fields, about);
            case CATEGORY -> new Subject(title, text, number, source, channel, value, place, cause, goal, fields, about);
            case PLACE -> new Subject(title, text, number, source, channel, category, value, cause, goal, fields, about);
            case CAUSE -> new Subject(title, text, number, source, channel, category, place, value, goal, fields, about);
            case GOAL -> new Subject(title, text, number, source, channel, category, place, cause, value, fields, about);
        };
    }
}
