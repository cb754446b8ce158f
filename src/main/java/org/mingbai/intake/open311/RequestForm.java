package org.mingbai.intake.open311;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.Identity;
import org.mingbai.ledger.Subject;

/// Reads what a program sends for a new request, all that is wrong with it at once.
final class RequestForm {

    /// GeoReport v2, POST Service Request: description.
    static final int DESCRIPTION_MAX = 4000;
    private static final int LINE_MAX = 200;
    private static final int TITLE_MAX = 40;
    private static final String CHANNEL = "Open311";
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final Map<String, List<String>> sent;
    private final Service service;
    private final List<Fault> faults = new ArrayList<>();

    private RequestForm(Map<String, List<String>> sent, Service service) {
        this.sent = sent;
        this.service = service;
    }

    /// @param faults none where the rest can be taken
    record Read(@Nullable Subject subject, @Nullable Identity identity, @Nullable Place place, List<Fault> faults) {}

    static Read read(Map<String, List<String>> sent, Service service) {
        return new RequestForm(sent, service).read();
    }

    private Read read() {
        var place = place();
        var fields = new LinkedHashMap<String, String>();
        service.attributes().forEach(attribute -> attribute(attribute, fields));
        var text = line("description", DESCRIPTION_MAX);
        var media = media();
        var identity = identity();
        if (!faults.isEmpty()) {
            return new Read(null, null, null, faults);
        }
        coordinates(place, fields);
        var words = new ArrayList<String>();
        words.add(text == null ? service.name().zh() : text);
        if (media != null) {
            words.add(media);
        }
        var subject = new Subject(title(text), String.join("\n", words), null, null, CHANNEL, service.category().isBlank() ? null : service.category(),
                place.address() == null ? place.addressId() : place.address(), null, null, fields);
        return new Read(subject, identity, place, List.of());
    }

    private static void coordinates(Place place, Map<String, String> fields) {
        if (place.lat() != null && place.lon() != null) {
            fields.put("lat", place.lat().toString());
            fields.put("long", place.lon().toString());
        }
    }

    /// A service and a place say already what it is about; a first sentence says it better.
    private String title(@Nullable String text) {
        var first = text == null ? "" : text.split("[。！？!?；;\\n]|\\.\\s", 2)[0].strip();
        var line = first.isEmpty() ? service.name().zh() : first;
        return line.codePointCount(0, line.length()) <= TITLE_MAX ? line : line.substring(0, line.offsetByCodePoints(0, TITLE_MAX)) + "…";
    }

    private Place place() {
        var lat = degrees("lat", 90);
        var lon = degrees("long", 180);
        var address = line("address_string", LINE_MAX);
        var id = line("address_id", LINE_MAX);
        boolean half = one("lat").isEmpty() != one("long").isEmpty();
        if (half) {
            faults.add(Fault.of(400, "half-place"));
        } else if (one("lat").isEmpty() && address == null && id == null) {
            faults.add(Fault.of(400, "no-place"));
        }
        return new Place(address, id, lat, lon);
    }

    private @Nullable Double degrees(String name, int most) {
        var typed = one(name);
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.matches("[+-]?\\d{1,3}(\\.\\d{1,20})?")) {
            double degrees = Double.parseDouble(typed);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        }
        faults.add(Fault.of(400, "degrees", name, most));
        return null;
    }

    private void attribute(Service.Attribute attribute, Map<String, String> fields) {
        var code = attribute.code();
        var given = new ArrayList<>(sent.getOrDefault("attribute[" + code + "]", List.of()));
        given.addAll(sent.getOrDefault("attribute[" + code + "][]", List.of()));
        var answers = given.stream().map(String::strip).filter(answer -> !answer.isEmpty()).distinct().toList();
        if (answers.isEmpty()) {
            if (attribute.required()) {
                faults.add(Fault.of(400, "no-attribute", code));
            }
            return;
        }
        if (answers.size() > 1 && attribute.datatype() != Service.Datatype.MULTIVALUELIST || answers.stream().anyMatch(answer -> !fits(attribute, answer))) {
            faults.add(Fault.of(400, "wrong-attribute", code));
            return;
        }
        fields.put(attribute.name().zh(), answers.stream().map(answer -> attribute.choice(answer).map(it -> it.name().zh()).orElse(answer))
                .collect(Collectors.joining("、")));
    }

    private static boolean fits(Service.Attribute attribute, String answer) {
        return switch (attribute.datatype()) {
            case SINGLEVALUELIST, MULTIVALUELIST -> attribute.choice(answer).isPresent();
            case NUMBER -> answer.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?");
            case DATETIME -> isTime(answer);
            case STRING -> shown(answer) && answer.length() <= LINE_MAX;
            case TEXT -> shown(answer) && answer.length() <= DESCRIPTION_MAX;
        };
    }

    private static boolean isTime(String text) {
        try {
            return text.length() > 10 ? OffsetDateTime.parse(text) != null : LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// The picture stays where it is; nobody fetches what a stranger names.
    private @Nullable String media() {
        var typed = line("media_url", 1000);
        if (typed == null) {
            return null;
        }
        try {
            var address = new URI(typed);
            if (address.getHost() != null && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))) {
                return typed;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        faults.add(Fault.of(400, "media"));
        return null;
    }

    private @Nullable Identity identity() {
        var first = line("first_name", LINE_MAX);
        var last = line("last_name", LINE_MAX);
        var email = line("email", LINE_MAX);
        var phone = line("phone", LINE_MAX);
        if (email != null && !MAIL.matcher(email).matches()) {
            faults.add(Fault.of(400, "email"));
        }
        var name = first == null ? last : last == null ? first : chinese(last) ? last + first : first + " " + last;
        return name == null && email == null && phone == null ? null : new Identity(name, phone, email, null, null);
    }

    private static boolean chinese(String name) {
        return name.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private @Nullable String line(String name, int most) {
        var typed = one(name);
        if (typed.codePointCount(0, typed.length()) > most) {
            faults.add(Fault.of(400, "too-long", name, most));
            return null;
        }
        if (!shown(typed)) {
            faults.add(Fault.of(400, "hidden", name));
            return null;
        }
        return typed.isEmpty() ? null : typed;
    }

    private static boolean shown(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c));
    }

    private String one(String name) {
        var values = sent.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst() == null ? "" : values.getFirst().strip();
    }
}
