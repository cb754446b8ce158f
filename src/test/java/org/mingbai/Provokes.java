package org.mingbai;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The tests of this class bring about faults on purpose: the loggers named say nothing while they run, so that what is logged elsewhere is
/// a real problem.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Provokes.Quiet.class)
public @interface Provokes {

    String[] value();

    /// Before each test too: a product that starts in between sets its loggers anew.
    final class Quiet implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

        private final Map<Logger, @Nullable Level> before = new HashMap<>();

        @Override
        public void beforeAll(ExtensionContext context) {
            for (var name : context.getRequiredTestClass().getAnnotation(Provokes.class).value()) {
                var logger = (Logger) LoggerFactory.getLogger(name);
                before.put(logger, logger.getLevel());
            }
            hush();
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            hush();
        }

        @Override
        public void afterAll(ExtensionContext context) {
            before.forEach(Logger::setLevel);
        }

        private void hush() {
            before.keySet().forEach(logger -> Objects.requireNonNull(logger).setLevel(Level.OFF));
        }
    }
}
