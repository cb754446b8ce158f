package org.mingbai.directory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// How signing in is guarded for the whole installation; what a tenant decides for itself stands in [SignInRules].
/// @param loginsPerAddress so many logins tried in vain from one address bar it for a while; 0 never does
/// @param addressWait within which they are counted, and for how long it is barred
/// @param asksPerHour how much one person who is signed in may ask for; 0 is no limit
@ConfigurationProperties("mingbai.sign-in")
public record SignInSettings(@DefaultValue("30") int loginsPerAddress, @DefaultValue("15m") Duration addressWait,
        @DefaultValue("20000") int asksPerHour) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SignInSettings.class)
    static class Beans {}
}
