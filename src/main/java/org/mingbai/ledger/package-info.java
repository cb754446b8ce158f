/// The account itself: matters, the registers they stand on, and the journal in which every act is an entry.
/// Leaves clocks to supervision, the asking of people to verdict, files to library, and who may see what to directory.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shell", "shell :: page", "shell :: api", "shell :: database", "shell :: keys", "shell :: watch", "directory", "library",
            "library :: web"})
package org.mingbai.ledger;
