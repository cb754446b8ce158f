package org.mingbai;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

@TestConfiguration(proxyBeanMethods = false)
public class TestTime {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    /// So that no class begins at the time at which another left off.
    static final class Reset implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            SpringExtension.getApplicationContext(context).getBean(SettableClock.class).reset();
        }
    }
}
