package org.mingbai.shell.watch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// Who may read the numbers.
/// @param token what a program that reads them sends as `Authorization: Bearer`; while it is empty nobody reads them
@ConfigurationProperties("mingbai.metrics")
record WatchSettings(@DefaultValue("") String token) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WatchSettings.class)
    static class Beans {}
}
