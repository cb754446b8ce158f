package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.mingbai.ledger.Deadline;
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
    private static final Set<Outcome> SEALED = EnumSet.of(Outcome.SOLVED, Outcome.PARTLY_SOLVED, Outcome.EXPLAINED, Outcome.TAKEN_OVER, Outcome.ANSWERED);

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
        return new MatterPage(subject.title(), way(seen), number(), subject.text().strip().equals(subject.title().strip()) ? "" : subject.text(),
                round(matter.round()), t("ledger.stage." + matter.stage().named()), Lights.shown(matter.stage().named()), sign(light),
                sign(light).word(),
                Worries.say(light.reason(), light.args()), light.saysTheDay(),
                Worries.others(light), due(), next(), verdict(matter.round()), facts(), seals(), open(),
                Steps.of(seen, matter.round()), dates(), past(),
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
        var about = matter.concern().about().stream().map(OrganisationId::new).toList();
        put(facts, "about", about.isEmpty() ? null : seen.folk().units(about)
                + (matter.concern().keptFrom().isEmpty() ? t("ledger.matter.about.disclosed") : t("ledger.matter.about.kept")));
        put(facts, "number.here", number().equals(seen.number()) ? null : seen.number());
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

    /// The number people know it by: the one it came with, else the one it has here.
    private String number() {
        var own = seen.matter().subject().number();
        return own == null || own.isBlank() ? seen.number() : own;
    }

    private boolean severalRounds() {
        return !seen.matter().past().isEmpty();
    }

    private String round(Round round) {
        return severalRounds() ? t("ledger.matter.round", round.number()) : "";
    }

    private List<MatterPage.Seal> seals() {
        var matter = seen.matter();
        return Stream.concat(matter.past().stream(), Stream.of(matter.round())).flatMap(round -> seals(round).stream()).toList();
    }

    /// The seal of a closed round stays whole, for it was closed; what came back afterwards stands cracked beside it.
    private List<MatterPage.Seal> seals(Round round) {
        var whole = Optional.ofNullable(round.ending()).filter(ending -> SEALED.contains(ending.outcome()))
                .map(ending -> new MatterPage.Seal(t("ledger.seal." + ending.outcome()), ending.on(), false, round(round)));
        var cracked = whole.flatMap(_ -> relapseOf(round)).map(on -> new MatterPage.Seal(t("ledger.seal.relapsed"), on, true, round(round)));
        return Stream.concat(whole.stream(), cracked.stream()).toList();
    }

    /// Read backwards, since only a reopening lies between the rounds that were worked on here.
    private Optional<LocalDate> relapseOf(Round round) {
        int at = seen.matter().round().number();
        for (var line : seen.journal().reversed()) {
            if (line.entry() instanceof Entry.LookedBack looked && !looked.held() && at == round.number()) {
                return Optional.of(line.day());
            }
            at -= line.entry() instanceof Entry.Reopened ? 1 : 0;
        }
        return Optional.empty();
    }

    private Optional<String> open() {
        return severalRounds() && seen.matter().open() ? Optional.of(round(seen.matter().round())) : Optional.empty();
    }

    /// The day that counts: for what is parked the review, for what is closed the look back, else the deadline.
    private Optional<MatterPage.Due> due() {
        var round = seen.matter().round();
        var first = Optional.ofNullable(round.firstDue()).map(Deadline::date);
        return switch (seen.matter().stage()) {
            case Stage.Parked(_, _, var reviewOn) -> Optional.of(new MatterPage.Due(t("ledger.matter.review-on"), Optional.of(reviewOn), "",
                    Optional.ofNullable(round.due()).map(Deadline::date)));
            case Stage.LookBackDue(_, _, var day) -> Optional.of(new MatterPage.Due(t("ledger.matter.look-back-on"), Optional.of(day), "",
                    Optional.empty()));
            case Stage.Relapsed relapsed -> Optional.of(new MatterPage.Due(t("ledger.matter.reopen-by"), Optional.of(relapsed.on()), "",
                    Optional.empty()));
            case Stage.ReviewUpheld upheld -> Optional.of(new MatterPage.Due(t("ledger.matter.reopen-by"), Optional.of(upheld.on()), "",
                    Optional.empty()));
            case Stage.UnderReview _ -> Optional.empty();
            default -> seen.matter().open() ? running(round.due(), first) : Optional.empty();
        };
    }

    private static Optional<MatterPage.Due> running(@Nullable Deadline due, Optional<LocalDate> first) {
        if (due == null) {
            return first.map(on -> new MatterPage.Due(t("ledger.field.due"), Optional.empty(), t("ledger.matter.due.anew"), Optional.of(on)));
        }
        var on = Optional.ofNullable(due.date());
        return Optional.of(new MatterPage.Due(t("ledger.field.due"), on, on.isPresent() ? "" : t("ledger.deadline." + due.kind()),
                first.filter(day -> !on.equals(Optional.of(day)))));
    }

    private static String verdict(Round round) {
        var said = round.verdict();
        return said == null ? "" : MatterCells.told(said);
    }

    private List<MatterPage.Fact> dates() {
        var round = seen.matter().round();
        var dates = new ArrayList<MatterPage.Fact>();
        if (!seen.matter().open() && round.due() != null) {
            dates.add(MatterPage.Fact.of(t("ledger.field.due"), round.due().date() == null
                    ? t("ledger.deadline." + round.due().kind()) : DayWords.plain(round.due().date())));
        }
        if (round.asked() != null) {
            dates.add(MatterPage.Fact.of(t("ledger.matter.asked"), DayWords.plain(round.asked().to())));
        }
        if (seen.matter().stage() instanceof Stage.OnNotice(var until)) {
            dates.add(MatterPage.Fact.of(t("ledger.matter.notice"), DayWords.plain(until)));
        }
        return dates;
    }

    private List<MatterPage.Past> past() {
        return seen.matter().past().reversed().stream().map(round -> new MatterPage.Past(round.number(), round.openedOn(),
                round.assignment() == null ? "" : seen.folk().unit(round.assignment().lead()), ending(round), verdict(round),
                seals(round),
                Steps.of(seen, round))).toList();
    }

    private String ending(Round round) {
        if (round.ending() == null) {
            return t("ledger.matter.refuted");
        }
        var words = round.ending().words();
        return t("ledger.matter.ended", t("ledger.outcome." + round.ending().outcome()), DayWords.plain(round.ending().on()))
                + (words == null ? "" : t("ledger.matter.ended.words", words))
                + relapseOf(round).map(on -> t("ledger.matter.ended.relapsed", DayWords.plain(on))).orElse("");
    }

    private Optional<MatterPage.Into> into() {
        return seen.matter().stage() instanceof Stage.Merged(var into, _, _)
                ? Optional.of(new MatterPage.Into(new Link(t("ledger.matter.numbered", into.value()), MatterLink.to(into)),
                        t(seen.policy().verdict() ? "ledger.matter.into.verdict" : "ledger.matter.into.end")))
                : Optional.empty();
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

    /// The page shows the first few openly: what brings the matter on, then the daily work on it, then the rest.
    private List<MatterPage.Doing> doings(Map<ActKind, Optional<Refusal>> acts) {
        var expected = Expected.of(seen.matter(), seen.policy());
        return acts.entrySet().stream().filter(act -> act.getValue().isEmpty()).map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(kind -> expected.filter(kind::equals).isPresent() ? 0 : Expected.DAILY.contains(kind) ? 1 : 2))
                .map(kind -> new MatterPage.Doing(t("ledger.act." + kind), seen.href() + "/acts/" + ActNoun.of(kind),
                        expected.filter(kind::equals).isPresent()))
                .toList();
    }

    /// What another stage would allow is no news; what this one allows to others, or not yet, is.
    private List<Act.WhyNot> whyNot(Map<ActKind, Optional<Refusal>> acts) {
        return acts.entrySet().stream()
                .filter(act -> act.getValue().filter(why -> !(why instanceof Refusal.NotThisStage || why instanceof Refusal.NoReviewHere)).isPresent())
                .map(act -> new Act.WhyNot(t("ledger.act." + act.getKey()), ActPages.say(seen, ledger, act.getValue().get(), act.getKey())))
                .toList();
    }
}
