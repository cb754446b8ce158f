/// What is said in numbers: figures that open their cases, and reports whose numbers are held against one another. It owns no matter and writes to
/// none; what it keeps is read from the journals and can be read again.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shell", "shell :: page", "shell :: watch", "directory", "directory :: telling", "library", "ledger", "ledger :: check",
            "ledger :: panel", "pattern", "intake", "intake :: site", "supervision", "supervision :: slip", "verdict", "activity"})
package org.mingbai.reporting;
