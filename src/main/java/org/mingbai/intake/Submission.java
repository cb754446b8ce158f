package org.mingbai.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Subject;
import org.mingbai.library.StoredFile;

/// What somebody raises, and what they say of themselves.
/// @param subject in their own words, with its channel and, where it complains of units, whom
/// @param language in which they want to be answered, as `zh` or `en`
/// @param files brought to the library before, by the same hand
/// @param key a name the client gives to this form: sent again it makes nothing more and has the same receipt
public record Submission(String register, Subject subject, @Nullable Identity identity, boolean anonymous, boolean confidential, String language,
        List<StoredFile> files, UUID key) {

    public Submission {
        files = List.copyOf(files);
    }

    Submission about(Subject other) {
        return new Submission(register, other, identity, anonymous, confidential, language, files, key);
    }
}
