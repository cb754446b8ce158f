package org.mingbai.shell.database;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/// Work that is done whole or not at all: one transaction, begun again from the start when another hand wrote the same row or the same journal first.
@Component
public class Attempts {

    private static final int ATTEMPTS_MAX = 5;

    private final TransactionTemplate transaction;

    Attempts(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Thrown by work that has seen that another hand was quicker.
    public static final class Overtaken extends RuntimeException {

        public Overtaken() {
            super("another hand was quicker", null, false, false);
        }
    }

    /// What came of it; empty when another hand was quicker every time. Any other exception undoes it and goes through.
    public <T> Optional<T> of(Function<TransactionStatus, T> work) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            try {
                return Optional.of(Objects.requireNonNull(transaction.execute(work::apply)));
            } catch (Overtaken | DuplicateKeyException | UnexpectedRollbackException again) {
                // What the other hand wrote is seen from the start.
                continue;
            }
        }
        return Optional.empty();
    }
}
