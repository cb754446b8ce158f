package org.mingbai.shell.keys;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// How what must not be read in the database is sealed.
///
/// @param cipher `AES-256-GCM` or `SM4-GCM`
@ConfigurationProperties("mingbai.vault")
public record KeySettings(@DefaultValue("AES-256-GCM") String cipher) {

    /// A slip of the pen is found at the start, not at the first record.
    public KeySettings {
        SealingCipher.of(cipher);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(KeySettings.class)
    static class Beans {}
}
