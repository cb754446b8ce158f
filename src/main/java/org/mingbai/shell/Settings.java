package org.mingbai.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the person who runs it may choose before it starts.
///
/// @param data where files and the embedded database are kept, beside where it runs unless told otherwise
/// @param zone whose midnight ends a working day; a body in China keeps the default
@ConfigurationProperties("mingbai")
public record Settings(@DefaultValue("data") Path data, @DefaultValue("Asia/Shanghai") ZoneId zone) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class Beans {

        @Bean
        Clock clock(Settings settings) {
            return Clock.system(settings.zone());
        }

        @Bean
        DataDirectory dataDirectory(Settings settings) {
            return new DataDirectory(settings.data().toAbsolutePath().normalize());
        }
    }
}
