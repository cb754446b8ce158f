package org.mingbai.directory.oidc;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// The identity provider people may sign in with; none where no issuer is said.
/// @param issuer as the provider calls itself, over https; without encryption on this machine alone
/// @param clientId what the provider calls this product
/// @param clientSecretFile where its secret stands, read each time it is used
/// @param loginClaim the claim that names the login here
/// @param scopes what is asked for
/// @param tenant whose people it vouches for: it could else name anybody of another body kept here
/// @param nameZh what it is called on the sign-in page
@ConfigurationProperties("mingbai.oidc")
public record OidcSettings(@Nullable URI issuer, @Nullable String clientId, @Nullable Path clientSecretFile,
        @DefaultValue("preferred_username") String loginClaim, @DefaultValue({"openid", "profile"}) List<String> scopes, @DefaultValue("1") int tenant,
        @DefaultValue("统一身份认证") String nameZh, @DefaultValue("single sign-on") String nameEn) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Half a setting must not look like none.
    public OidcSettings {
        if (issuer != null && (clientId == null || clientSecretFile == null)) {
            throw new IllegalArgumentException("mingbai.oidc.issuer goes with mingbai.oidc.client-id and mingbai.oidc.client-secret-file");
        }
        if (issuer != null && !isSafe(issuer)) {
            throw new IllegalArgumentException("mingbai.oidc.issuer is an https address, not " + issuer);
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("mingbai.oidc.scopes: openid is one of them");
        }
    }

    /// Whether an address of the provider may be asked.
    static boolean isSafe(URI address) {
        return "https".equals(address.getScheme()) || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
    }

    TenantId tenantId() {
        return new TenantId(tenant);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(OidcSettings.class)
    static class Beans {}
}
