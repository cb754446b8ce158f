/// How matters come in: older ledgers here; hotline, web, window and letters later. Leaves what becomes of a matter to the ledger.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shell", "shell :: page", "shell :: database", "directory", "ledger", "pattern"})
package org.mingbai.intake;
