package org.mingbai.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// How who raised something is kept.
///
/// @param cipher `AES-256-GCM` or `SM4-GCM`
@ConfigurationProperties("mingbai.vault")
public record VaultSettings(@DefaultValue("AES-256-GCM") String cipher) {

    /// A slip of the pen is found at the start, not at the first record.
    public VaultSettings {
        SealingCipher.of(cipher);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(VaultSettings.class)
    static class Beans {}
}
