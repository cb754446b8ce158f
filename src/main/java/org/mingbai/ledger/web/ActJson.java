package org.mingbai.ledger.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Subject;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Acts as a program sends them: the components of the act by name, ids as plain numbers. What is unknown or of the wrong type is refused.
final class ActJson {

    interface Number {
        @JsonValue
        long value();
    }

    abstract static class UnitNumber implements Number {
        @JsonCreator
        UnitNumber(long value) {}
    }

    abstract static class MatterIdNumber implements Number {
        @JsonCreator
        MatterIdNumber(long value) {}
    }

    /// A program calls units in. To the spot they are called by a call-out alone, which knows until when they have to be there.
    record CallIn(List<OrganisationId> units, @Nullable String reason) {}

    record Raising(String register, Subject subject) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addMixIn(OrganisationId.class, UnitNumber.class)
            .addMixIn(MatterId.class, MatterIdNumber.class)
            .build();

    private static final Map<ActKind, ObjectReader> READERS = readers();

    private ActJson() {}

    /// Throws the mapper's own exception for what cannot be read; empty where the whole body is `null`.
    static Optional<Act> act(ActKind kind, byte[] body) {
        return Optional.ofNullable(READERS.get(kind).<Object>readValue(body)).map(it -> it instanceof CallIn(var units, var reason)
                ? new Act.CallCoHandlers(units, reason) : (Act) it);
    }

    static Optional<Raising> raising(byte[] body) {
        return Optional.ofNullable(JSON.readValue(body, Raising.class)).filter(it -> it.register() != null && it.subject() != null);
    }

    /// `CLAIM_CLOSURE` is `ClaimClosure`.
    static Class<?> typeOf(ActKind kind) {
        return kind == ActKind.CALL_CO_HANDLERS ? CallIn.class : Arrays.stream(Act.class.getPermittedSubclasses())
                .filter(type -> plain(type).equals(kind.name().replace("_", ""))).findFirst().orElseThrow();
    }

    private static Map<ActKind, ObjectReader> readers() {
        return Arrays.stream(ActKind.values()).collect(Collectors.toMap(Function.identity(), kind -> JSON.readerFor(typeOf(kind)),
                (one, _) -> one, () -> new EnumMap<>(ActKind.class)));
    }

    private static String plain(Class<?> type) {
        return type.getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }
}
