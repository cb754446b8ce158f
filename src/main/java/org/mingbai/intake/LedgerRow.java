package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.intake.sheet.AccountWords;
import org.mingbai.intake.sheet.ReadMatter;
import org.mingbai.intake.sheet.ReadMeasure;
import org.mingbai.intake.sheet.words.State;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Origin;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Taken;
import org.mingbai.ledger.TakingOver;

/// Turns what was read from a row into what the ledger takes over. Nothing the row says is lost: what has no place of its own is kept
/// under its heading.
final class LedgerRow {

    /// Characters of a title; the whole problem stays in the text.
    private static final int TITLE_MAX = 200;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private LedgerRow() {}

    /// Units in their old names, for a matter whose unit the directory does not know.
    static final String LEAD_NAME = "leadUnit";
    static final String CO_NAMES = "coUnits";
    static final String OWNERS = "owners";
    static final String LEADER = "leader";
    static final String OLD_LIGHT = "oldLight";


    static TakingOver.Row of(ReadMatter read, String file, UnitNames units, String identity) {
        var key = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
        return new TakingOver.Row(key, subject(read, units), origin(read, file), taken(read, units));
    }

    static Origin origin(ReadMatter read, String file) {
        return new Origin(file, read.sheet(), read.firstRow());
    }

    static String title(String problem) {
        var line = BLANKS.matcher(problem.strip()).replaceAll(" ");
        int length = line.codePointCount(0, line.length());
        return length <= TITLE_MAX ? line : line.substring(0, line.offsetByCodePoints(0, TITLE_MAX - 1)) + "…";
    }

    static Subject subject(ReadMatter read, UnitNames units) {
        var fields = new LinkedHashMap<>(read.rest());
        fields.keySet().removeIf(AccountWords::headsNumbers);
        if (lead(read, units).isEmpty()) {
            put(fields, LEAD_NAME, read.leadUnit());
            put(fields, LEADER, read.leader());
            put(fields, OWNERS, String.join("、", read.owners()));
        }
        put(fields, CO_NAMES, String.join("、", read.coUnits().stream().filter(name -> units.of(name).isEmpty()).toList()));
        put(fields, OLD_LIGHT, read.light() == null ? null : read.light().name());
        var category = Stream.of(read.category(), read.section()).filter(Objects::nonNull).findFirst().orElse(null);
        return new Subject(title(read.title() == null ? read.problem() : read.title()), read.problem().strip(), read.number(),
                read.source(), null, category, null, null, read.goal(), fields);
    }

    static Taken taken(ReadMatter read, UnitNames units) {
        var due = deadline(read.deadline());
        var to = lead(read, units)
                .map(lead -> new Assignment(lead, read.leader(), read.owners(), coHandlers(read, units, lead), due, null))
                .orElse(null);
        boolean closed = read.status() == State.CLOSED;
        var measures = new ArrayList<Measure>();
        for (var measure : read.measures()) {
            measures.add(measure(measures.size() + 1, measure, read, closed));
        }
        return new Taken(to, due, measures, read.progress(), closed);
    }

    static Optional<OrganisationId> lead(ReadMatter read, UnitNames units) {
        return Optional.ofNullable(read.leadUnit()).flatMap(units::of);
    }

    private static List<OrganisationId> coHandlers(ReadMatter read, UnitNames units, OrganisationId lead) {
        return read.coUnits().stream().flatMap(name -> units.of(name).stream()).filter(unit -> !unit.equals(lead)).distinct().toList();
    }

    private static Measure measure(int no, ReadMeasure read, ReadMatter of, boolean closed) {
        var due = deadline(read.deadline());
        var kind = switch (due != null ? due.kind() : of.deadline() == null ? Deadline.Kind.BY_DATE : deadline(of.deadline()).kind()) {
            case IMMEDIATE -> Measure.Kind.CONTAINMENT;
            case BY_DATE -> Measure.Kind.CORRECTIVE;
            case LONG_TERM -> Measure.Kind.PREVENTIVE;
        };
        boolean done = closed || read.state() == State.CLOSED;
        return new Measure(no, kind, read.text(), null, read.owners().isEmpty() ? null : String.join("、", read.owners()), due, done ? 100 : 0, null, null);
    }

    static @Nullable Deadline deadline(org.mingbai.intake.sheet.words.@Nullable Deadline read) {
        return read == null ? null : switch (read.kind()) {
            case BY_DATE -> read.date() == null ? null : Deadline.by(read.date());
            case IMMEDIATE -> Deadline.immediate();
            case LONG_TERM -> Deadline.longTerm();
        };
    }

    /// The number the account gave the matter, in a ledger that was taken out of it.
    static Optional<MatterNumber> accountNumber(ReadMatter read) {
        return read.rest().entrySet().stream()
                .filter(column -> AccountWords.headsNumbers(column.getKey()))
                .flatMap(column -> MatterNumber.parse(column.getValue()).stream())
                .findFirst();
    }

    private static void put(Map<String, String> fields, String code, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(code, value);
        }
    }
}
