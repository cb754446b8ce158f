package org.mingbai.directory;

/// What a post allows. The three administrators are separated from one another and from the matters
/// (GB/T 22239-2019, level 3: system, security and audit administrators).
public enum Role {
    HANDLER,
    CHECKER,
    APPROVER,
    COORDINATOR,
    VERDICT_TAKER,
    LEADER,
    AUDITOR,
    SYSTEM_ADMIN,
    SECURITY_ADMIN,
    AUDIT_ADMIN;

    /// An administrator keeps the system, the accounts or the audit trail and sees no matter.
    public boolean administrates() {
        return switch (this) {
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> true;
            case HANDLER, CHECKER, APPROVER, COORDINATOR, VERDICT_TAKER, LEADER, AUDITOR -> false;
        };
    }
}
