package org.mingbai.directory;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Argon2id hashes, what a password must be, and passwords to begin with.
final class Passwords {

    /// Beyond this nobody types; it keeps a hash from being fed a book.
    static final int LENGTH_MAX = 128;

    private static final List<String> KINDS = List.of("ABCDEFGHJKLMNPQRTUVWXY", "abcdefghijkmnpqrstuvwxyz", "23456789");
    private static final int LETTERS_PER_KIND = 5;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore HASHING = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    /// 16 MiB, three rounds: OWASP ASVS 5.0, appendix C. A hash says with what it was made, so older ones go on.
    private static final Argon2PasswordEncoder ENCODER = new Argon2PasswordEncoder(16, 32, 1, 1 << 14, 3);

    /// Takes as long to compare with as a real one, for logins that do not exist.
    static final String NOBODYS = ENCODER.encode("nobody signs in with this");

    private Passwords() {}

    static String hash(String password) {
        return ENCODER.encode(password);
    }

    static boolean matches(String password, String hash) {
        HASHING.acquireUninterruptibly();
        try {
            return ENCODER.matches(password.length() > LENGTH_MAX ? password.substring(0, LENGTH_MAX + 1) : password, hash);
        } finally {
            HASHING.release();
        }
    }

    static List<Refusal> flawsOf(String password, String login, SignInRules rules) {
        var flaws = new ArrayList<Refusal>();
        int length = password.codePointCount(0, password.length());
        if (length < rules.passwordLengthMin()) {
            flaws.add(new Refusal.PasswordTooShort(rules.passwordLengthMin()));
        }
        if (password.length() > LENGTH_MAX) {
            flaws.add(new Refusal.TooLong("password", LENGTH_MAX, password.length()));
        }
        if (kindsIn(password) < rules.passwordKindsMin()) {
            flaws.add(new Refusal.PasswordTooPlain(rules.passwordKindsMin()));
        }
        if (password.toLowerCase(Locale.ROOT).contains(login)) {
            flaws.add(new Refusal.PasswordHoldsLogin());
        }
        return flaws;
    }

    /// To begin with: three kinds of sign in a row without those that are misread, typed once from a slip of paper.
    static String toBeginWith() {
        var signs = new StringBuilder();
        for (var kind : KINDS) {
            for (int i = 0; i < LETTERS_PER_KIND; i++) {
                signs.append(kind.charAt(RANDOM.nextInt(kind.length())));
            }
        }
        return signs.toString();
    }

    private static long kindsIn(String password) {
        return password.codePoints().map(c -> Character.isUpperCase(c) ? 0 : Character.isLowerCase(c) ? 1 : Character.isDigit(c) ? 2 : 3)
                .distinct().count();
    }
}
