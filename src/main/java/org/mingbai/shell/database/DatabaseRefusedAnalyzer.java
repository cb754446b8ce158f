package org.mingbai.shell.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says the reason alone, without the hundred lines of stack that hide it.
final class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<DatabaseRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseRefused refused) {
        return new FailureAnalysis(refused.getMessage(), null, refused);
    }
}
