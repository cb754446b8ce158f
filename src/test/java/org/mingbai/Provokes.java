package org.mingbai;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// The tests of this class bring about faults on purpose: the loggers named say nothing to the reader while they run, so that what is logged elsewhere is
/// a real problem. That no secret is among it is looked at all the same.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Provokes.Quiet.class)
public @interface Provokes {

    String[] value();

    /// Before each test too: a product that starts in between sets its loggers anew.
    final class Quiet implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

        private final List<Logger> hushed = new ArrayList<>();
        private final Unspoken.Watch watch = new Unspoken.Watch();

        @Override
        public void beforeAll(ExtensionContext context) {
            for (var name : context.getRequiredTestClass().getAnnotation(Provokes.class).value()) {
                hushed.add((Logger) LoggerFactory.getLogger(name));
            }
            watch.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
            hush();
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            hush();
        }

        @Override
        public void afterAll(ExtensionContext context) {
            hushed.forEach(logger -> {
                logger.detachAppender(watch);
                logger.setAdditive(true);
            });
        }

        private void hush() {
            watch.start();
            hushed.forEach(logger -> {
                logger.setAdditive(false);
                logger.addAppender(watch);
            });
        }
    }
}
