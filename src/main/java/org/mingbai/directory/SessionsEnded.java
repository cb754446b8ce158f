package org.mingbai.directory;

/// Somebody's sessions were ended on purpose, or they were given another password: what outlives sessions ends with them.
public record SessionsEnded(TenantId tenant, PersonId person) {}
