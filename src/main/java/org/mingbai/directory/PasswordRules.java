package org.mingbai.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What nobody may take for a password at a tenant: what the sign-in rules forbid, what many have, and words that lie at hand there.
@Component
class PasswordRules {

    private static final List<String> OURS = List.of("mingbai", "明白账");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");
    private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}*");
    private static final int WORD_MIN = 3;
    private static final int OTHER_SCRIPT_MIN = 2;

    private final SettingTable settings;
    private final Tenants tenants;
    private final Snapshots snapshots;

    PasswordRules(SettingTable settings, Tenants tenants, Snapshots snapshots) {
        this.settings = settings;
        this.tenants = tenants;
        this.snapshots = snapshots;
    }

    List<Refusal> flaws(TenantId tenant, String password, String login, String name, SignInRules rules) {
        var flaws = new ArrayList<>(Passwords.flawsOf(password, login, rules));
        if (CommonPasswords.holds(password)) {
            flaws.add(new Refusal.PasswordCommon());
        }
        wordIn(password, Stream.concat(Stream.of(name), near(tenant).stream())).ifPresent(word -> flaws.add(new Refusal.PasswordHoldsWord(word)));
        return flaws;
    }

    /// The words a tenant added, as they were typed.
    String added(TenantId tenant) {
        return snapshots.answer(tenant, SettingTable.PASSWORD_WORDS, () -> settings.passwordWords(tenant));
    }

    /// Words as they were typed, one after the other.
    static List<String> words(String typed) {
        return BETWEEN.splitAsStream(typed).map(CommonPasswords::folded).filter(word -> !word.isEmpty()).distinct().toList();
    }

    /// Too short to be looked for: it would be in every password.
    static boolean isTooShort(String word) {
        return word.length() < (PLAIN.matcher(word).matches() ? WORD_MIN : OTHER_SCRIPT_MIN);
    }

    private List<String> near(TenantId tenant) {
        return Stream.of(OURS.stream(), tenants.nameOf(tenant).stream(), words(added(tenant)).stream()).flatMap(it -> it).toList();
    }

    private static Optional<String> wordIn(String password, Stream<String> words) {
        var folded = CommonPasswords.folded(password);
        var letters = CommonPasswords.letters(folded);
        return words.map(CommonPasswords::folded).filter(word -> !isTooShort(word)).filter(word -> folded.contains(word) || letters.contains(word))
                .findFirst();
    }
}
