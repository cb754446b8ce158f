/// How matters come in: older ledgers, and what people raise, with who they are kept apart. Leaves what becomes of a matter to the ledger.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shell", "shell :: page", "shell :: database", "shell :: keys", "directory", "directory :: telling",
            "library", "library :: web", "ledger", "ledger :: panel", "ledger :: seal", "pattern", "pattern :: dispatch"})
package org.mingbai.intake;
