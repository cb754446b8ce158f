package org.mingbai.shell;

import static org.mingbai.shell.Words.t;

/// What happened, why, what now.
///
/// @param kind the status, `stale` for a form whose token is no longer good, or `away` for a database that does not answer
public record ErrorPage(int status, String kind) {

    public String what() {
        return t("shell.error." + kind + ".what");
    }

    public String why() {
        return t("shell.error." + kind + ".why");
    }

    public String now() {
        return t("shell.error." + kind + ".now");
    }
}
