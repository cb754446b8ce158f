package org.mingbai.directory.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.TenantId;

/// Reads what was typed into a form and keeps a refusal for each field that cannot be read.
final class FormReader {

    private static final int SHOWN_MAX = 2000;
    private static final int CUT = 40;

    private final List<Refusal> flaws = new ArrayList<>();

    boolean isGood() {
        return flaws.isEmpty();
    }

    List<Refusal> flaws() {
        return flaws;
    }

    Optional<LocalDate> day(String field, String text) {
        if (text.isBlank()) {
            flaws.add(new Refusal.Missing(field));
            return Optional.empty();
        }
        return dayIfAny(field, text);
    }

    Optional<LocalDate> dayIfAny(String field, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip())).filter(day -> isOfThisAge(field, text, day));
        } catch (DateTimeParseException e) {
            flaws.add(new Refusal.NotUnderstood(field, cut(text)));
            return Optional.empty();
        }
    }

    private boolean isOfThisAge(String field, String text, LocalDate day) {
        boolean fits = day.getYear() >= 1900 && day.getYear() < 2200;
        if (!fits) {
            flaws.add(new Refusal.NotUnderstood(field, cut(text)));
        }
        return fits;
    }

    Optional<LocalTime> time(String field, String text) {
        try {
            if (!text.isBlank()) {
                return Optional.of(LocalTime.parse(text.strip()).withSecond(0).withNano(0));
            }
            flaws.add(new Refusal.Missing(field));
        } catch (DateTimeParseException e) {
            flaws.add(new Refusal.NotUnderstood(field, cut(text)));
        }
        return Optional.empty();
    }

    <E extends Enum<E>> Optional<E> choice(String field, String text, Class<E> choices) {
        if (text.isBlank()) {
            flaws.add(new Refusal.Missing(field));
            return Optional.empty();
        }
        var chosen = Arrays.stream(choices.getEnumConstants()).filter(choice -> choice.name().equals(text)).findFirst();
        if (chosen.isEmpty()) {
            flaws.add(new Refusal.NotUnderstood(field, cut(text)));
        }
        return chosen;
    }

    int number(String field, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            flaws.add(text.isBlank() ? new Refusal.Missing(field) : new Refusal.NotUnderstood(field, cut(text)));
            return 0;
        }
    }

    Optional<PersonId> person(Directory directory, TenantId tenant, String field, String text) {
        if (text.isBlank()) {
            flaws.add(new Refusal.Missing(field));
            return Optional.empty();
        }
        var meant = directory.peopleMeant(tenant, text);
        if (meant.size() != 1) {
            flaws.add(meant.isEmpty() ? new Refusal.NoSuchPerson(field) : new Refusal.Namesakes(field, meant.size()));
            return Optional.empty();
        }
        return Optional.of(meant.getFirst().id());
    }

    Optional<OrganisationId> unit(Directory directory, TenantId tenant, String field, String text) {
        if (text.isBlank()) {
            flaws.add(new Refusal.Missing(field));
            return Optional.empty();
        }
        return unitIfAny(directory, tenant, field, text);
    }

    Optional<OrganisationId> unitIfAny(Directory directory, TenantId tenant, String field, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var meant = directory.unitsMeant(tenant, text);
        if (meant.size() != 1) {
            flaws.add(meant.isEmpty() ? new Refusal.NoSuchUnit(field) : new Refusal.SameNamedUnits(field, meant.size()));
            return Optional.empty();
        }
        return Optional.of(meant.getFirst());
    }

    /// The key the form carried; without a usable one the form counts as new.
    static Optional<UUID> key(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What was typed, for the form to show again and to look for; nobody typed more than this by hand, nor what cannot be stored.
    static String kept(String text) {
        var whole = text.replace("\0", "");
        return whole.length() > SHOWN_MAX ? whole.substring(0, SHOWN_MAX) : whole;
    }

    /// Without what would turn the sentence it is quoted in.
    private static String cut(String text) {
        var plain = text.replaceAll("\\p{Cntrl}|[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "").strip();
        return plain.codePointCount(0, plain.length()) > CUT ? plain.substring(0, plain.offsetByCodePoints(0, CUT)) + "…" : plain;
    }
}
