package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.SecondFactor;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Square;

/// One's own second factor, as far as it is.
/// @param must whether nothing else may be done before
/// @param required whether one of their roles asks for it
/// @param square what an app reads in place of typing the secret
/// @param codes shown once, right after they were made
public record SecondFactorPage(SecondFactor.State state, boolean must, boolean required, Optional<Square> square, List<String> codes, FieldErrors errors) {

    private static final int GROUP = 4;

    /// In groups, for whoever types it.
    public static String grouped(String secret) {
        return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }
}
