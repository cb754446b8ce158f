package org.mingbai.shell.style;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Act;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.ClockStrip;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FileChip;
import org.mingbai.shell.page.FilterPart;
import org.mingbai.shell.page.LightSign;
import org.mingbai.shell.page.Pager;
import org.mingbai.shell.page.Progress;
import org.mingbai.shell.page.StoryLine;
import org.mingbai.shell.page.Tab;
import org.mingbai.shell.page.WorkItem;

/// An invented town's street lamp, in the reader's language.
public record Sample(LocalDate today, OffsetDateTime now, FieldErrors errors) {

    public record Row(String number, String title, String unit, String leader, LocalDate due, LightSign sign, int measures) {}

    private static final int MANY = 40;

    static Sample on(Clock clock) {
        return new Sample(LocalDate.now(clock), OffsetDateTime.now(clock), FieldErrors.none());
    }

    Sample refused() {
        return new Sample(today, now, FieldErrors.none()
                .with("title", t("style.form.title.error"))
                .with("handler", t("style.form.handler.error"))
                .with("kind", t("style.form.kind.error")));
    }

    /// Two weeks and a day over, as a clock draws them.
    public ClockStrip strip() {
        return ClockStrip.of(IntStream.rangeClosed(-12, 3).mapToObj(today::plusDays).map(on -> new ClockStrip.Day(on,
                on.equals(today.plusDays(3)) ? "due" : on.getDayOfWeek().getValue() > 5 ? "free" : on.isBefore(today) ? "past" : "ahead",
                on.equals(today), Days.full(on))).toList());
    }

    public List<Link> way() {
        return StylePages.way();
    }

    public List<Choice> units() {
        return List.of(new Choice("1", t("style.unit.1")), new Choice("2", t("style.unit.2")), new Choice("3", t("style.unit.3")));
    }

    public List<Choice> kinds() {
        return List.of(new Choice("containment", t("style.kind.1"), t("style.kind.1.help")),
                new Choice("corrective", t("style.kind.2"), t("style.kind.2.help")),
                new Choice("preventive", t("style.kind.3"), t("style.kind.3.help")));
    }

    public List<Row> rows() {
        var signs = LightSign.values();
        return IntStream.range(0, MANY).mapToObj(i -> new Row("QH-2026-%04d".formatted(418 - i * 7), t("style.row." + (i % 5 + 1)),
                t("style.unit." + (i % 3 + 1)),
                t("style.person." + (i % 3 + 1)), today.plusDays(i * 5L - 12), signs[(i * 3 + 2) % signs.length], i % 4 + 1))
                .toList();
    }

    public List<FilterPart> filter() {
        return List.of(new FilterPart(t("style.filter.1"), "/shell/style/register?light=late"),
                new FilterPart(t("style.filter.2"), "/shell/style/register?unit=1"));
    }

    public List<Tab> tabs() {
        return List.of(new Tab(t("style.tab.1"), "/shell/style/register", true, OptionalLong.of(128)),
                new Tab(t("style.tab.2"), "/shell/style/register?view=2", false, OptionalLong.of(9)),
                new Tab(t("style.tab.3"), "/shell/style/register?view=3", false));
    }

    public Pager pager() {
        return new Pager(Optional.empty(), Optional.of("/shell/style/register?before=QH-2026-0145"), t("style.shown"));
    }

    public FileChip photo() {
        return new FileChip(t("style.file.1"), "/shell/style", 356_213, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }

    public FileChip paper() {
        return new FileChip(t("style.file.2"), "/shell/style", 2_203_112, "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752");
    }

    public List<WorkItem> measures() {
        return List.of(
                new WorkItem(1, t("style.measure.1"), t("style.kind.1"), t("style.person.1"), Optional.of(today.minusDays(9)),
                        LightSign.CLOSED, t("style.measure.done"), List.of(photo(), paper())),
                new WorkItem(2, t("style.measure.2"), t("style.kind.2"), t("style.person.2"), Optional.of(today.plusDays(3)),
                        LightSign.AT_RISK, "", List.of()),
                new WorkItem(3, t("style.measure.3"), t("style.kind.3"), t("style.person.1"), Optional.of(today.plusDays(40)),
                        LightSign.ON_TRACK, "", List.of()));
    }

    public List<StoryLine> story() {
        return List.of(
                line(1, 31, t("style.person.3"), t("style.unit.3"), t("style.story.1"), t("style.words"), List.of(), true),
                line(2, 30, t("style.person.2"), t("style.unit.2"), t("style.story.2"), "", List.of(), false),
                line(3, 24, t("style.person.1"), t("style.unit.1"), t("style.story.3"), "", List.of(), false),
                line(4, 9, t("style.person.1"), t("style.unit.1"), t("style.story.4"), t("style.story.4.quote"), List.of(photo(), paper()), false),
                line(5, 6, t("style.person.2"), t("style.unit.2"), t("style.story.5"), t("style.story.5.quote"), List.of(), false),
                line(6, 0, t("style.person.3"), t("style.unit.3"), t("style.story.6"), "", List.of(), true));
    }

    private StoryLine line(int id, int daysAgo, String who, String unit, String text, String quote, List<FileChip> files, boolean turn) {
        return new StoryLine("e" + id, now.minusDays(daysAgo).plusMinutes(id * 37L), who, unit, text, quote, files, turn);
    }

    public List<Act> acts() {
        return List.of(new Act(t("style.act.1"), "/shell/style/confirm", true), new Act(t("style.act.2"), "/shell/style/form", false),
                new Act(t("style.act.3"), "/shell/style/form", false));
    }

    public List<Act.WhyNot> whyNot() {
        return List.of(new Act.WhyNot(t("style.no.1"), t("style.no.1.why")), new Act.WhyNot(t("style.no.2"), t("style.no.2.why")));
    }

    public Progress progress() {
        return new Progress(t("style.progress"), 41_200, 100_000, "/shell/style", Optional.of("/shell/style/done"));
    }
}
