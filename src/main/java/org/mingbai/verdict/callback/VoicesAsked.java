package org.mingbai.verdict.callback;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mingbai.directory.Portal;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.LinkSecret;
import org.mingbai.intake.Asking;
import org.mingbai.intake.Voice;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Hearers;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.Verdict;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// Everybody who raised a matter, or one that was joined to it, is asked one by one: by the call-back desk, or by the page their receipt opens.
/// Whoever took back what they raised is asked no more. See [Consensus] for the one verdict that comes of it.
@Component
public class VoicesAsked implements Asking, Hearers {

    private static final int WORDS_MAX = 5_000;

    private final Voices voices;
    private final Ledger ledger;
    private final Portal portal;
    private final Askings askings;
    private final VoiceSaidTable table;
    private final LinkTable links;
    private final Clock clock;

    VoicesAsked(Voices voices, Ledger ledger, Portal portal, Askings askings, VoiceSaidTable table, LinkTable links,
            Clock clock) {
        this.voices = voices;
        this.ledger = ledger;
        this.portal = portal;
        this.askings = askings;
        this.table = table;
        this.links = links;
        this.clock = clock;
    }

    /// One of those who raised it, in the present asking.
    /// @param said nothing while they are still to be heard
    public record Heard(Voice voice, Optional<VoiceSaid> said) {}

    /// All who are to be heard before this matter has its verdict, with what they said. Nobody where an inspection or an office raised it.
    public List<Heard> of(TenantId tenant, Matter matter) {
        var said = table.of(tenant, matter.id(), Askings.seq(matter));
        return voices.of(tenant, matter.id()).stream()
                .map(voice -> new Heard(voice, said.stream().filter(one -> of(one, voice)).findFirst()))
                .filter(heard -> heard.said().isPresent() || heard.voice().withdrawnAt() == null).toList();
    }

    @Override
    public int heardOneByOne(TenantId tenant, Matter matter) {
        return of(tenant, matter).size();
    }

    private static boolean of(VoiceSaid said, Voice voice) {
        return said.voice().equals(voice.matter()) && said.no() == voice.no();
    }

    @Override
    public List<Asked> of(TenantId tenant, Voice voice, Matter at) {
        var all = new ArrayList<Asked>();
        var heard = table.ofVoice(tenant, voice.matter(), voice.no());
        heard.stream().filter(one -> one.said().contacted()).forEach(one -> all.add(new Asked(round(at, one), false, one.said())));
        if (open(tenant, voice, at) && heard.stream().noneMatch(one -> now(one, at))) {
            all.add(new Asked(at.round().number(), true, null));
        }
        return all;
    }

    private static boolean now(VoiceSaid one, Matter at) {
        return one.matter().equals(at.id()) && one.askedSeq() == Askings.seq(at);
    }

    /// What was said before a matter was joined to another was said in a round of its own.
    private static int round(Matter at, VoiceSaid one) {
        return at.watching().moments().stream()
                .filter(moment -> one.matter().equals(at.id()) && moment.seq() == one.askedSeq() && moment.what() == Happening.VERDICT_AWAITED)
                .map(moment -> moment.round()).findFirst().orElse(1);
    }

    private boolean open(TenantId tenant, Voice voice, Matter at) {
        return at.stage() instanceof Stage.AwaitingVerdict && voice.withdrawnAt() == null && askings.leftOut(tenant, at).isEmpty();
    }

    @Override
    public Optional<Voice> linked(TenantId tenant, String secret) {
        return LinkSecret.read(secret).filter(read -> read.tenant().equals(tenant)).flatMap(read -> links.bySecret(tenant, read.hash()))
                .flatMap(link -> ledger.kept(tenant, link.matter()).flatMap(matter -> linked(link, matter)));
    }

    private Optional<Voice> linked(AskingLink link, Matter matter) {
        boolean asked = Askings.seq(matter) == link.askedSeq();
        return voices.of(link.tenant(), matter.id()).stream().filter(voice -> link.whom().equals(new Whom(voice.matter(), voice.no())))
                .filter(voice -> voice.withheldAt() == null)
                .filter(voice -> asked && (open(link.tenant(), voice, matter)
                        || table.of(link.tenant(), matter.id(), link.askedSeq()).stream().anyMatch(one -> of(one, voice)))).findFirst();
    }

    @Override
    public VoiceAnswer<Matter> answer(TenantId tenant, Voice voice, Matter at, Verdict said, Way way, UUID key) {
        table.alone(tenant, at.id());
        var before = table.under(tenant, key);
        if (before.isPresent()) {
            return before.get().said().equals(said) && of(before.get(), voice) ? VoiceAnswer.done(at)
                    : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
        }
        if (said.solved() == null || said.satisfied() == null || said.heardFrom() == null) {
            return VoiceAnswer.refused(new VoiceRefusal.Missing(said.heardFrom() == null ? "heard" : said.solved() == null ? "solved" : "satisfied"));
        }
        if (said.words() != null && said.words().codePointCount(0, said.words().length()) > WORDS_MAX) {
            return VoiceAnswer.refused(new VoiceRefusal.TooLong("words", WORDS_MAX));
        }
        if (said.words() != null && Visible.hides(said.words())) {
            return VoiceAnswer.refused(new VoiceRefusal.HiddenCharacters("words"));
        }
        var now = ledger.kept(tenant, at.id()).orElseThrow();
        if (table.of(tenant, now.id(), Askings.seq(now)).stream().anyMatch(one -> of(one, voice))) {
            return VoiceAnswer.refused(new VoiceRefusal.AnsweredAlready());
        }
        if (!open(tenant, voice, now)) {
            return VoiceAnswer.refused(new VoiceRefusal.NotAsked());
        }
        write(tenant, now, voice, way == Way.LINK ? Attempt.Channel.LINK : Attempt.Channel.RECEIPT, said, key);
        return concluded(portal.at(tenant, voice.unit()), now, key);
    }

    @Override
    public VoiceAnswer<Matter> tookBack(SignedIn by, Matter at, UUID key) {
        if (!(at.stage() instanceof Stage.AwaitingVerdict)) {
            return VoiceAnswer.done(at);
        }
        table.alone(by.tenant(), at.id());
        return concluded(by, ledger.kept(by.tenant(), at.id()).orElseThrow(), key);
    }

    private VoiceAnswer<Matter> concluded(SignedIn by, Matter now, UUID key) {
        var verdict = verdict(by.tenant(), now);
        return verdict.isEmpty() ? VoiceAnswer.done(now) : switch (ledger.hear(by, now.id(), verdict.get(), key)) {
            case Answer.Done(var matter, _) -> VoiceAnswer.done(matter);
            case Answer.Refused(var why, _) -> VoiceAnswer.refused(new VoiceRefusal.OfLedger(why));
        };
    }

    void alone(TenantId tenant, MatterId matter) {
        table.alone(tenant, matter);
    }

    void write(TenantId tenant, Matter matter, Voice voice, Attempt.Channel channel, Verdict said, UUID key) {
        table.add(tenant, new VoiceSaid(matter.id(), Askings.seq(matter), voice.matter(), voice.no(), now(), channel, said), key);
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /// Nothing while somebody is still to be heard. Nobody waits for those who left no name: they may answer, and cannot be called.
    Optional<Verdict> verdict(TenantId tenant, Matter matter) {
        return verdict(tenant, matter, Stream.empty());
    }

    /// @param besides what was said by nobody of them in particular
    Optional<Verdict> verdict(TenantId tenant, Matter matter, Stream<Verdict> besides) {
        var all = of(tenant, matter);
        var said = Stream.concat(all.stream().flatMap(heard -> heard.said().stream()).map(VoiceSaid::said), besides).toList();
        int left = (int) all.stream().filter(heard -> heard.said().isEmpty() && heard.voice().reporter() != null).count();
        return Consensus.of(said, left, one -> ledger.refutes(tenant, matter, one));
    }
}
