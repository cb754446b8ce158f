package org.mingbai.shell.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Lets upkeep run by the clock, in every process but a guest's: there the host does it.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = Passing.GUEST, havingValue = false, matchIfMissing = true)
class ByTheClock {}
