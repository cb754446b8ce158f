package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.StageName;
import org.mingbai.shell.page.LightSign;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// Reads the address of a register's page as somebody may have written it. What makes no sense is left out and said.
final class RegisterQueryReader {

    private static final int TEXT_MAX = 100;
    private static final int VALUES_MAX = 60;
    private static final LocalDate DAY_MIN = LocalDate.of(1900, 1, 1);
    private static final LocalDate DAY_MAX = LocalDate.of(2999, 12, 31);

    private final MultiValueMap<String, String> asked;
    private final List<String> faults = new ArrayList<>();

    private RegisterQueryReader(MultiValueMap<String, String> asked) {
        this.asked = asked;
    }

    /// @param faults what was asked and makes no sense, ready to read
    record Read(RegisterQuery query, List<String> faults) {}

    static Read read(String register, MultiValueMap<String, String> asked) {
        var reader = new RegisterQueryReader(asked);
        return new Read(reader.query(register), List.copyOf(reader.faults));
    }

    /// The part of an address from the question mark on.
    static RegisterQuery of(String register, String query) {
        var asked = new LinkedMultiValueMap<String, String>();
        for (var part : query.substring(1).split("&")) {
            int at = part.indexOf('=');
            if (at > 0) {
                decoded(part.substring(at + 1)).ifPresent(value -> asked.add(part.substring(0, at), value));
            }
        }
        return read(register, asked).query();
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private RegisterQuery query(String register) {
        var order = one("order", choice(MatterFilter.Order.class)).orElse(MatterFilter.Order.NEWEST);
        var before = one("before", text -> position(text, order));
        var after = one("after", text -> position(text, order));
        return new RegisterQuery(
                register,
                one("light", choice(LightSign.class)).orElse(null),
                one("state", text -> text.equals("open") ? Optional.of(true) : Optional.empty()).orElse(false),
                many("stage", choice(StageName.class)).collect(() -> EnumSet.noneOf(StageName.class), EnumSet::add, EnumSet::addAll),
                one("lead", RegisterQueryReader::id).map(OrganisationId::new).orElse(null),
                one("from", RegisterQueryReader::day).orElse(null),
                one("until", RegisterQueryReader::day).orElse(null),
                one("category", RegisterQueryReader::plain).orElse(null),
                one("words", RegisterQueryReader::plain).orElse(null),
                order,
                before.or(() -> after).orElse(null),
                before.isPresent(),
                List.copyOf(many("column", RegisterQueryReader::code).collect(LinkedHashSet<String>::new, LinkedHashSet::add, LinkedHashSet::addAll)),
                one("height", choice(RegisterQuery.Height.class)).orElse(RegisterQuery.Height.NORMAL),
                one("group", choice(RegisterQuery.Grouping.class)).orElse(RegisterQuery.Grouping.NONE),
                one("size", RegisterQueryReader::size).orElse(RegisterQuery.SIZE));
    }

    private <T> Optional<T> one(String name, Function<String, Optional<T>> meaning) {
        return values(name).findFirst().flatMap(text -> meant(name, text, meaning));
    }

    private <T> Stream<T> many(String name, Function<String, Optional<T>> meaning) {
        return values(name).limit(VALUES_MAX).flatMap(text -> meant(name, text, meaning).stream());
    }

    private Stream<String> values(String name) {
        var given = asked.get(name);
        return given == null ? Stream.empty() : given.stream().filter(text -> text != null && !text.isBlank()).map(String::strip);
    }

    private <T> Optional<T> meant(String name, String text, Function<String, Optional<T>> meaning) {
        var value = meaning.apply(text);
        if (value.isEmpty()) {
            faults.add(t("ledger.register.fault", t("ledger.register.asked." + name), shortened(text)));
        }
        return value;
    }

    private static <E extends Enum<E>> Function<String, Optional<E>> choice(Class<E> kind) {
        return text -> Stream.of(kind.getEnumConstants()).filter(value -> RegisterQuery.name(value).equals(text.toLowerCase(Locale.ROOT))).findFirst();
    }

    private static Optional<Long> id(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(DAY_MIN) && !day.isAfter(DAY_MAX));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Nothing endless, and no character that a database cannot hold or a reader cannot see.
    private static Optional<String> plain(String text) {
        boolean clean = text.codePointCount(0, text.length()) <= TEXT_MAX
                && text.codePoints().noneMatch(c -> Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE);
        return clean ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> code(String text) {
        return text.matches("[\\p{L}\\p{N}_-]{1,60}") ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Integer> size(String text) {
        return RegisterQuery.SIZES.stream().filter(size -> size.toString().equals(text)).findFirst();
    }

    private static Optional<MatterFilter.Position> position(String text, MatterFilter.Order order) {
        return position(text).filter(place -> order.byDue() == (place.due() != null));
    }

    /// `17`, or `2026-03-31~17` in a list by due date.
    static Optional<MatterFilter.Position> position(String text) {
        var parts = text.split("~", -1);
        if (parts.length > 2) {
            return Optional.empty();
        }
        var due = parts.length == 2 ? day(parts[0]) : Optional.<LocalDate>empty();
        return parts.length == 2 && due.isEmpty()
                ? Optional.empty()
                : id(parts[parts.length - 1]).map(id -> new MatterFilter.Position(due.orElse(null), id));
    }

    private static String shortened(String text) {
        var visible = text.replaceAll("\\p{C}", "·");
        return visible.codePointCount(0, visible.length()) <= 30 ? visible : visible.substring(0, visible.offsetByCodePoints(0, 30)) + "…";
    }
}
