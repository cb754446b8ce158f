package org.mingbai.shell.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a route under `/api/v1`: what its method and its parameters do not tell by themselves. A route without one fails a test.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForPrograms {

    /// The key of the words that say what it is for.
    String says();

    /// What is sent as JSON.
    Class<?> takes() default void.class;

    /// What comes back, where the method's own type does not say it.
    Class<?> gives() default void.class;

    /// How it answers when it is done.
    int[] done() default 200;

    /// How it may refuse, beyond what every route can answer: not signed in, not allowed.
    int[] refuses() default {};

    /// The sealed type of what may be wrong, each of which is a `code` of the problem.
    Class<?> codes() default void.class;
}
