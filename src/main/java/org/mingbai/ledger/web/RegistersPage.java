package org.mingbai.ledger.web;

import java.util.List;

/// The registers, each with its counts.
public record RegistersPage(List<Row> rows) {

    /// @param numbers open, late, at risk, parked, closed
    public record Row(String name, String href, String office, String policyHref, List<Number> numbers) {}

    /// A count and exactly its cases.
    public record Number(long count, String href, boolean late) {}
}
