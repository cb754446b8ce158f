package org.mingbai;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole product without a port, on the one database of this run, at the time of a [SettableClock].
///
/// Nothing is rolled back: a test makes its own tenant or organisation. A test that adds properties or beans of its own
/// starts a second product, which costs seconds.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestTime.class)
public @interface MingbaiTest {}
