/// Every clock: what counts as a working day, by when something is due and why, and what happens as the day comes nearer. Others say what
/// started. Whether something is done it leaves to verdict: who chases a matter must not be who declares it done.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shell", "shell :: page", "shell :: api", "shell :: database", "directory", "directory :: telling", "library",
            "library :: web", "ledger",
            "ledger :: panel", "ledger :: check"})
package org.mingbai.supervision;
