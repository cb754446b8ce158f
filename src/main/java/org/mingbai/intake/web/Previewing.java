package org.mingbai.intake.web;

import static org.mingbai.shell.Words.number;
import static org.mingbai.shell.Words.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Fate;
import org.mingbai.intake.Import;
import org.mingbai.intake.Imports;
import org.mingbai.intake.sheet.Doubt;
import org.mingbai.intake.sheet.LedgerReading;
import org.mingbai.intake.sheet.ReadMatter;
import org.mingbai.intake.sheet.ReadMeasure;
import org.mingbai.intake.sheet.SheetReport;
import org.mingbai.intake.sheet.words.Deadline;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Tab;
import org.springframework.stereotype.Component;

/// Tells what was understood of a ledger, in the reader's words.
@Component
class Previewing {

    private static final int ROWS_SHOWN = 100;
    private static final int DOUBTS_SHOWN = 100;

    /// Which rows are looked at; each has a count.
    enum Group { NEW, CHANGED, SAME, LIVES_HERE, DOUBTED }

    private final Imports imports;
    private final Directory directory;

    Previewing(Imports imports, Directory directory) {
        this.imports = imports;
        this.directory = directory;
    }

    ImportPreview of(SignedIn who, Import made, String href, String register, String show, FieldErrors errors) {
        var counts = new EnumMap<Group, Long>(Group.class);
        var asked = Arrays.stream(Group.values()).filter(group -> group.name().equalsIgnoreCase(show.replace('-', '_'))).findFirst();
        var rows = new ArrayList<ImportPreview.Row>();
        var previewed = imports.preview(who, made, (read, _, fate) -> {
            var group = groupOf(fate);
            counts.merge(group, 1L, Long::sum);
            boolean doubted = !read.doubts().isEmpty();
            if (doubted) {
                counts.merge(Group.DOUBTED, 1L, Long::sum);
            }
            boolean wanted = asked.map(one -> one == group || one == Group.DOUBTED && doubted).orElse(true);
            if (wanted && rows.size() <= ROWS_SHOWN) {
                rows.add(row(read, fate));
            }
        });
        var sheets = previewed.outcome() instanceof LedgerReading.Finished(var reports)
                ? reports.stream().map(this::sheet).toList()
                : List.<ImportPreview.Sheet>of();
        var faults = previewed.outcome() instanceof LedgerReading.Stopped(var why)
                ? errors.with("", t(why.key(), why.arguments().toArray()))
                : errors;
        var tabs = new ArrayList<Tab>();
        long all = counts.entrySet().stream().filter(e -> e.getKey() != Group.DOUBTED).mapToLong(Map.Entry::getValue).sum();
        tabs.add(new Tab(t("intake.group.all"), href + "?show=all", asked.isEmpty(), OptionalLong.of(all)));
        for (var group : Group.values()) {
            if (counts.getOrDefault(group, 0L) > 0) {
                tabs.add(new Tab(t("intake.group." + group), href + "?show=" + group.name().toLowerCase(java.util.Locale.ROOT),
                        asked.filter(group::equals).isPresent(), OptionalLong.of(counts.get(group))));
            }
        }
        return new ImportPreview(href, made.fileName(), register, faults, tabs, counts.getOrDefault(Group.NEW, 0L),
                counts.getOrDefault(Group.CHANGED, 0L), sheets, fields(), unknown(previewed.unknownUnits()), units(who),
                rows.subList(0, Math.min(rows.size(), ROWS_SHOWN)), rows.size() > ROWS_SHOWN);
    }

    private static Group groupOf(Fate fate) {
        return switch (fate) {
            case Fate.New _ -> Group.NEW;
            case Fate.Changed _ -> Group.CHANGED;
            case Fate.Same _ -> Group.SAME;
            case Fate.LivesHere _ -> Group.LIVES_HERE;
        };
    }

    private ImportPreview.Sheet sheet(SheetReport report) {
        var columns = report.columns().stream()
                .map(column -> new ImportPreview.Column("column:" + column.header(), column.letters(), column.header(),
                        column.field() == null ? "" : column.field().name(), column.confidence() < 0.8))
                .toList();
        var skipped = report.skipped().stream()
                .limit(DOUBTS_SHOWN)
                .map(row -> new ImportPreview.Skipped(row.row(), t(row.why().key()), row.text()))
                .toList();
        return new ImportPreview.Sheet(report.name() == null ? "" : report.name(), t(report.key(), number(report.matters())), columns, skipped,
                report.skippedCount(), doubts(report.doubts()));
    }

    private static List<ImportPreview.Doubt> doubts(List<Doubt> doubts) {
        return doubts.stream().limit(DOUBTS_SHOWN).map(doubt -> new ImportPreview.Doubt(doubt.cell(), t(doubt.key(), doubt.arguments().toArray()))).toList();
    }

    private static ImportPreview.Row row(ReadMatter read, Fate fate) {
        var where = read.firstRow() == read.lastRow()
                ? t("intake.row.at", read.firstRow())
                : t("intake.row.from-to", read.firstRow(), read.lastRow());
        return new ImportPreview.Row(where, text(read.number()), text(read.title()), read.problem(), read.measures().stream().map(ReadMeasure::text).toList(),
                text(read.leadUnit()), read.coUnits(), text(read.leader()), read.owners(), due(read.deadline()), text(read.progress()),
                t("intake.state." + read.status()), read.light() == null ? "" : t("intake.light." + read.light()), t("intake.fate." + groupOf(fate)),
                matter(fate).map(id -> "/matters/" + id.value()), differences(fate), doubts(read.doubts()));
    }

    private static Optional<MatterId> matter(Fate fate) {
        return switch (fate) {
            case Fate.New _ -> Optional.empty();
            case Fate.Changed(var matter, _) -> Optional.of(matter);
            case Fate.Same(var matter) -> Optional.of(matter);
            case Fate.LivesHere(var matter) -> Optional.of(matter);
        };
    }

    private static List<String> differences(Fate fate) {
        return fate instanceof Fate.Changed(_, var differences)
                ? differences.stream()
                        .map(difference -> t("intake.difference", t("intake.difference." + difference.what()), text(difference.account()),
                                text(difference.file())))
                        .toList()
                : List.of();
    }

    private static String due(@Nullable Deadline deadline) {
        return deadline == null ? "" : deadline.date() == null ? t("ledger.deadline." + deadline.kind()) : deadline.date().toString();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static List<Choice> fields() {
        return Arrays.stream(Field.values()).map(field -> new Choice(field.name(), t("intake.field." + field))).toList();
    }

    private static List<ImportPreview.UnknownUnit> unknown(Map<String, Integer> names) {
        return names.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .map(name -> new ImportPreview.UnknownUnit(name.getKey(), "unit:" + name.getKey(), name.getValue()))
                .toList();
    }

    private List<Choice> units(SignedIn who) {
        return directory.organisations(who.tenant()).stream()
                .sorted(Comparator.comparing(Organisation::name))
                .map(unit -> new Choice(Long.toString(unit.id().value()), unit.name()))
                .toList();
    }
}
