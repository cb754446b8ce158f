package org.mingbai.shell.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Lets upkeep run by the clock where the product is served. A guest leaves it to its host, and whoever does one thing and ends to the next
/// that serves: a check carries no letters.
///
/// What is soon done (letters, the seal, calls) and what may take minutes after a great import (words, figures, likenesses: `scheduler = "queues"`)
/// have threads apart, so that no queue holds up a letter or somebody's receipt. Each thing waits for its own end before it begins again.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = {Passing.GUEST, Passing.ALONE}, havingValue = false, matchIfMissing = true)
class ByTheClock {

    private static final int SOON_DONE = 4;
    /// With more of them, people who look at pages meanwhile would feel it on a small machine.
    private static final int QUEUES = 2;
    private static final int LAST_SECONDS = 10;

    /// The one that is used where none is named.
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        return threads("upkeep-", SOON_DONE);
    }

    @Bean
    ThreadPoolTaskScheduler queues() {
        return threads("queues-", QUEUES);
    }

    /// What has begun may end when the product does; it writes in transactions, so nothing is half done if it takes too long.
    private static ThreadPoolTaskScheduler threads(String name, int size) {
        var threads = new ThreadPoolTaskScheduler();
        threads.setThreadNamePrefix(name);
        threads.setPoolSize(size);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(LAST_SECONDS);
        return threads;
    }
}
