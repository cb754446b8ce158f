/// What those who raised a matter say of it, and the three rates counted from that. It leaves to ledger what a verdict leads to.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shell", "shell :: page", "shell :: database", "directory", "directory :: telling", "intake", "library", "library :: web",
            "ledger", "ledger :: check", "ledger :: panel"})
package org.mingbai.verdict;
