package org.mingbai.supervision.slip;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.ledger.MatterId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Events as they are kept: the kind is the record's name, the body its components. What is empty is left out.
final class EventJson {

    static final int VERSION = 1;

    interface Numbered {
        @JsonValue
        long value();
    }

    abstract static class OrganisationNumber implements Numbered {
        @JsonCreator
        OrganisationNumber(long value) {}
    }

    abstract static class MatterNumber implements Numbered {
        @JsonCreator
        MatterNumber(long value) {}
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .addMixIn(OrganisationId.class, OrganisationNumber.class)
            .addMixIn(MatterId.class, MatterNumber.class)
            .build();

    private static final Map<String, ObjectReader> READERS = Arrays.stream(SlipEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, JSON::readerFor));

    private EventJson() {}

    static String kind(SlipEvent event) {
        return event.getClass().getSimpleName();
    }

    static String body(SlipEvent event) {
        return JSON.writeValueAsString(event);
    }

    /// A kind or version that this program does not know stops the read: better no answer than a wrong one.
    static SlipEvent read(String kind, int version, String body) {
        var reader = READERS.get(kind);
        if (reader == null || version != VERSION) {
            throw new IllegalStateException("Slip event " + kind + " version " + version + " is unknown to this program");
        }
        return reader.readValue(body);
    }

    /// The first 64 bits of the hash of what was asked, to tell the same request from another under the same key.
    static long said(PersonId by, Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getClass().getSimpleName().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            digest.update(JSON.writeValueAsBytes(request));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(by.value()).array());
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
