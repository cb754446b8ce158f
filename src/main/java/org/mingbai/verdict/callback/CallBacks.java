package org.mingbai.verdict.callback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.Voice;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.TrayFilter;
import org.mingbai.ledger.Turning;
import org.mingbai.ledger.Verdict;
import org.mingbai.shell.Visible;
import org.mingbai.shell.database.Attempts;
import org.mingbai.verdict.draw.Draw;
import org.springframework.stereotype.Component;

/// The desk at which those who raised matters are asked, by whoever the ledger says: never the unit that handled it, nor one below it.
@Component
public class CallBacks {

    /// So often somebody has to be tried before nobody reached is what the journal says.
    public static final int TRIES_LEAST = 3;

    private static final int TEXT_MAX = 5_000;

    private final Ledger ledger;
    private final Matters matters;
    private final Askings askings;
    private final VoicesAsked voices;
    private final Scripts scripts;
    private final AttemptTable table;
    private final Links links;
    private final Clock clock;
    private final Attempts attempts;

    CallBacks(Ledger ledger, Matters matters, Askings askings, VoicesAsked voices, Scripts scripts, AttemptTable table, Links links, Clock clock,
            Attempts attempts) {
        this.ledger = ledger;
        this.matters = matters;
        this.askings = askings;
        this.voices = voices;
        this.scripts = scripts;
        this.table = table;
        this.links = links;
        this.clock = clock;
        this.attempts = attempts;
    }

    /// One that waits for this person.
    /// @param tries how often it was tried in vain
    /// @param leftOut the draw that left it out; nothing where it is to be asked
    public record Waiting(Matter matter, LocalDate since, int tries, Turning turning, Optional<Draw> leftOut) {

        /// The instant since which it is late; nothing where no clock runs.
        @Nullable Instant lateFrom() {
            return turning.lateFrom();
        }
    }

    /// What waits for one of this person's posts, what is due first first.
    public List<Waiting> waiting(SignedIn who) {
        var page = matters.tray(who, new TrayFilter(null, null, clock.instant(), null, MatterFilter.LIMIT_MAX));
        var here = page.matters().stream().filter(matter -> matter.stage() instanceof Stage.AwaitingVerdict).toList();
        var tries = table.inVain(who.tenant(), here.stream().map(Matter::id).toList());
        return here.stream().map(matter -> new Waiting(matter, askings.since(matter),
                tries.getOrDefault(new AttemptTable.Asked(matter.id(), Askings.seq(matter)), 0),
                page.turnings().getOrDefault(matter.id(), Turning.NEVER), askings.leftOut(who.tenant(), matter)))
                .sorted(Comparator.comparing(Waiting::lateFrom, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(waiting -> waiting.matter().id().value())).toList();
    }

    /// The links of its present asking, by whom they are for.
    public Map<Whom, AskingLink> links(SignedIn who, Matter matter) {
        return links.of(who.tenant(), matter);
    }

    /// The last day on which nobody calls one of them because of a link; nothing where nobody need wait.
    public Optional<LocalDate> waitsUntil(AskingLink link, Matter matter) {
        return links.waitsUntil(link, matter.register());
    }

    /// The same for a matter: the day until which everybody still to be heard is left to their link.
    public Optional<LocalDate> waitsUntil(SignedIn who, Matter matter) {
        var sent = links.of(who.tenant(), matter);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        var days = voices.of(who.tenant(), matter).stream().filter(heard -> heard.said().isEmpty() && heard.voice().reporter() != null)
                .map(heard -> Optional.ofNullable(sent.get(new Whom(heard.voice().matter(), heard.voice().no())))
                        .flatMap(link -> waitsUntil(link, matter))).toList();
        return days.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : days.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /// How often those who raised it were tried since it came to await its verdict.
    public List<Attempt> attempts(SignedIn who, Matter matter) {
        return table.of(who.tenant(), matter.id(), Askings.seq(matter));
    }

    /// Why this person does not ask about it now; nothing where they do.
    public Optional<CallBackRefusal> whyNot(SignedIn who, Matter matter) {
        var why = ledger.acts(who, matter).getOrDefault(ActKind.RECORD_VERDICT, Optional.empty())
                .filter(no -> !(no instanceof Refusal.HeardOneByOne));
        return why.isPresent() ? why.map(CallBackRefusal.OfLedger::new)
                : askings.leftOut(who.tenant(), matter).map(_ -> new CallBackRefusal.NotInTheSample());
    }

    /// Writes down a try, and the verdict where one came of it.
    /// @param key the same questionnaire under it is written once
    public CallBackAnswer fill(SignedIn who, MatterId id, Filled filled, UUID key) {
        return tried(() -> {
            var matter = ledger.matter(who, id).orElse(null);
            if (matter == null) {
                return refused(new CallBackRefusal.NoSuchMatter());
            }
            voices.alone(who.tenant(), id);
            var before = table.under(who.tenant(), id, key);
            if (before.isPresent() && !before.get().equals(said(who, filled))) {
                return refused(new CallBackRefusal.KeyUsedBefore());
            }
            if (before.isPresent()) {
                return new CallBackAnswer.Done(matter, ledger.wrote(who, key), filled.reached() || filled.last());
            }
            var whom = whom(who.tenant(), matter, filled.whom());
            var fault = whyNot(who, matter).or(whom::fault).or(() -> fault(who, matter, filled, whom));
            return fault.isPresent() ? refused(fault.get()) : write(who, matter, filled, whom, key);
        });
    }

    /// Whom a questionnaire is about.
    /// @param voice nothing where nobody raised it whom one could ask
    private record Meant(Optional<Voice> voice, Optional<CallBackRefusal> fault) {

        static Meant wrong(CallBackRefusal why) {
            return new Meant(Optional.empty(), Optional.of(why));
        }

        @Nullable Whom named() {
            return voice.map(it -> new Whom(it.matter(), it.no())).orElse(null);
        }
    }

    private Meant whom(TenantId tenant, Matter matter, @Nullable Whom named) {
        var all = voices.of(tenant, matter);
        var open = all.stream().filter(heard -> heard.said().isEmpty()).map(VoicesAsked.Heard::voice).toList();
        if (named == null) {
            return open.size() > 1 ? Meant.wrong(new CallBackRefusal.Missing("whom")) : new Meant(open.stream().findFirst(), Optional.empty());
        }
        var meant = all.stream().filter(heard -> heard.voice().matter().equals(named.voice()) && heard.voice().no() == named.no()).findFirst();
        return meant.isEmpty() ? Meant.wrong(new CallBackRefusal.NoSuchVoice("whom"))
                : meant.get().said().isPresent() ? Meant.wrong(new CallBackRefusal.HeardAlready("whom"))
                : new Meant(Optional.of(meant.get().voice()), Optional.empty());
    }

    private Optional<CallBackRefusal> fault(SignedIn who, Matter matter, Filled filled, Meant whom) {
        if (!Attempt.Channel.AT_DESK.contains(filled.channel())) {
            return Optional.of(new CallBackRefusal.Missing("channel"));
        }
        if (!scripts.languages(who.tenant(), matter.register()).contains(filled.language())) {
            return Optional.of(new CallBackRefusal.NoSuchLanguage("language"));
        }
        if (filled.words() != null && filled.words().codePointCount(0, filled.words().length()) > TEXT_MAX) {
            return Optional.of(new CallBackRefusal.TooLong("words", TEXT_MAX));
        }
        if (filled.words() != null && Visible.hides(filled.words())) {
            return Optional.of(new CallBackRefusal.HiddenCharacters("words"));
        }
        var waits = filled.channel() == Attempt.Channel.CALL && whom.voice().isPresent()
                ? Optional.ofNullable(links.of(who.tenant(), matter).get(whom.named())).flatMap(link -> waitsUntil(link, matter))
                : Optional.<LocalDate>empty();
        if (waits.isPresent()) {
            return Optional.of(new CallBackRefusal.LinkUnderWay("channel", waits.get()));
        }
        if (filled.reached()) {
            return filled.heardFrom() == null ? Optional.of(new CallBackRefusal.Missing("heard"))
                    : filled.solved() == null ? Optional.of(new CallBackRefusal.Missing("solved"))
                    : filled.satisfied() == null ? Optional.of(new CallBackRefusal.Missing("satisfied")) : Optional.empty();
        }
        int tries = 1 + (int) attempts(who, matter).stream()
                .filter(attempt -> !attempt.reached() && Objects.equals(attempt.whom(), whom.named())).count();
        if (filled.last() && tries < TRIES_LEAST) {
            return Optional.of(new CallBackRefusal.TriedTooLittle("last", TRIES_LEAST, tries));
        }
        return filled.last() && filled.words() == null ? Optional.of(new CallBackRefusal.Missing("words")) : Optional.empty();
    }

    private CallBackAnswer write(SignedIn who, Matter matter, Filled filled, Meant whom, UUID key) {
        boolean heard = filled.reached() || filled.last();
        var verdict = Optional.<Verdict>empty();
        if (heard && whom.voice().isPresent()) {
            voices.write(who.tenant(), matter, whom.voice().get(), filled.channel(), filled.verdict(), key);
            verdict = voices.verdict(who.tenant(), matter);
        } else if (heard) {
            verdict = voices.verdict(who.tenant(), matter, Stream.of(filled.verdict()));
        }
        var now = verdict.map(it -> done(ledger.conclude(who, matter.id(), it, key))).orElse(matter);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        table.add(who.tenant(), matter.id(), Askings.seq(matter), new Attempt(attempts(who, matter).size() + 1, at, who.person(), filled.channel(),
                filled.language(), filled.reached(), filled.words(), verdict.isPresent() ? now.seq() : null, whom.named()), key, said(who, filled));
        return new CallBackAnswer.Done(now, verdict.isPresent(), heard);
    }

    /// By which the same questionnaire sent again is told from another.
    private static UUID said(SignedIn who, Filled filled) {
        return UUID.nameUUIDFromBytes((who.person().value() + "/" + filled).getBytes(StandardCharsets.UTF_8));
    }

    /// Lets those go on that the draw left out: nobody asks, and that is no answer. Tells how many.
    public int letGo(SignedIn who) {
        var left = new ArrayList<>(waiting(who));
        left.removeIf(waiting -> waiting.leftOut().isEmpty());
        int gone = 0;
        for (var one : left) {
            var draw = one.leftOut().orElseThrow();
            var seat = Objects.requireNonNull(one.matter().turn());
            var entry = new Entry.NotDrawn(Drawing.VERDICT, draw.month().toString(), draw.commitment());
            var key = UUID.nameUUIDFromBytes((one.matter().id().value() + "/" + Askings.seq(one.matter()) + "/not-drawn")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            gone += ledger.record(who, seat, one.matter().id(), entry, key) instanceof Answer.Done(_, var again) && !again ? 1 : 0;
        }
        return gone;
    }

    private static Matter done(Answer answer) {
        return switch (answer) {
            case Answer.Done(var matter, _) -> matter;
            case Answer.Refused(Refusal.ChangedMeanwhile _, _) -> throw new Undone(new CallBackRefusal.ChangedMeanwhile());
            case Answer.Refused(var why, _) -> throw new Undone(new CallBackRefusal.OfLedger(why));
        };
    }

    /// Undoes all that was written in this transaction, with the answer for the doer.
    private static final class Undone extends RuntimeException {

        private final transient CallBackRefusal why;

        Undone(CallBackRefusal why) {
            super(why.toString(), null, false, false);
            this.why = why;
        }
    }

    /// In one transaction, again when another hand wrote the matter's next entry first.
    private CallBackAnswer tried(Supplier<CallBackAnswer> work) {
        try {
            return attempts.of(_ -> work.get()).orElseGet(() -> refused(new CallBackRefusal.ChangedMeanwhile()));
        } catch (Undone undone) {
            return refused(undone.why);
        }
    }

    private static CallBackAnswer refused(CallBackRefusal why) {
        return new CallBackAnswer.Refused(why);
    }

    /// The last day on which it is not late, where a clock runs.
    public Optional<LocalDate> due(Waiting waiting) {
        return Optional.ofNullable(waiting.lateFrom()).map(late -> OffsetDateTime.ofInstant(late.minusSeconds(1), clock.getZone()).toLocalDate());
    }
}
