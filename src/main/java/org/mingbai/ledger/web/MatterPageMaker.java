package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Round;
import org.mingbai.ledger.Stage;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Act;
import org.mingbai.shell.page.LightSign;
import org.mingbai.shell.page.Tab;
import org.springframework.context.i18n.LocaleContextHolder;

/// Makes the page of one matter for one reader.
final class MatterPageMaker {

    /// Endings that were worth a seal: somebody signed that it was done or told why not.
    private static final Set<Outcome> SEALED = EnumSet.of(Outcome.SOLVED, Outcome.PARTLY_SOLVED, Outcome.EXPLAINED, Outcome.TAKEN_OVER);

    private final Seen seen;
    private final Ledger ledger;
    private final List<MatterPage.Panel> panels;
    private final @Nullable Long by;
    private final Story.@Nullable What what;

    MatterPageMaker(Seen seen, Ledger ledger, List<MatterPage.Panel> panels, @Nullable Long by, Story.@Nullable What what) {
        this.seen = seen;
        this.ledger = ledger;
        this.panels = panels;
        this.by = by;
        this.what = what;
    }

    MatterPage page() {
        var matter = seen.matter();
        var light = seen.light();
        var subject = matter.subject();
        var acts = ledger.acts(seen.who(), matter);
        return new MatterPage(subject.title(), way(seen), seen.number(), subject.text().strip().equals(subject.title().strip()) ? "" : subject.text(),
                t("ledger.stage." + matter.stage().named()), sign(light), t("ledger.light." + light.sign()),
                t(light.reason(), light.args().toArray()), next(), facts(), seals(), Steps.of(seen, matter.round()), clock(), dates(), past(),
                matter.joined().stream().map(id -> new Link(t("ledger.matter.numbered", id), "/matters/" + id)).toList(), into(),
                story(), byTabs(), whatTabs(), doings(acts), whyNot(acts), panels);
    }

    static List<Link> way(Seen seen) {
        return List.of(new Link(t("ledger.register.title"), "/registers"),
                new Link(seen.register().name(LocaleContextHolder.getLocale()), "/registers/" + seen.register().code()));
    }

    static LightSign sign(Light light) {
        return LightSign.valueOf(light.sign().name());
    }

    private Optional<MatterPage.Next> next() {
        var turn = seen.matter().turn();
        return turn == null ? Optional.empty() : Expected.of(seen.matter(), seen.policy()).map(kind -> new MatterPage.Next(
                t("ledger.act." + kind), t("ledger.matter.post", seen.folk().unit(turn.unit()), t("directory.role." + turn.role())),
                seen.folk().holders(turn)));
    }

    private List<MatterPage.Fact> facts() {
        var matter = seen.matter();
        var subject = matter.subject();
        var to = matter.assignment();
        var facts = new LinkedHashMap<String, String>();
        put(facts, "lead", to == null ? null : seen.folk().unit(to.lead()));
        put(facts, "leader", to == null ? null : to.leader());
        put(facts, "owners", to == null || to.owners().isEmpty() ? null : String.join(t("ledger.matter.and"), to.owners()));
        put(facts, "coHandlers", to == null || to.coHandlers().isEmpty() ? null : seen.folk().units(to.coHandlers()));
        put(facts, "number", subject.number());
        put(facts, "source", subject.source());
        put(facts, "channel", subject.channel());
        put(facts, "category", subject.category());
        put(facts, "place", subject.place());
        put(facts, "cause", subject.cause());
        put(facts, "goal", subject.goal());
        put(facts, "requirement", to == null ? null : to.requirement());
        var shown = new ArrayList<MatterPage.Fact>();
        facts.forEach((field, text) -> shown.add(MatterPage.Fact.of(FieldWords.label(null, field), text)));
        subject.fields().forEach((code, text) -> {
            if (!text.isBlank()) {
                shown.add(MatterPage.Fact.of(RaiseColumns.heading(seen.policy(), code), text));
            }
        });
        return shown;
    }

    private static void put(Map<String, String> facts, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.put(field, text);
        }
    }

    private List<MatterPage.Seal> seals() {
        var matter = seen.matter();
        var past = matter.past().stream().flatMap(round -> seal(round, true).stream());
        return Stream.concat(past, seal(matter.round(), matter.stage() instanceof Stage.Relapsed).stream()).toList();
    }

    private static Optional<MatterPage.Seal> seal(Round round, boolean cracked) {
        return Optional.ofNullable(round.ending()).filter(ending -> SEALED.contains(ending.outcome()))
                .map(ending -> new MatterPage.Seal(t("ledger.seal." + ending.outcome()), ending.on(), cracked));
    }

    private Optional<MatterPage.ClockFace> clock() {
        var due = seen.matter().round().due();
        if (due == null || due.date() == null || !seen.matter().open() || seen.matter().stage() instanceof Stage.Parked) {
            return Optional.empty();
        }
        var to = seen.matter().assignment();
        var original = to == null || to.due().date() == null ? due.date() : to.due().date();
        return Optional.of(new MatterPage.ClockFace(start().isAfter(due.date()) ? due.date() : start(), due.date(), original));
    }

    /// The clock starts when it was given away, not when it was read (I6).
    private LocalDate start() {
        return seen.journal().stream().filter(line -> line.entry() instanceof Entry.Assigned).map(line -> line.day())
                .reduce((_, last) -> last).orElse(seen.matter().round().openedOn());
    }

    private List<MatterPage.Fact> dates() {
        var round = seen.matter().round();
        var dates = new ArrayList<MatterPage.Fact>();
        if (clock().isEmpty() && round.due() != null) {
            dates.add(MatterPage.Fact.of(t("ledger.field.due"), round.due().date() == null
                    ? t("ledger.deadline." + round.due().kind()) : DayWords.plain(round.due().date())));
        }
        if (round.asked() != null) {
            dates.add(MatterPage.Fact.of(t("ledger.matter.asked"), DayWords.plain(round.asked().to())));
        }
        switch (seen.matter().stage()) {
            case Stage.OnNotice(var until) -> dates.add(MatterPage.Fact.of(t("ledger.matter.notice"), DayWords.plain(until)));
            case Stage.Parked(_, _, var reviewOn) -> dates.add(MatterPage.Fact.of(t("ledger.matter.review-on"), DayWords.plain(reviewOn)));
            case Stage.LookBackDue(_, _, var due) -> dates.add(MatterPage.Fact.of(t("ledger.matter.look-back-on"), DayWords.plain(due)));
            default -> { }
        }
        return dates;
    }

    private List<MatterPage.Past> past() {
        return seen.matter().past().reversed().stream().map(round -> new MatterPage.Past(round.number(), round.openedOn(),
                round.assignment() == null ? "" : seen.folk().unit(round.assignment().lead()), ending(round), seal(round, true),
                Steps.of(seen, round))).toList();
    }

    private static String ending(Round round) {
        if (round.ending() == null) {
            return t("ledger.matter.refuted");
        }
        var words = round.ending().words();
        return t("ledger.matter.ended", t("ledger.outcome." + round.ending().outcome()), DayWords.plain(round.ending().on()))
                + (words == null ? "" : t("ledger.matter.ended.words", words));
    }

    private Optional<Link> into() {
        return seen.matter().stage() instanceof Stage.Merged(var into, _, _)
                ? Optional.of(new Link(t("ledger.matter.numbered", into.value()), MatterLink.to(into))) : Optional.empty();
    }

    private List<Told> story() {
        return new Story(seen).of(seen.journal().stream()
                .filter(line -> by == null || line.as().unit().value() == by)
                .filter(line -> what == null || Story.what(line.entry()) == what));
    }

    private List<Tab> byTabs() {
        var units = new Story(seen).units();
        return units.size() < 2 ? List.of() : Stream.concat(
                Stream.of(new Tab(t("ledger.matter.by.all"), filtered(null, what), by == null)),
                units.stream().map(unit -> new Tab(seen.folk().unit(unit), filtered(unit, what), by != null && by == unit.value()))).toList();
    }

    private List<Tab> whatTabs() {
        var there = seen.journal().stream().map(line -> Story.what(line.entry())).distinct().sorted().toList();
        return there.size() < 2 ? List.of() : Stream.concat(
                Stream.of(new Tab(t("ledger.matter.what.all"), filtered(by == null ? null : new OrganisationId(by), null), what == null)),
                there.stream().map(it -> new Tab(t("ledger.matter.what." + it), filtered(by == null ? null : new OrganisationId(by), it),
                        it == what)))
                .toList();
    }

    private String filtered(@Nullable OrganisationId unit, Story.@Nullable What wanted) {
        var query = new ArrayList<String>();
        if (unit != null) {
            query.add("by=" + unit.value());
        }
        if (wanted != null) {
            query.add("what=" + wanted);
        }
        return seen.href() + (query.isEmpty() ? "" : "?" + String.join("&", query)) + "#journal";
    }

    private List<MatterPage.Doing> doings(Map<ActKind, Optional<Refusal>> acts) {
        var expected = Expected.of(seen.matter(), seen.policy());
        var kinds = acts.entrySet().stream().filter(act -> act.getValue().isEmpty()).map(Map.Entry::getKey).toList();
        return Stream.concat(kinds.stream().filter(kind -> expected.filter(kind::equals).isPresent()),
                        kinds.stream().filter(kind -> expected.filter(kind::equals).isEmpty()))
                .map(kind -> new MatterPage.Doing(t("ledger.act." + kind), seen.href() + "/acts/" + ActNoun.of(kind),
                        expected.filter(kind::equals).isPresent()))
                .toList();
    }

    /// What another stage would allow is no news; what this one allows to others, or not yet, is.
    private List<Act.WhyNot> whyNot(Map<ActKind, Optional<Refusal>> acts) {
        return acts.entrySet().stream()
                .filter(act -> act.getValue().filter(why -> !(why instanceof Refusal.NotThisStage)).isPresent())
                .map(act -> new Act.WhyNot(t("ledger.act." + act.getKey()), ActPages.say(seen, ledger, act.getValue().get(), act.getKey())))
                .toList();
    }
}
