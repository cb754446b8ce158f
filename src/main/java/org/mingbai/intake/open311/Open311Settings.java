package org.mingbai.intake.open311;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// How much is taken from programs.
/// @param raisePerHour how many requests one key may raise in an hour
@ConfigurationProperties("mingbai.open311")
public record Open311Settings(@DefaultValue("600") int raisePerHour) {

    public Open311Settings {
        if (raisePerHour < 1) {
            throw new IllegalArgumentException("mingbai.open311.raise-per-hour: at least one");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Open311Settings.class)
    static class Beans {}
}
