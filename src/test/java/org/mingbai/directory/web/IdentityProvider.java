package org.mingbai.directory.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.Unspoken;

/// An identity provider over real HTTP that holds what is asked of it to the letter (RFC 6749, RFC 7636, OpenID Connect Core), and lies where a test
/// wants it to.
final class IdentityProvider {

    static final String CLIENT = "mingbai";
    static final String SECRET = Unspoken.plant("a secret between two, with % and :");

    private record Granted(Map<String, String> asked, String login) {}

    /// How a token is signed.
    enum Signing { ITS_OWN, ANOTHER_KEY, SHARED_SECRET, NOT_AT_ALL }

    private final HttpServer server;
    private final RSAKey key = fresh();
    private final RSAKey other = fresh();
    private final Map<String, Granted> codes = new HashMap<>();
    private String login = "";
    private UnaryOperator<JWTClaimsSet.Builder> lie = it -> it;
    private Signing signing = Signing.ITS_OWN;
    private boolean away;
    private int timesAsked;

    IdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, askedNow() ? 503 : 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Who sits before the provider's own page from now on, and nothing is lied about.
    void knows(String login) {
        this.login = login;
        this.lie = it -> it;
        this.signing = Signing.ITS_OWN;
        this.away = false;
    }

    void lies(UnaryOperator<JWTClaimsSet.Builder> lie) {
        this.lie = lie;
    }

    void signs(Signing how) {
        this.signing = how;
    }

    private boolean askedNow() {
        timesAsked++;
        return away;
    }

    /// How often somebody wanted to know what it is.
    int timesAsked() {
        return timesAsked;
    }

    void goesAway() {
        this.away = true;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = fields(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id")) || !"code".equals(asked.get("response_type")) || !"S256".equals(asked.get("code_challenge_method"))
                || !asked.get("scope").contains("openid")) {
            answer(exchange, 400, "{}");
            return;
        }
        var code = UUID.randomUUID().toString();
        codes.put(code, new Granted(asked, login));
        exchange.getResponseHeaders().add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var given = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var basic = new String(Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length())),
                StandardCharsets.UTF_8).split(":", 2);
        var granted = codes.remove(given.getOrDefault("code", ""));
        boolean known = CLIENT.equals(decoded(basic[0])) && SECRET.equals(decoded(basic[1]));
        if (!known || granted == null || !granted.asked().get("redirect_uri").equals(given.get("redirect_uri"))
                || !granted.asked().get("code_challenge").equals(challenge(given.getOrDefault("code_verifier", "")))) {
            answer(exchange, known ? 400 : 401, "{\"error\": \"" + (known ? "invalid_grant" : "invalid_client") + "\"}");
            return;
        }
        answer(exchange, 200, """
                {"access_token": "nothing", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
                """.formatted(idToken(granted)));
    }

    private String idToken(Granted granted) {
        var now = Instant.now();
        var claims = lie.apply(new JWTClaimsSet.Builder().issuer(issuer()).subject("1001").audience(CLIENT).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5)))).claim("nonce", granted.asked().get("nonce"))
                .claim("preferred_username", granted.login())).build();
        try {
            return switch (signing) {
                case ITS_OWN -> signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims);
                case ANOTHER_KEY -> signed(JWSAlgorithm.RS256, new RSASSASigner(other), claims);
                case SHARED_SECRET -> signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims);
                case NOT_AT_ALL -> new PlainJWT(claims).serialize();
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String form) {
        return Stream.of(form.split("&")).map(field -> field.split("=", 2)).collect(Collectors.toMap(it -> it[0], it -> decoded(it[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /// The way a browser is sent, and where the provider sends it back to.
    static Map<String, String> asked(String location) {
        return fields(URI.create(location).getRawQuery());
    }
}
