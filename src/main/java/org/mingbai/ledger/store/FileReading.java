package org.mingbai.ledger.store;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.mingbai.library.FileTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has files read one after the other, on a thread of its own: one may take a minute, and nothing else done by the clock waits for it.
@Component
class FileReading {

    /// A process that does not start is not started every two seconds.
    private static final int RESTS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);

    private final FileWords files;
    private final FileTexts texts;
    private final ExecutorService one = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("files").daemon().priority(Thread.MIN_PRIORITY).factory());
    private @Nullable Future<?> going;
    private volatile boolean failing;
    private int rests;

    FileReading(FileWords files, FileTexts texts) {
        this.files = files;
        this.texts = texts;
    }

    @Scheduled(fixedDelay = 2000)
    void keepUp() {
        if (failing && rests++ < RESTS) {
            return;
        }
        rests = 0;
        if (going == null || going.isDone()) {
            going = one.submit(this::readAll);
        }
    }

    /// What goes wrong is said once, until it goes well again.
    private void readAll() {
        try {
            while (files.readOne()) {
                failing = false;
            }
            failing = false;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (!failing && !one.isShutdown()) {
                LOG.error("Attached files cannot be read now and are not found by what they say; it is tried again", e);
            }
            failing = true;
        } finally {
            texts.end();
        }
    }

    @PreDestroy
    void end() {
        one.shutdownNow();
    }
}
