package org.mingbai.pattern.dispatch;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Future;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Learns each tenant's closed matters once a day, and soon after the program has started. It has one processor at most and none of the thread on
/// which the product does everything else by the clock: thousands of matters take it many seconds.
@Component
class LearningUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(LearningUpkeep.class);

    private final DispatchLearning learning;
    private final Tenants tenants;
    private final ForkJoinPool one = new ForkJoinPool(1);
    private @Nullable Future<?> going;

    LearningUpkeep(DispatchLearning learning, Tenants tenants) {
        this.learning = learning;
        this.tenants = tenants;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void keepUp() {
        if (going == null || going.isDone()) {
            going = one.submit(this::learn);
        }
    }

    private void learn() {
        for (var tenant : tenants.all()) {
            try {
                learning.keepUp(tenant);
            } catch (RuntimeException e) {
                LOG.error("What became of the matters of tenant {} was not learnt", tenant.value(), e);
            }
        }
    }

    @PreDestroy
    void end() {
        one.shutdownNow();
    }
}
