package org.mingbai.directory;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Accounts for people of the tests. All have one password, hashed once and cheaply: what it takes to compare stands in the hash itself, and by the
/// product's own measure signing in takes longer than what most tests are about.
@Component
public final class Logins {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 64;
    private static final String SECRET = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, 1).encode(Bureau.PASSWORD);

    private final Accounts accounts;
    private final Map<PersonId, String> opened = new ConcurrentHashMap<>();

    Logins(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The login of somebody who signs in with [Bureau#PASSWORD]; it is opened when it is asked for first.
    public String of(SignedIn who) {
        return opened.computeIfAbsent(who.person(), person -> {
            var login = "u" + UUID.randomUUID();
            open(Keeper.program(who.tenant(), "test"), person, login);
            return login;
        });
    }

    void open(Keeper by, PersonId person, String login) {
        accounts.openHashed(by, person, login, SECRET, false).orThrow();
    }
}
