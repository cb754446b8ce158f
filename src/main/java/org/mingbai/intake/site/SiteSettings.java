package org.mingbai.intake.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// How much the public site takes from one address.
///
/// @param raisePerHour how many forms are taken from one address in an hour
/// @param codesPerHour how many codes that open nothing one address may try in an hour
/// @param dataPerHour  how many pages of figures and files of open data one address may take in an hour
/// @param waitSeconds  how old a form has to be before it is taken from a browser that worked out no proof
/// @param proofBits    how many leading zero bits that proof has; each bit more doubles the work
@ConfigurationProperties("mingbai.site")
public record SiteSettings(
        @DefaultValue("30") int raisePerHour,
        @DefaultValue("20") int codesPerHour,
        @DefaultValue("300") int dataPerHour,
        @DefaultValue("20") int waitSeconds,
        @DefaultValue("15") int proofBits) {

    private static final int PROOF_BITS_MAX = 24;

    /// A slip of the pen would close the site, or open it to floods.
    public SiteSettings {
        if (raisePerHour < 1 || codesPerHour < 1 || dataPerHour < 1 || waitSeconds < 0 || proofBits < 0 || proofBits > PROOF_BITS_MAX) {
            throw new IllegalArgumentException("mingbai.site: at least one an hour, no negative wait, and 0 to " + PROOF_BITS_MAX + " bits");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SiteSettings.class)
    static class Beans {}
}
