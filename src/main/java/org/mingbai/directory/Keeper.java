package org.mingbai.directory;

import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Who changes the directory, as the audit trail will name them: a person at an address, or the program itself.
public record Keeper(TenantId tenant, Optional<PersonId> person, String name, String address) {

    public static Keeper of(SignedIn who, String address) {
        return new Keeper(who.tenant(), Optional.of(who.person()), who.name(), address);
    }

    /// Somebody at the address their request came from; nowhere where none is being answered.
    public static Keeper of(SignedIn who) {
        return of(who, RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked ? asked.getRequest().getRemoteAddr() : "");
    }

    /// A command line or a sample; `name` says which.
    public static Keeper program(TenantId tenant, String name) {
        return new Keeper(tenant, Optional.empty(), name, "");
    }
}
