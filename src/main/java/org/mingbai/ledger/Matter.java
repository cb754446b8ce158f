package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Seat;

/// One problem, request, project or task, as its journal tells it.
/// @param policyVersion the version of the register's policy it is judged by to the end
/// @param past the rounds that are over; none of them ever changes
/// @param turn whose turn it is; empty when nothing more is owed
/// @param appeals what higher bodies were asked and said about its endings
/// @param joined the matters merged into this one
/// @param parts every unit that has had a part in it: raising, leading, called in, or having its turn
/// @param livesHere whether anything has happened to it but being taken over from an older ledger
/// @param concern whom it complains of
/// @param watching what its clocks and lights are read from
/// @param seq the number of the last entry; the next one must be one more
public record Matter(
        MatterId id,
        String register,
        int policyVersion,
        Subject subject,
        OffsetDateTime raisedAt,
        PersonId raisedBy,
        Seat raisedAs,
        Stage stage,
        Round round,
        List<Round> past,
        @Nullable Seat turn,
        List<Appeal> appeals,
        SortedSet<Long> joined,
        SortedSet<Long> parts,
        @Nullable String progress,
        boolean livesHere,
        Concern concern,
        Watching watching,
        int seq,
        OffsetDateTime changedAt) {

    public @Nullable Assignment assignment() {
        return round.assignment();
    }

    public @Nullable OrganisationId lead() {
        return round.assignment() == null ? null : round.assignment().lead();
    }

    /// The day that counts now: for what is parked its review, for what is closed the look back, for what came back or was upheld the day it
    /// did, else the deadline. Nothing where no day was given or nothing more is owed.
    public @Nullable LocalDate dueNow() {
        return switch (stage) {
            case Stage.Parked(_, _, var reviewOn) -> reviewOn;
            case Stage.LookBackDue(_, _, var day) -> day;
            case Stage.Relapsed relapsed -> relapsed.on();
            case Stage.ReviewUpheld upheld -> upheld.on();
            case Stage.UnderReview _ -> null;
            default -> open() && round.due() != null ? round.due().date() : null;
        };
    }

    /// Who coordinates it: the office of its register, unless it complains of that office.
    public OrganisationId keeper(OrganisationTree tree, OrganisationId office) {
        return concern.keeper(tree, office).orElse(office);
    }

    public boolean open() {
        return stage.named().open();
    }

    Matter in(Stage next) {
        return new Matter(id, register, policyVersion, subject, raisedAt, raisedBy, raisedAs, next, round, past, turn, appeals, joined, parts,
                progress,
                livesHere, concern, watching, seq, changedAt);
    }

    Matter with(Round changed) {
        return new Matter(id, register, policyVersion, subject, raisedAt, raisedBy, raisedAs, stage, changed, past, turn, appeals, joined, parts,
                progress,
                livesHere, concern, watching, seq, changedAt);
    }

    Matter about(Subject changed) {
        return new Matter(id, register, policyVersion, changed, raisedAt, raisedBy, raisedAs, stage, round, past, turn, appeals, joined, parts,
                progress,
                livesHere, concern, watching, seq, changedAt);
    }

    Matter saying(@Nullable String newProgress) {
        return new Matter(id, register, policyVersion, subject, raisedAt, raisedBy, raisedAs, stage, round, past, turn, appeals, joined, parts,
                newProgress,
                livesHere, concern, watching, seq, changedAt);
    }

    Matter opening(Round next) {
        var all = new ArrayList<>(past);
        all.add(round);
        return new Matter(id, register, policyVersion, subject, raisedAt, raisedBy, raisedAs, stage, next, List.copyOf(all), turn, appeals, joined, parts,
                progress,
                livesHere, concern, watching, seq, changedAt);
    }

    Matter joinedBy(MatterId other, boolean stays) {
        var all = new TreeSet<>(joined);
        if (stays) {
            all.add(other.value());
        } else {
            all.remove(other.value());
        }
        return new Matter(id, register, policyVersion, subject, raisedAt, raisedBy, raisedAs, stage, round, past, turn, appeals, all, parts, progress,
                livesHere, concern, watching, seq, changedAt);
    }

    Matter appealing(List<Appeal> changed) {
        return new Matter(id, register, policyVersion, subject, raisedAt, raisedBy, raisedAs, stage, round, past, turn, changed, joined, parts,
                progress,
                livesHere, concern, watching, seq, changedAt);
    }

    /// How often it was given back in all its rounds.
    int returns() {
        return round.returns() + past.stream().mapToInt(Round::returns).sum();
    }

    Matter watched(Watching changed) {
        return new Matter(id, register, policyVersion, subject, raisedAt, raisedBy, raisedAs, stage, round, past, turn, appeals, joined, parts, progress,
                livesHere, concern, changed, seq, changedAt);
    }

    Matter concerning(Concern changed) {
        return new Matter(id, register, policyVersion, subject, raisedAt, raisedBy, raisedAs, stage, round, past, turn, appeals, joined, parts, progress,
                livesHere, changed, watching, seq, changedAt);
    }

    Matter after(Line line) {
        return new Matter(id, register, policyVersion, subject, raisedAt, raisedBy, raisedAs, stage, round, past, line.turn(), appeals, joined, parts(line),
                progress, livesHere || livesBy(line.entry()), concern, watching, line.seq(), line.at());
    }

    static boolean livesBy(Entry entry) {
        return !(entry instanceof Entry.TakenOver || entry instanceof Entry.TakenOverAgain || entry instanceof Entry.Noted);
    }

    private SortedSet<Long> parts(Line line) {
        var all = new TreeSet<>(parts);
        if (line.turn() != null) {
            all.add(line.turn().unit().value());
        }
        if (assignment() != null) {
            all.add(assignment().lead().value());
            assignment().coHandlers().forEach(unit -> all.add(unit.value()));
        }
        return all;
    }
}
