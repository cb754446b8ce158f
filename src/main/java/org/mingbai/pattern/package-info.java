/// What many matters have in common: near copies, matters of one subject, and the kind a new one is likely to be of. It judges by text, may be
/// wrong, and only ever suggests. Leaves the deciding to people and every writing into a journal to the ledger.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shell", "shell :: database", "shell :: watch", "directory", "ledger", "ledger :: panel", "shell :: page"})
package org.mingbai.pattern;
