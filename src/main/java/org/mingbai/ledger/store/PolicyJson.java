package org.mingbai.ledger.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.mingbai.ledger.Policy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Policies as they are kept and shipped.
public final class PolicyJson {

    /// A register as the product ships it, to be taken as it is or changed by a further version.
    public record Shipped(String register, String zh, String en, Policy policy) {}

    /// A version that was kept before a rule was known leaves it out: the rule is then off.
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private PolicyJson() {}

    public static String write(Policy policy) {
        return JSON.writeValueAsString(policy);
    }

    public static Policy read(String body) {
        return JSON.readValue(body, Policy.class);
    }

    public static List<Shipped> shipped() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:registers/*.json"))
                    .map(PolicyJson::read)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The shipped registers cannot be read", e);
        }
    }

    private static Shipped read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return JSON.readValue(in, Shipped.class);
        } catch (IOException e) {
            throw new IllegalStateException(resource.getDescription(), e);
        }
    }
}
