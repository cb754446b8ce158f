package org.mingbai.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a handler of the shell, which knows no rights: nobody need be signed in for it. Elsewhere a handler names the right it asks for.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {

    /// Why that gives nothing away.
    String value();
}
