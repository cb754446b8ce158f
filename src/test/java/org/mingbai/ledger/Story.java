package org.mingbai.ledger;

import static java.util.Objects.requireNonNull;
import static org.mingbai.ledger.Cast.CALLER;
import static org.mingbai.ledger.Cast.CLERK;
import static org.mingbai.ledger.Cast.FIRST_CHECKER;
import static org.mingbai.ledger.Cast.LINE_LEADER;
import static org.mingbai.ledger.Cast.ROADMAN;
import static org.mingbai.ledger.Cast.ROADS;
import static org.mingbai.ledger.Cast.SECOND_CHECKER;
import static org.mingbai.ledger.Cast.SIGNER;
import static org.mingbai.ledger.Cast.VILLAGER;
import static org.mingbai.ledger.Cast.WATER;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.ledger.Cast.Person;

/// A matter and how it goes, told through the public verbs alone. Every entry that is accepted is held against the invariants.
final class Story {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    static final MatterId ID = new MatterId(1);

    private final Policy policy;
    private final OrganisationTree tree;
    private final OrganisationId office;
    private final List<Line> journal = new ArrayList<>();
    private final List<Matter> states = new ArrayList<>();
    private final Predicate<Seat> filled;
    private LocalDate today = FIRST_DAY;

    Story(Policy policy, OrganisationTree tree, OrganisationId office) {
        this(policy, tree, office, _ -> true);
    }

    Story(Policy policy, OrganisationTree tree, OrganisationId office, Predicate<Seat> filled) {
        this.filled = filled;
        this.policy = policy;
        this.tree = tree;
        this.office = office;
    }

    static Story of(Policy policy) {
        return new Story(policy, Cast.TREE, Cast.OFFICE);
    }

    /// A matter raised from the village.
    static Story aMatter(Policy policy) {
        return of(policy).raised(VILLAGER, Subject.of("Lamp 14 is dark", "Since Sunday, beside the school."));
    }

    Story raised(Person by, Subject subject) {
        var ruling = Lifecycle.raise(subject, policy, now(by));
        if (!(ruling instanceof Ruling.Accepted(var entry))) {
            throw new AssertionError("Raising: " + ruling);
        }
        begin(entry, by, requireNonNull(now(by).anySeat()));
        return this;
    }

    Story takenOver(Taken state) {
        var ruling = takesOver(CLERK, state);
        if (ruling instanceof Ruling.Refused) {
            throw new AssertionError("Taking over: " + ruling);
        }
        return this;
    }

    Ruling takesOver(Person by, Taken state) {
        var ruling = Lifecycle.takeOver(Subject.of("Row 7", "As the sheet has it."), new Origin("ledger.xlsx", "2025", 7), state, policy, now(by));
        if (ruling instanceof Ruling.Accepted(var entry)) {
            begin(entry, by, new Seat(office, Role.COORDINATOR));
        }
        return ruling;
    }

    Ruling takenOverAgain(Person by, Taken state) {
        var about = Subject.of("Row 7", "As the later sheet has it.");
        var ruling = Lifecycle.takeOverAgain(matter(), about, new Origin("later.xlsx", null, 8), state, now(by));
        if (ruling instanceof Ruling.Accepted(var entry)) {
            append(entry, by, new Seat(office, Role.COORDINATOR));
        }
        return ruling;
    }

    /// What those who watch over it did about it.
    Matter watchedBy(Entry entry) {
        append(entry, CLERK, new Seat(office, Role.COORDINATOR));
        return matter();
    }

    Matter matter() {
        return states.getLast();
    }

    StageName stage() {
        return matter().stage().named();
    }

    List<Line> journal() {
        return List.copyOf(journal);
    }

    /// Line by line, to be read.
    String told() {
        return journal.stream()
                .map(line -> "%s %s as %s: %s%n".formatted(line.day(), line.by(), line.as(), line.entry()))
                .collect(Collectors.joining());
    }

    Policy policy() {
        return policy;
    }

    LocalDate today() {
        return today;
    }

    Story later(int days) {
        today = today.plusDays(days);
        return this;
    }

    Now now(Person by) {
        return new Now(today.atTime(9, 0).plusMinutes(journal.size()).atOffset(ZoneOffset.ofHours(8)), today, by.id(), by.seats(), tree, office, filled);
    }

    /// What would be answered; nothing is written.
    Ruling asks(Person by, Act act) {
        return Lifecycle.decide(matter(), act, policy, now(by));
    }

    /// Does it if it is accepted.
    Ruling tries(Person by, Act act) {
        var ruling = asks(by, act);
        if (ruling instanceof Ruling.Accepted(var entry)) {
            append(entry, by, Lifecycle.seatFor(ActKind.of(act), matter(), policy, now(by)).orElseThrow());
        }
        return ruling;
    }

    Story does(Person by, Act act) {
        var was = stage();
        var ruling = tries(by, act);
        if (ruling instanceof Ruling.Refused(var why)) {
            throw new AssertionError(was + " " + act + ": " + why);
        }
        return this;
    }

    @Nullable Refusal refusal(Person by, Act act) {
        return asks(by, act) instanceof Ruling.Refused(var why) ? why : null;
    }

    /// What the ledger writes into the other journal of a merge.
    Story joinedBy(MatterId other) {
        append(new Entry.Joined(other), CLERK, new Seat(office, Role.COORDINATOR));
        return this;
    }

    private void begin(Entry entry, Person by, Seat as) {
        var untold = line(1, entry, by, as, null);
        var line = line(1, entry, by, as, Lifecycle.turnIn(Lifecycle.begin(ID, untold), policy, now(by)));
        journal.add(line);
        states.add(Lifecycle.begin(ID, line));
        Invariants.hold(states, journal, policy, now(by));
    }

    private void append(Entry entry, Person by, Seat as) {
        int seq = matter().seq() + 1;
        var turn = Lifecycle.turnIn(Lifecycle.fold(matter(), line(seq, entry, by, as, null)), policy, now(by));
        var line = line(seq, entry, by, as, turn);
        states.add(Lifecycle.fold(matter(), line));
        journal.add(line);
        Invariants.hold(states, journal, policy, now(by));
    }

    private Line line(int seq, Entry entry, Person by, Seat as, @Nullable Seat turn) {
        return new Line(seq, entry, by.id(), as, now(by).at(), today, new UUID(1, seq), turn);
    }

    Story listed() {
        while (matter().stage() instanceof Stage.Raised(int passed) && passed < policy.verification().size()) {
            does(policy.verification().get(passed).role() == Role.LEADER ? LINE_LEADER : CLERK, new Act.Verify(null));
        }
        return does(CLERK, new Act.PutOnList(null));
    }

    Story assigned() {
        return assignedTo(ROADS);
    }

    Story assignedTo(OrganisationId lead) {
        return (stage() == StageName.RAISED ? listed() : this).does(CLERK, new Act.Assign(to(lead)));
    }

    Story assignedTo(OrganisationId lead, List<OrganisationId> coHandlers) {
        return does(CLERK, new Act.Assign(new Assignment(lead, "Leader Li", List.of("Wang"), coHandlers, Deadline.by(today.plusDays(30)), null)));
    }

    /// To that unit, with water called in (unless it leads), in thirty days.
    Assignment to(OrganisationId lead) {
        return new Assignment(lead, "Leader Li", List.of("Wang"), lead.equals(WATER) ? List.of() : List.of(WATER),
                Deadline.by(today.plusDays(30)), null);
    }

    Story signed() {
        return assigned().does(ROADMAN, new Act.Sign());
    }

    Story inProgress() {
        return signed().does(ROADMAN, plan("New lamp", "Check the cable"));
    }

    static Act.Plan plan(String... texts) {
        return new Act.Plan(List.of(texts).stream()
                .map(text -> new Measure(0, Measure.Kind.CORRECTIVE, text, null, null, null, 0, null, null))
                .toList());
    }

    static Act.AttachEvidence proof(Integer... measures) {
        return new Act.AttachEvidence(List.of(measures), List.of(new Evidence.File("ab".repeat(32), "lamp.jpg", "image/jpeg", 20_000)), null);
    }

    Story proven() {
        return inProgress().does(ROADMAN, proof());
    }

    Story claimed() {
        return claimed(Outcome.SOLVED);
    }

    Story claimed(Outcome outcome) {
        return proven().does(ROADMAN, new Act.ClaimClosure(outcome, "The lamp burns."));
    }

    /// Past every check the policy asks for.
    Story checked() {
        return claimed().checks();
    }

    Story checks() {
        while (stage() == StageName.CLAIMED || stage() == StageName.IN_REVIEW) {
            boolean atOffice = policy.review().get(Lifecycle.stepOf(matter())).at() == Policy.At.OFFICE;
            does(atOffice ? SECOND_CHECKER : FIRST_CHECKER, new Act.PassReview(null));
        }
        return this;
    }

    Story noticed() {
        return checked().notices();
    }

    Story notices() {
        return stage() == StageName.ON_NOTICE ? later(policy.noticeDays() + 1).does(CLERK, new Act.EndNotice()) : this;
    }

    Story judged(Verdict.Solved solved, Verdict.Satisfied satisfied) {
        return does(CALLER, new Act.RecordVerdict(new Verdict(true, solved, satisfied, null)));
    }

    /// Nobody took the call.
    Story unreached() {
        return does(CALLER, new Act.RecordVerdict(new Verdict(false, null, null, "Called three times")));
    }

    /// All is done but the signature.
    Story unsigned() {
        return noticed().judges();
    }

    Story judges() {
        return stage() == StageName.AWAITING_VERDICT ? judged(Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED) : this;
    }

    Story closed() {
        return unsigned().does(SIGNER, new Act.Close(Outcome.SOLVED, "Seen and signed.", "Told by telephone."));
    }

    Story lookedBack(boolean held) {
        return closed().later(policy.lookBackDays()).does(CALLER, new Act.LookBack(held, LookBackMethod.SITE_VISIT, "Went there at night."));
    }

    static Map<Integer, Integer> percents(int measure, int percent) {
        return Map.of(measure, percent);
    }
}
