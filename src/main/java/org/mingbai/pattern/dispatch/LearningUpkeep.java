package org.mingbai.pattern.dispatch;

import java.util.concurrent.TimeUnit;
import org.mingbai.directory.Tenants;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Learns each tenant's closed matters once a day, and soon after the program has started.
@Component
class LearningUpkeep {

    private final DispatchLearning learning;
    private final Tenants tenants;

    LearningUpkeep(DispatchLearning learning, Tenants tenants) {
        this.learning = learning;
        this.tenants = tenants;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void keepUp() {
        tenants.all().forEach(learning::keepUp);
    }
}
