package org.mingbai.directory.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.Serializable;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.TellingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The conversation with the identity provider: authorization code with PKCE, state and nonce. Nothing of an answer is believed but what its
/// signature, its issuer, its audience, its times and its nonce vouch for.
@Component
public class Oidc {

    /// Where the provider sends people back to.
    public static final String CALLBACK = "/sign-in/oidc/callback";

    private static final Logger LOG = LoggerFactory.getLogger(Oidc.class);
    private static final Duration ASKED_MAX = Duration.ofMinutes(10);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    /// A provider that did not answer is left alone for so long: otherwise everybody who clicks waits for it in turn.
    private static final Duration LEFT_ALONE = Duration.ofSeconds(15);
    private static final int PATIENCE_MS = 10_000;
    private static final int BYTES_MAX = 200_000;
    /// Signed with a key of the provider's alone. One signed with the secret we share proves nothing to anybody who reads our settings.
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256,
            JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    /// What was asked, kept in the session until the answer comes. It is good for one.
    public record Asked(String state, String nonce, String verifier, Instant at) implements Serializable {}

    /// What became of it.
    public sealed interface Outcome {

        /// @param login as the provider names it
        record Vouched(TenantId tenant, String login, String issuer) implements Outcome {}

        /// Nothing was asked here, or too long ago, or something else.
        record NotAsked() implements Outcome {}

        /// The provider let nobody in.
        record SaidNo() implements Outcome {}

        /// The answer is not the provider's to our question: wrong signature, issuer, audience, time or nonce.
        record NotTrusted() implements Outcome {}

        /// It is, but does not say who that is here.
        record NoLogin() implements Outcome {}

        record Away() implements Outcome {}
    }

    /// It was not asked again so soon.
    private static final class StillSilent extends IOException {

        StillSilent() {
            super("it did not answer a moment ago");
        }
    }

    private record Provider(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant since) {}

    private final OidcSettings settings;
    private final TellingSettings pages;
    private final Clock clock;
    private @Nullable Provider known;
    private @Nullable Instant silentAt;

    Oidc(OidcSettings settings, TellingSettings pages, Clock clock) {
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
    }

    /// What the provider is called here; empty where there is none.
    public Optional<String> name(boolean chinese) {
        return settings.issuer() == null ? Optional.empty() : Optional.of(chinese ? settings.nameZh() : settings.nameEn());
    }

    /// The tenant whose people it vouches for.
    public TenantId tenant() {
        return settings.tenantId();
    }

    public Asked ask() {
        return new Asked(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), clock.instant());
    }

    /// Where to send somebody with that question; empty while the provider cannot be reached.
    public Optional<URI> address(Asked asked) {
        try {
            return Optional.of(new AuthenticationRequest.Builder(ResponseType.CODE, new Scope(settings.scopes().toArray(String[]::new)), client(), callback())
                    .endpointURI(provider().metadata().getAuthorizationEndpointURI()).state(new State(asked.state())).nonce(new Nonce(asked.nonce()))
                    .codeChallenge(new CodeVerifier(asked.verifier()), CodeChallengeMethod.S256).build().toURI());
        } catch (IOException | GeneralException e) {
            away(e);
            return Optional.empty();
        }
    }

    /// @param asked what this browser was sent with; nothing where it was not
    /// @param error what the provider says instead of a code
    /// @param issuer which provider says so, where it does (RFC 9207)
    public Outcome answered(Optional<Asked> asked, String state, String code, String error, String issuer) {
        if (asked.isEmpty() || !asked.get().state().equals(state) || asked.get().at().plus(ASKED_MAX).isBefore(clock.instant())) {
            return new Outcome.NotAsked();
        }
        if (!issuer.isEmpty() && !issuer.equals(String.valueOf(settings.issuer()))) {
            return new Outcome.NotTrusted();
        }
        if (!error.isEmpty() || code.isBlank()) {
            return new Outcome.SaidNo();
        }
        try {
            return judged(asked.get(), exchanged(asked.get(), code));
        } catch (KeySourceException e) {
            away(e);
            return new Outcome.Away();
        } catch (ParseException | BadJOSEException | com.nimbusds.jose.JOSEException e) {
            LOG.warn("What the identity provider answered is not believed: {}", e.getMessage());
            return new Outcome.NotTrusted();
        } catch (IOException | GeneralException e) {
            away(e);
            return new Outcome.Away();
        }
    }

    private Outcome judged(Asked asked, Optional<OIDCTokenResponse> response) throws IOException, GeneralException, BadJOSEException,
            com.nimbusds.jose.JOSEException {
        if (response.isEmpty()) {
            return new Outcome.NotTrusted();
        }
        var provider = comeFrom();
        var issuer = new Issuer(Objects.requireNonNull(settings.issuer()));
        var claims = new IDTokenValidator(issuer, client(), new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys()), null)
                .validate(response.get().getOIDCTokens().getIDToken(), new Nonce(asked.nonce()));
        var notBefore = claims.getDateClaim("nbf");
        if (notBefore != null && notBefore.toInstant().isAfter(clock.instant().plus(CLOCKS_DIFFER_BY))) {
            return new Outcome.NotTrusted();
        }
        var login = claims.getClaim(settings.loginClaim()) instanceof String named ? named.strip() : "";
        return login.isEmpty() ? new Outcome.NoLogin() : new Outcome.Vouched(settings.tenantId(), login, issuer.getValue());
    }

    /// Empty where the provider does not take the code.
    private Optional<OIDCTokenResponse> exchanged(Asked asked, String code) throws IOException, GeneralException {
        var secret = new Secret(Files.readString(Objects.requireNonNull(settings.clientSecretFile())).strip());
        var request = new TokenRequest.Builder(comeFrom().metadata().getTokenEndpointURI(), new ClientSecretBasic(client(), secret),
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback(), new CodeVerifier(asked.verifier()))).build();
        var response = OIDCTokenResponseParser.parse(patient(request.toHTTPRequest()).send());
        if (!response.indicatesSuccess()) {
            LOG.warn("The identity provider does not take its code: {}", response.toErrorResponse().getErrorObject());
            return Optional.empty();
        }
        return Optional.of((OIDCTokenResponse) response.toSuccessResponse());
    }

    /// As it was when it was asked: whoever comes back from it is not turned away because it says nothing new just now.
    private synchronized Provider comeFrom() throws IOException, GeneralException {
        return known != null && known.since().plus(KNOWN_FOR).plus(ASKED_MAX).isAfter(clock.instant()) ? known : provider();
    }

    /// What is known of it is asked anew each hour.
    private synchronized Provider provider() throws IOException, GeneralException {
        var now = clock.instant();
        if (known != null && known.since().plus(KNOWN_FOR).isAfter(now)) {
            return known;
        }
        if (silentAt != null && Duration.between(silentAt, now).abs().compareTo(LEFT_ALONE) < 0) {
            throw new StillSilent();
        }
        try {
            known = asked();
            silentAt = null;
            return known;
        } catch (IOException | GeneralException | RuntimeException e) {
            silentAt = clock.instant();
            throw e;
        }
    }

    private Provider asked() throws IOException, GeneralException {
        var metadata = OIDCProviderMetadata.resolve(new Issuer(Objects.requireNonNull(settings.issuer())), Oidc::patient);
        for (var address : new URI[] {metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI()}) {
            if (address == null || !OidcSettings.isSafe(address)) {
                throw new GeneralException("the provider names an address that is not safe: " + address);
            }
        }
        return new Provider(metadata, keys(metadata.getJWKSetURI()), clock.instant());
    }

    private static JWKSource<SecurityContext> keys(URI address) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(address.toURL(), new Straight()).build();
    }

    /// Goes nowhere else, whatever it is told.
    private static final class Straight extends DefaultResourceRetriever {

        Straight() {
            super(PATIENCE_MS, PATIENCE_MS, BYTES_MAX);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL address) throws IOException {
            var connection = super.openHTTPConnection(address);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }

    private static HTTPRequest patient(HTTPRequest request) {
        request.setConnectTimeout(PATIENCE_MS);
        request.setReadTimeout(PATIENCE_MS);
        request.setFollowRedirects(false);
        return request;
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    private URI callback() {
        return URI.create(pages.linkTo(CALLBACK));
    }

    private static void away(Exception why) {
        if (why instanceof StillSilent) {
            return;
        }
        LOG.error("统一身份认证 {}。 The identity provider cannot be reached or is not what it should be: {}", why.getMessage(), why.toString());
    }
}
