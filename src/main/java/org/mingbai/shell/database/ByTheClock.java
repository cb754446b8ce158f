package org.mingbai.shell.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Lets upkeep run by the clock where the product is served. A guest leaves it to its host, and whoever does one thing and ends to the next
/// that serves: a check carries no letters.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = {Passing.GUEST, Passing.ALONE}, havingValue = false, matchIfMissing = true)
class ByTheClock {}
