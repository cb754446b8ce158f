package org.mingbai.directory;

/// A line was added to the audit trail. Told inside the transaction that writes it.
public record AuditWritten(TenantId tenant, long line) {}
