package org.mingbai.ledger.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Verdict;
import org.mingbai.shell.page.LightSign;

/// A matter as the columns of its register show it. Columns that every matter can fill are read from its journal, all others were given.
final class MatterCells {

    private static final Pattern LISTING = Pattern.compile("[\\n;；①-⑳]|\\d\\s*[.、)）．]|[一二三四五六七八九十]\\s*[、)）]");

    private final Matter matter;
    private final List<Line> round;
    private final Optional<LightSign> light;
    private final Function<OrganisationId, String> unitName;
    private final Function<PersonId, String> personName;

    MatterCells(Matter matter, List<Line> journal, Optional<LightSign> light, Function<OrganisationId, String> unitName,
            Function<PersonId, String> personName) {
        this.matter = matter;
        this.round = sinceReopened(journal);
        this.light = light;
        this.unitName = unitName;
        this.personName = personName;
    }

    Optional<LightSign> light() {
        return light;
    }

    Cell of(Policy.Column column) {
        var subject = matter.subject();
        var assignment = matter.assignment();
        return switch (column.code()) {
            case "number" -> Cell.text(subject.number());
            case "title" -> Cell.text(subject.title());
            case "text" -> Cell.text(subject.text());
            case "source" -> Cell.text(subject.source());
            case "channel" -> subject.channel() == null ? given(column) : Cell.text(subject.channel());
            case "category" -> Cell.text(subject.category());
            case "place" -> subject.place() == null ? given(column) : Cell.text(subject.place());
            case "cause" -> subject.cause() == null ? given(column) : Cell.text(subject.cause());
            case "goal" -> Cell.text(subject.goal());
            case "measures" -> measures();
            case "measureKinds" -> Cell.text(standing().map(m -> t("ledger.measure-kind." + m.kind())).distinct().collect(joining(t("ledger.column.and"))));
            case "leader" -> assignment == null ? given(column) : Cell.text(assignment.leader());
            case "leadUnit" -> assignment == null ? given(column) : Cell.text(unitName.apply(assignment.lead()));
            case "owners" -> assignment == null ? given(column) : Cell.text(String.join(t("ledger.column.and"), assignment.owners()));
            case "coUnits" -> coUnits(column);
            case "start" -> start(column);
            case "due" -> deadline(matter.round().due());
            case "originalDue" -> deadline(matter.round().firstDue());
            case "progress" -> Cell.text(matter.progress());
            case "percent" -> percent();
            case "light" -> light.<Cell>map(Cell.Lit::new).orElseGet(Cell.Nothing::new);
            case "evidence" -> Cell.text(matter.round().evidence().stream().flatMap(MatterCells::proofs).collect(joining("\n")));
            case "verdict" -> verdict();
            case "claimedOn" -> Cell.day(dayOf(Entry.ClosureClaimed.class));
            case "reviewers" -> Cell.text(all(Entry.ReviewPassed.class).map(line -> personName.apply(line.by())).distinct()
                    .collect(joining(t("ledger.column.and"))));
            case "noticeUntil" -> Cell.day(all(Entry.ReviewPassed.class).map(line -> ((Entry.ReviewPassed) line.entry()).noticeUntil())
                    .filter(Objects::nonNull).reduce((_, last) -> last).orElse(null));
            case "closedOn" -> Cell.day(matter.round().ending() == null ? null : matter.round().ending().on());
            case "lookBack" -> lookBack();
            case "stage" -> Cell.text(t("ledger.stage." + matter.stage().named()));
            default -> given(column);
        };
    }

    /// Units called in, and those an older ledger names that the directory does not know.
    private Cell coUnits(Policy.Column column) {
        var known = matter.assignment() == null ? Stream.<String>of() : matter.assignment().coHandlers().stream().map(unitName);
        var named = given(column) instanceof Cell.Text(var names) ? Stream.of(names) : Stream.<String>of();
        return Cell.text(Stream.concat(known, named).collect(joining(t("ledger.column.and"))));
    }

    /// Counted where there are several, or where one alone would read as several.
    private Cell measures() {
        var texts = standing().map(Measure::text).toList();
        return Cell.text(texts.size() == 1 && !LISTING.matcher(texts.getFirst()).find()
                ? texts.getFirst()
                : IntStream.range(0, texts.size()).mapToObj(i -> i + 1 + ". " + texts.get(i)).collect(joining("\n")));
    }

    private Stream<Measure> standing() {
        return matter.round().standing().stream();
    }

    /// The day it was given to its unit, which starts its clock; else what an older ledger said.
    private Cell start(Policy.Column column) {
        var day = dayOf(Entry.Assigned.class);
        return day == null ? given(column) : new Cell.Day(day);
    }

    private static Cell deadline(@Nullable Deadline deadline) {
        if (deadline == null) {
            return new Cell.Nothing();
        }
        return deadline.date() == null ? new Cell.Text(t("ledger.deadline." + deadline.kind())) : new Cell.Day(deadline.date());
    }

    private Cell percent() {
        if (matter.round().ending() != null && matter.round().ending().outcome() == Outcome.SOLVED) {
            return new Cell.Share(100);
        }
        var average = standing().mapToInt(Measure::percent).average();
        return average.isEmpty() ? new Cell.Nothing() : new Cell.Share((int) Math.floor(average.getAsDouble()));
    }

    private static Stream<String> proofs(Evidence evidence) {
        return Stream.concat(evidence.files().stream().map(Evidence.File::name), Stream.ofNullable(evidence.note()));
    }

    private Cell verdict() {
        var said = matter.round().verdict();
        return said == null ? new Cell.Nothing() : new Cell.Text(told(said));
    }

    static String told(Verdict said) {
        return !said.contacted() || said.solved() == null || said.satisfied() == null
                ? t("ledger.column.not-reached")
                : t("ledger.solved." + said.solved()) + t("ledger.column.and") + t("ledger.satisfied." + said.satisfied());
    }

    private Cell lookBack() {
        return all(Entry.LookedBack.class).reduce((_, last) -> last)
                .map(line -> (Entry.LookedBack) line.entry())
                .map(seen -> Cell.text(t(seen.held() ? "ledger.column.held" : "ledger.column.relapsed", seen.findings())))
                .orElseGet(Cell.Nothing::new);
    }

    /// What the register's own columns were given: under the column's code, or under the heading an older ledger wrote over it.
    private Cell given(Policy.Column column) {
        var fields = matter.subject().fields();
        var text = Stream.of(column.code(), column.zh(), column.en()).map(fields::get).filter(Objects::nonNull).findFirst().orElse(null);
        if (text == null || text.isBlank()) {
            return new Cell.Nothing();
        }
        return switch (column.kind()) {
            case DATE -> date(text);
            case NUMBER -> number(text);
            case PERCENT, TEXT, UNIT, LIGHT -> new Cell.Text(text);
        };
    }

    private static Cell date(String text) {
        try {
            return new Cell.Day(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return new Cell.Text(text);
        }
    }

    private static Cell number(String text) {
        return text.strip().matches("-?\\d{1,15}(\\.\\d{1,6})?") ? new Cell.Amount(new BigDecimal(text.strip())) : new Cell.Text(text);
    }

    private @Nullable LocalDate dayOf(Class<? extends Entry> kind) {
        return all(kind).map(Line::day).reduce((_, last) -> last).orElse(null);
    }

    private Stream<Line> all(Class<? extends Entry> kind) {
        return round.stream().filter(line -> kind.isInstance(line.entry()));
    }

    private static List<Line> sinceReopened(List<Line> journal) {
        var lines = new ArrayList<Line>();
        for (var line : journal) {
            if (line.entry() instanceof Entry.Reopened) {
                lines.clear();
            }
            lines.add(line);
        }
        return lines;
    }
}
