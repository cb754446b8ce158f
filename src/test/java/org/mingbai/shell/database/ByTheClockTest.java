package org.mingbai.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;

/// What is done by the clock does not wait for what is slow.
@Timeout(60)
class ByTheClockTest {

    /// Each of these ends only when a letter went out.
    static class Town {

        final CountDownLatch begun = new CountDownLatch(4);
        final CountDownLatch letters = new CountDownLatch(1);

        @Scheduled(fixedDelay = 10)
        void waitForAServerThatDoesNotAnswer() throws InterruptedException {
            waitForALetter();
        }

        @Scheduled(fixedDelay = 10)
        void waitForAnother() throws InterruptedException {
            waitForALetter();
        }

        @Scheduled(scheduler = "queues", fixedDelay = 10)
        void indexAMillion() throws InterruptedException {
            waitForALetter();
        }

        @Scheduled(scheduler = "queues", fixedDelay = 10)
        void countAMillion() throws InterruptedException {
            waitForALetter();
        }

        @Scheduled(fixedDelay = 10)
        void carry() throws InterruptedException {
            begun.await();
            letters.countDown();
        }

        private void waitForALetter() throws InterruptedException {
            begun.countDown();
            letters.await();
        }
    }

    @Test
    void a_letter_goes_out_while_queues_and_others_are_long_about_it() throws Exception {
        try (var context = new AnnotationConfigApplicationContext(ByTheClock.class, Town.class)) {
            assertThat(context.getBean(Town.class).letters.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
