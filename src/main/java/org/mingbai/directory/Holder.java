package org.mingbai.directory;

import java.util.Optional;

/// Somebody who fills a seat on a day: in their own name, or in that of the person they stand in for.
public record Holder(PersonId person, String name, Optional<PersonId> standingInFor) {}
