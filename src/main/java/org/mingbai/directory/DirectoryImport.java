package org.mingbai.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.sheet.Cell;
import org.mingbai.directory.sheet.Line;
import org.mingbai.directory.sheet.Lines;
import org.mingbai.directory.sheet.Unreadable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings units, people, posts and accounts from one file. A preview is the import itself, undone; the same file again
/// changes nothing; one error and nothing is written.
@Component
public class DirectoryImport {

    private final Merging.Doors doors;
    private final AuditTable audit;
    private final TransactionTemplate transaction;

    DirectoryImport(Directory directory, Organisations organisations, People people, Accounts accounts, AuditTable audit,
            java.time.Clock clock, PlatformTransactionManager transactions) {
        this.doors = new Merging.Doors(directory, organisations, people, accounts, clock);
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whose part of the file is applied: units and people are the system administrator's, posts and accounts the
    /// security administrator's. Both may take in the same file, one after the other.
    public record Parts(boolean directory, boolean accounts) {

        public static Parts all() {
            return new Parts(true, true);
        }

        public static Parts of(SignedIn who) {
            return new Parts(Access.may(who, Right.KEEP_DIRECTORY), Access.may(who, Right.KEEP_ACCOUNTS));
        }
    }

    /// What a row does, told by the act as the audit trail will name it.
    public record Step(AuditAct act, String subject, Cell cell) {}

    public record Flaw(Cell cell, Refusal refusal) {}

    /// @param left rows of which the other administrator's part remains
    /// @param firstPasswords known only right after the import
    public record Outcome(List<Step> steps, List<Flaw> flaws, int unchanged, int left, List<Accounts.FirstPassword> firstPasswords) {

        public long count(AuditAct act) {
            return steps.stream().filter(step -> step.act() == act).count();
        }
    }

    public Answer<Outcome> preview(Keeper by, Parts parts, byte[] file, String fileName) {
        return read(file, fileName).map(lines -> run(by, parts, lines, fileName, null));
    }

    /// Writes it all, or nothing where the outcome has a flaw.
    public Answer<Outcome> apply(Keeper by, Parts parts, byte[] file, String fileName) {
        return read(file, fileName).map(lines -> {
            var foreseen = run(by, parts, lines, fileName, null);
            if (!foreseen.flaws().isEmpty() || foreseen.steps().isEmpty()) {
                return foreseen;
            }
            return run(by, parts, lines, fileName, FirstPasswords.forThose(foreseen));
        });
    }

    private Outcome run(Keeper by, Parts parts, List<Line> lines, String fileName, @Nullable FirstPasswords passwords) {
        return transaction.execute(status -> {
            var outcome = new Merging(doors, by, parts, passwords).of(lines);
            if (passwords == null || !outcome.flaws().isEmpty()) {
                status.setRollbackOnly();
                return outcome;
            }
            audit.write(by, AuditAct.DIRECTORY_IMPORTED, new AuditTable.Subject("import", null, Wording.tidy(fileName)), Map.of(), Map.of(
                    "units", String.valueOf(outcome.count(AuditAct.ORGANISATION_FOUNDED)),
                    "people", String.valueOf(outcome.count(AuditAct.PERSON_ADDED)),
                    "posts", String.valueOf(outcome.count(AuditAct.POST_GIVEN)),
                    "accounts", String.valueOf(outcome.count(AuditAct.ACCOUNT_OPENED))));
            return new Outcome(outcome.steps(), outcome.flaws(), outcome.unchanged(), outcome.left(), passwords.all());
        });
    }

    private static Answer<List<Line>> read(byte[] file, String fileName) {
        try {
            return Answer.done(Lines.of(file, fileName));
        } catch (Unreadable unreadable) {
            return Answer.refused(new Refusal.FileUnreadable(unreadable.why().name()));
        }
    }

    /// Passwords to begin with and their hashes, made before the transaction: hashing is slow on purpose.
    static final class FirstPasswords {

        private final Map<String, String> hashes = new HashMap<>();
        private final List<Accounts.FirstPassword> all;

        private FirstPasswords(List<Accounts.FirstPassword> all) {
            this.all = all;
        }

        static FirstPasswords forThose(Outcome foreseen) {
            var made = new FirstPasswords(foreseen.steps().stream().filter(step -> step.act() == AuditAct.ACCOUNT_OPENED)
                    .map(step -> new Accounts.FirstPassword(step.subject(), Passwords.toBeginWith())).toList());
            made.all.forEach(first -> made.hashes.put(first.login(), Passwords.hash(first.password())));
            return made;
        }

        String hashFor(String login) {
            return hashes.getOrDefault(login, Passwords.NOBODYS);
        }

        List<Accounts.FirstPassword> all() {
            return all;
        }
    }
}
