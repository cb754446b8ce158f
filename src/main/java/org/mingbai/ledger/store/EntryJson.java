package org.mingbai.ledger.store;

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
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.MatterId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Entries as they are kept: the kind is the record's name, the body its components. What is empty is left out.
/// An entry whose meaning would change gets a new version; none has needed one yet.
public final class EntryJson {

    static final int VERSION = 1;

    interface Number {
        @JsonValue
        long value();
    }

    abstract static class OrganisationNumber implements Number {
        @JsonCreator
        OrganisationNumber(long value) {}
    }

    abstract static class MatterNumber implements Number {
        @JsonCreator
        MatterNumber(long value) {}
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(x -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .addMixIn(OrganisationId.class, OrganisationNumber.class)
            .addMixIn(MatterId.class, MatterNumber.class)
            .build();

    private static final Map<String, ObjectReader> READERS = Arrays.stream(Entry.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, JSON::readerFor));
    private static final ObjectWriter WRITER = JSON.writer();

    private EntryJson() {}

    /// The first 64 bits of the hash of what was asked, to tell the same request from another under the same key.
    public static long said(PersonId by, Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(WRITER.writeValueAsBytes(request));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(by.value()).array());
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String kind(Entry entry) {
        return entry.getClass().getSimpleName();
    }

    public static String body(Entry entry) {
        return WRITER.writeValueAsString(entry);
    }

    /// A kind or version that this program does not know stops the read: better no answer than a wrong one.
    public static Entry read(String kind, int version, String body) {
        var reader = READERS.get(kind);
        if (reader == null || version != VERSION) {
            throw new IllegalStateException("Entry " + kind + " version " + version + " is unknown to this program");
        }
        return reader.readValue(body);
    }
}
