package org.mingbai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.sheet.ColumnMapping;
import org.mingbai.intake.sheet.LedgerFiles;
import org.mingbai.intake.sheet.LedgerReading;
import org.mingbai.intake.sheet.ReadMatter;
import org.mingbai.intake.sheet.ReadingOptions;
import org.mingbai.intake.sheet.SheetReport;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.workbook.FileRefusal;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.LedgerExport;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.TakingOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings in the ledgers offices keep: first shown with every doubt, then taken over whole or not at all.
@Component
public class Imports {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);

    private static final int BATCH = 2000;

    /// Rows between two signs of progress.
    private static final int BEAT = 1000;
    private static final int REFUSED_TOLD_MAX = 200;

    private final ImportTable table;
    private final TakenRows rows;
    private final Directory directory;
    private final Matters matters;
    private final Registers registers;
    private final Ledger ledger;
    private final TakingOver takingOver;
    private final BroughtVoices voices;
    private final BroughtFiles files;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;

    Imports(ImportTable table, TakenRows rows, Directory directory, Matters matters, Registers registers, Ledger ledger, TakingOver takingOver,
            BroughtVoices voices, BroughtFiles files, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.rows = rows;
        this.directory = directory;
        this.matters = matters;
        this.registers = registers;
        this.ledger = ledger;
        this.takingOver = takingOver;
        this.voices = voices;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// What came of bringing a file.
    public sealed interface Brought {

        record Kept(Import made) implements Brought {}

        record Refused(FileRefusal why) implements Brought {}
    }

    /// Hears the rows of a ledger with what each would become, or, when it is taken over, becomes.
    public interface Listener {
        void row(ReadMatter read, TakingOver.Row row, Fate fate);

        /// After the last row of a ledger that was read to its end.
        default void finished(List<SheetReport> sheets) {}
    }

    /// How a preview ended.
    /// @param unknownUnits names that stand for no unit of the directory, with the number of rows
    public record Previewed(LedgerReading.Outcome outcome, Map<String, Integer> unknownUnits) {}

    /// Keeps a ledger for reading. What cannot be opened as one is refused, and nothing of it is kept.
    public Brought bring(SignedIn who, String register, String fileName, InputStream content) {
        return bring(who, register, fileName, today(), content);
    }

    /// @param asOf the day on which the ledger was as it is: a deadline without a year is read as one of that time
    public Brought bring(SignedIn who, String register, String fileName, LocalDate asOf, InputStream content) {
        long id = table.nextId();
        try {
            var sha256 = files.keep(who.tenant(), id, content);
            var opening = LedgerFiles.open(files.placeOf(who.tenant(), id), fileName, ReadingOptions.asOf(asOf));
            if (opening instanceof LedgerFiles.Refused(var why)) {
                files.drop(who.tenant(), id);
                return new Brought.Refused(why);
            }
            ((LedgerFiles.Opened) opening).reading().close();
            var now = now();
            var made = new Import(id, register, fileName, sha256, asOf, who.person(), Import.Stage.READY, Map.of(), Map.of(), 0, 0, Optional.empty(), now, now);
            table.insert(who.tenant(), made);
            return new Brought.Kept(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether this person brings ledgers into that register: whoever coordinates its office.
    public boolean takesOver(SignedIn who, Register register) {
        return who.holds(new Seat(register.office(), Role.COORDINATOR));
    }

    /// Nothing where there is none, or where it is another office's: what a ledger says of others is read by nobody else.
    public Optional<Import> find(SignedIn who, long id) {
        return table.find(who.tenant(), id).filter(made -> made.person().equals(who.person()) || own(who).contains(made.register()))
                .map(made -> orBrokenOff(who, made));
    }

    public List<Import> newest(SignedIn who, int limit) {
        return table.newest(who.tenant(), who.person(), own(who), limit).stream().map(made -> orBrokenOff(who, made)).toList();
    }

    private Set<String> own(SignedIn who) {
        return registers.of(who.tenant()).stream().filter(register -> takesOver(who, register)).map(Register::code).collect(Collectors.toSet());
    }

    /// Whether the file it was brought with is still kept, so that it can be read and taken over.
    public boolean isKept(SignedIn who, Import made) {
        return files.has(who.tenant(), made.id());
    }

    /// One at which nobody is any more, because the process was killed, ends here: nothing of it was written, and it can be begun again.
    private Import orBrokenOff(SignedIn who, Import made) {
        if (!made.silent(now())) {
            return made;
        }
        transaction.executeWithoutResult(_ -> {
            if (table.holdIfFree(who.tenant(), made.id())) {
                table.end(who.tenant(), made.id(), Import.Stage.FAILED, Import.Result.failed("intake.import.broken-off", List.of()), now());
            }
        });
        return table.find(who.tenant(), made.id()).orElseThrow();
    }

    /// What columns and unit names mean; remembered for the tenant's next file too. False once it is being taken over.
    public boolean correct(SignedIn who, long id, Map<String, Field> headings, Map<String, OrganisationId> units) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean corrected = table.correct(who.tenant(), id, headings, units);
            if (corrected) {
                table.remember(who.tenant(), headings, units);
            }
            return corrected;
        }));
    }

    /// Reads the ledger anew and tells what each row would become. Writes nothing.
    public Previewed preview(SignedIn who, Import made, Listener listener) {
        var unknown = new TreeMap<String, Integer>();
        try (var walk = walk(who, made)) {
            var outcome = walk.each((read, row, fate) -> {
                if (read.leadUnit() != null && LedgerRow.lead(read, walk.units()).isEmpty()) {
                    unknown.merge(read.leadUnit(), 1, Integer::sum);
                }
                listener.row(read, row, fate);
            });
            if (outcome instanceof LedgerReading.Finished finished) {
                table.counted(who.tenant(), made.id(), finished.matters());
            }
            return new Previewed(outcome, unknown);
        }
    }

    /// Marks it as being taken over; `run` must follow. False when another hand has begun it already.
    public boolean begin(SignedIn who, long id) {
        return table.begin(who.tenant(), id, now());
    }

    /// The same by somebody in front of a page. That it began is told in the audit trail.
    public boolean begin(Keeper by, SignedIn who, Import made) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean begun = begin(who, made.id());
            if (begun) {
                audit.imported(by, registers.register(who.tenant(), made.register()).map(Register::zh).orElse(made.register()),
                        Map.of("file", made.fileName(), "sha256", made.sha256()));
            }
            return begun;
        }));
    }

    /// Takes the ledger over in one transaction: all of it, or, if anything stops it, none.
    /// @param withChanges whether rows that differ from the account change it
    public Import.Result run(SignedIn who, long id, boolean withChanges) {
        return run(who, id, withChanges, (_, _, _) -> {});
    }

    /// @param listener hears each row as it is taken; what it heard counts only if the whole succeeds
    public Import.Result run(SignedIn who, long id, boolean withChanges, Listener listener) {
        var made = table.find(who.tenant(), id).orElseThrow();
        try {
            var result = Objects.requireNonNull(transaction.execute(_ -> new Run(who, made, withChanges, listener).run()));
            drop(who, id);
            return result;
        } catch (Stopped e) {
            return failed(who, id, Import.Result.failed(String.valueOf(e.getMessage()), e.at));
        } catch (RuntimeException e) {
            log.error("Import {} failed; nothing of it was written", id, e);
            return failed(who, id, Import.Result.failed("intake.import.failed", List.of()));
        }
    }

    /// What was taken over stays so, whatever becomes of its file.
    private void drop(SignedIn who, long id) {
        try {
            files.drop(who.tenant(), id);
        } catch (RuntimeException e) {
            log.warn("Import {} was taken over, but its file is still there; it is deleted again later", id, e);
        }
    }

    private Import.Result failed(SignedIn who, long id, Import.Result result) {
        table.end(who.tenant(), id, Import.Stage.FAILED, result, now());
        return result;
    }

    /// Stops one that is running; nothing of it will have been written.
    public boolean cancel(SignedIn who, long id) {
        return table.end(who.tenant(), id, Import.Stage.FAILED, Import.Result.failed("intake.import.cancelled", List.of()), now());
    }

    private LedgerReading open(SignedIn who, Import made) {
        var headings = new HashMap<>(table.headings(who.tenant()));
        headings.putAll(made.headings());
        var options = ReadingOptions.asOf(made.asOf()).with(new ColumnMapping(headings));
        options = registers.register(who.tenant(), made.register()).map(Register::policy).map(AccountFile::of).map(options::with).orElse(options);
        if (!files.has(who.tenant(), made.id())) {
            throw new Stopped("intake.import.gone");
        }
        return switch (LedgerFiles.open(files.placeOf(who.tenant(), made.id()), made.fileName(), options)) {
            case LedgerFiles.Opened(var reading) -> reading;
            case LedgerFiles.Refused(var why) -> throw new Stopped(why);
        };
    }

    private LedgerWalk walk(SignedIn who, Import made) {
        var said = new HashMap<>(table.unitNames(who.tenant()));
        said.putAll(made.units());
        var units = new UnitNames(directory.organisations(who.tenant()), said);
        var recognising = new Recognising(who, made.register(), rows, matters, problemsToTellApart(who, made),
                unit -> directory.treeOf(who.tenant()).unit(unit).map(OrganisationTree.Unit::name).orElse(""));
        return new LedgerWalk(open(who, made), made, units, recognising);
    }

    /// The hashes of all problems in the file; none where no earlier row could be taken for an edited one.
    private Set<Long> problemsToTellApart(SignedIn who, Import made) {
        var problems = new HashSet<Long>();
        if (rows.any(who.tenant(), made.register())) {
            try (var reading = open(who, made)) {
                reading.forEach(read -> problems.add(TakenRows.problem(read.problem())));
            }
        }
        return problems;
    }

    private final class Run {

        private final SignedIn who;
        private final Import made;
        private final boolean withChanges;
        private final Listener listener;
        private final List<TakingOver.Row> fresh = new ArrayList<>();
        private final List<ReadMatter> freshRead = new ArrayList<>();
        /// Written last, so that no row of this file is taken for another of its rows.
        private final List<TakenRows.TakenRow> taken = new ArrayList<>();
        private final List<Import.RefusedRow> refused = new ArrayList<>();
        private int added;
        private int changed;
        private int same;
        private int livesHere;
        private int done;

        Run(SignedIn who, Import made, boolean withChanges, Listener listener) {
            this.who = who;
            this.made = made;
            this.withChanges = withChanges;
            this.listener = listener;
        }

        Import.Result run() {
            table.hold(who.tenant(), made.id());
            try (var walk = walk(who, made)) {
                switch (walk.each(this::take)) {
                    case LedgerReading.Stopped(var why) -> throw new Stopped(why);
                    case LedgerReading.Finished(var sheets) -> listener.finished(sheets);
                }
            }
            write();
            rows.add(who.tenant(), made.register(), taken);
            var result = new Import.Result(added, changed, same, livesHere, List.copyOf(refused), null, null);
            // In the same transaction: that it is done, and what it wrote, are known together or not at all.
            if (!table.end(who.tenant(), made.id(), Import.Stage.DONE, result, now())) {
                throw new Stopped("intake.import.cancelled");
            }
            return result;
        }

        private void take(ReadMatter read, TakingOver.Row row, Fate fate) {
            listener.row(read, row, fate);
            switch (fate) {
                case Fate.New _ -> {
                    fresh.add(row);
                    freshRead.add(read);
                }
                case Fate.Same _ -> same++;
                case Fate.LivesHere _ -> livesHere++;
                case Fate.Changed(var matter, _) -> {
                    if (withChanges) {
                        change(matter, withWhatIsNotShown(read, matter, row));
                    } else {
                        same++;
                    }
                }
            }
            if (fresh.size() == BATCH) {
                write();
            }
            if (++done % BEAT == 0 && !beat()) {
                throw new Stopped("intake.import.cancelled");
            }
        }

        /// In a transaction of its own, so that those who watch see it move.
        private boolean beat() {
            return Boolean.TRUE.equals(ownTransaction.execute(_ -> table.progressed(who.tenant(), made.id(), done, now())));
        }

        /// A file of the account has the register's columns: what an older ledger said beyond them is not in it, and stays.
        private TakingOver.Row withWhatIsNotShown(ReadMatter read, MatterId matter, TakingOver.Row row) {
            if (LedgerRow.accountNumber(read).isEmpty()) {
                return row;
            }
            var fields = new LinkedHashMap<>(matters.asTyped(who, List.of(matter)).getFirst().subject().fields());
            registers.register(who.tenant(), made.register()).stream().flatMap(register -> LedgerExport.columns(register.policy()).stream())
                    .forEach(column -> fields.keySet().removeAll(List.of(column.code(), column.zh(), column.en())));
            fields.putAll(row.subject().fields());
            var says = row.subject();
            return new TakingOver.Row(row.key(), new Subject(says.title(), says.text(), says.number(), says.source(), says.channel(), says.category(),
                    says.place(), says.cause(), says.goal(), fields), row.origin(), row.state());
        }

        private void change(MatterId matter, TakingOver.Row row) {
            switch (ledger.takeOverAgain(who, matter, row.subject(), row.origin(), row.state(), row.key())) {
                case Answer.Done _ -> {
                    changed++;
                    rows.replace(who.tenant(), made.register(), taken(matter, row));
                }
                case Answer.Refused(var why, _) -> refuse(row, why);
            }
        }

        private void write() {
            if (fresh.isEmpty()) {
                return;
            }
            var office = registers.register(who.tenant(), made.register()).map(Register::office).orElse(null);
            // In the order of the rows.
            var read = freshRead.iterator();
            for (var result : takingOver.all(who, made.register(), fresh)) {
                var said = read.next();
                if (result.matter() == null) {
                    refuse(result.row(), result.why());
                } else {
                    added++;
                    taken.add(taken(result.matter(), result.row()));
                    voices.keep(who, Objects.requireNonNull(office), result.matter(), result.row().key(), said);
                }
            }
            fresh.clear();
            freshRead.clear();
        }

        private static TakenRows.TakenRow taken(MatterId matter, TakingOver.Row row) {
            return new TakenRows.TakenRow(matter, row.subject().number(), TakenRows.problem(row.subject().text()));
        }

        private void refuse(TakingOver.Row row, Refusal why) {
            if (refused.size() < REFUSED_TOLD_MAX) {
                refused.add(new Import.RefusedRow(row.origin().sheet(), row.origin().row(), why.key(), why.field()));
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
