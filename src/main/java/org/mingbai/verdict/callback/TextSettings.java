package org.mingbai.verdict.callback;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// The gateway that carries short texts. Without an address there is none.
///
/// @param url    takes each text as JSON; `https`, or this very machine
/// @param secret by which each request is signed
@ConfigurationProperties("mingbai.sms")
public record TextSettings(@DefaultValue("") String url, @DefaultValue("") String secret) {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// A gateway that could be overheard, or that cannot know who calls, is found at the start.
    public TextSettings {
        if (!url.isEmpty()) {
            var uri = URI.create(url);
            if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && HERE.contains(uri.getHost()))) {
                throw new IllegalArgumentException("mingbai.sms.url has to begin with https://");
            }
            if (secret.isBlank()) {
                throw new IllegalArgumentException("mingbai.sms.secret is missing");
            }
        }
    }

    /// A record tells its parts to every log it gets into.
    @Override
    public String toString() {
        return "TextSettings[" + (url.isEmpty() ? "none" : "set") + "]";
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TextSettings.class)
    static class Beans {}
}
