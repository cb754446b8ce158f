package org.mingbai.ledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.StageName;
import org.mingbai.shell.page.LightSign;

/// What the address of a register's page asks for: which matters, in which order, drawn how.
/// @param until the last day included
/// @param from where this page begins, seen from the list's beginning, or from its end when `backwards`
/// @param columns codes in the reader's order; empty for the usual ones
public record RegisterQuery(
        String register,
        @Nullable LightSign light,
        boolean open,
        Set<StageName> stages,
        @Nullable OrganisationId lead,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate until,
        @Nullable String category,
        @Nullable String words,
        MatterFilter.Order order,
        MatterFilter.@Nullable Position from,
        boolean backwards,
        List<String> columns,
        Height height,
        Grouping grouping,
        int size) {

    public enum Height { NORMAL, LOW }

    public enum Grouping { NONE, UNIT, LIGHT }

    public static final int SIZE = 50;
    public static final List<Integer> SIZES = List.of(SIZE, 200, MatterFilter.LIMIT_MAX);

    public static RegisterQuery all(String register) {
        return new RegisterQuery(register, null, false, Set.of(), null, null, null, null, null, MatterFilter.Order.NEWEST, null, false,
                List.of(), Height.NORMAL, Grouping.NONE, SIZE);
    }

    MatterFilter filter(Instant now) {
        return filter(now, from, backwards ? order.reversed() : order, size);
    }

    MatterFilter filter(Instant now, MatterFilter.@Nullable Position after, MatterFilter.Order direction, int limit) {
        return new MatterFilter(register, stages, open, light == null ? null : new MatterFilter.Lit(light, now), lead, dueFrom,
                until == null ? null : until.plusDays(1), category, words, direction, after, limit);
    }

    public boolean restricts() {
        return light != null || open || !stages.isEmpty() || lead != null || dueFrom != null || until != null || category != null || words != null;
    }

    /// Whether the counts that are kept know all that is asked.
    public boolean countable() {
        return category == null && words == null;
    }

    public RegisterQuery light(@Nullable LightSign other) {
        return new RegisterQuery(register, other, false, stages, lead, dueFrom, until, category, words, order, null, false, columns, height,
                grouping, size);
    }

    public RegisterQuery open(boolean only) {
        return new RegisterQuery(register, null, only, stages, lead, dueFrom, until, category, words, order, null, false, columns, height,
                grouping, size);
    }

    public RegisterQuery without(StageName stage) {
        var left = stages.isEmpty() ? EnumSet.noneOf(StageName.class) : EnumSet.copyOf(stages);
        left.remove(stage);
        return new RegisterQuery(register, light, open, left, lead, dueFrom, until, category, words, order, null, false, columns, height,
                grouping, size);
    }

    public RegisterQuery lead(@Nullable OrganisationId unit) {
        return new RegisterQuery(register, light, open, stages, unit, dueFrom, until, category, words, order, null, false, columns, height,
                grouping, size);
    }

    public RegisterQuery due(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new RegisterQuery(register, light, open, stages, lead, first, last, category, words, order, null, false, columns, height,
                grouping, size);
    }

    public RegisterQuery category(@Nullable String other) {
        return new RegisterQuery(register, light, open, stages, lead, dueFrom, until, other, words, order, null, false, columns, height,
                grouping, size);
    }

    public RegisterQuery words(@Nullable String other) {
        return new RegisterQuery(register, light, open, stages, lead, dueFrom, until, category, other, order, null, false, columns, height,
                grouping, size);
    }

    public RegisterQuery order(MatterFilter.Order other) {
        return new RegisterQuery(register, light, open, stages, lead, dueFrom, until, category, words, other, null, false, columns, height,
                grouping, size);
    }

    public RegisterQuery at(MatterFilter.@Nullable Position position, boolean fromTheEnd) {
        return new RegisterQuery(register, light, open, stages, lead, dueFrom, until, category, words, order, position, fromTheEnd, columns,
                height, grouping, size);
    }

    /// What was asked, as the fields of the form show it: empty where nothing was.
    public String typed(String field) {
        var value = switch (field) {
            case "words" -> words;
            case "light" -> light == null ? null : name(light);
            case "stage" -> stages.size() == 1 ? name(stages.iterator().next()) : null;
            case "lead" -> lead == null ? null : Long.toString(lead.value());
            case "category" -> category;
            case "from" -> dueFrom == null ? null : dueFrom.toString();
            case "until" -> until == null ? null : until.toString();
            default -> throw new IllegalArgumentException(field);
        };
        return value == null ? "" : value;
    }

    public String href() {
        return "/registers/" + register + query();
    }

    public String exportHref(String ending) {
        return "/registers/" + register + "/export." + ending + at(null, false).query();
    }

    /// With its question mark; empty when nothing is asked.
    public String query() {
        var parts = new ArrayList<String>();
        add(parts, "light", light == null ? null : name(light));
        add(parts, "state", open ? "open" : null);
        stages.stream().sorted().forEach(stage -> add(parts, "stage", name(stage)));
        add(parts, "lead", lead == null ? null : Long.toString(lead.value()));
        add(parts, "from", dueFrom == null ? null : dueFrom.toString());
        add(parts, "until", until == null ? null : until.toString());
        add(parts, "category", category);
        add(parts, "words", words);
        add(parts, "order", order == MatterFilter.Order.NEWEST ? null : name(order));
        columns.forEach(column -> add(parts, "column", column));
        add(parts, "height", height == Height.NORMAL ? null : name(height));
        add(parts, "group", grouping == Grouping.NONE ? null : name(grouping));
        add(parts, "size", size == SIZE ? null : Integer.toString(size));
        add(parts, backwards ? "before" : "after", from == null ? null : (from.due() == null ? "" : from.due() + "~") + from.id());
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value, UTF_8));
        }
    }

    public static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
