package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.Portal;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.Tellings;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Verdict;
import org.mingbai.ledger.seal.LogProof;
import org.mingbai.ledger.seal.Seals;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.springframework.stereotype.Component;

/// What the holder of a receipt may do: read the story, add to it, take it back, object. A code that was never given out, another tenant's, and
/// one that was told to tell nothing are answered alike.
@Component
public class Following {

    private static final int FIRST_ENTRY = 1;

    private final VoiceTable voices;
    private final Standing standing;
    private final Portal portal;
    private final Ledger ledger;
    private final Directory directory;
    private final Tellings tellings;
    private final Library library;
    private final Quarantine quarantine;
    private final Asking asking;
    private final EmergencyCalls emergencies;
    private final Whole whole;
    private final Seals seals;
    private final Clock clock;

    Following(VoiceTable voices, Standing standing, Portal portal, Ledger ledger, Directory directory, Tellings tellings, Library library,
            Quarantine quarantine, Asking asking, EmergencyCalls emergencies, Whole whole, Seals seals, Clock clock) {
        this.voices = voices;
        this.standing = standing;
        this.portal = portal;
        this.ledger = ledger;
        this.directory = directory;
        this.tellings = tellings;
        this.library = library;
        this.quarantine = quarantine;
        this.asking = asking;
        this.emergencies = emergencies;
        this.whole = whole;
        this.seals = seals;
        this.clock = clock;
    }

    /// The story so far.
    public VoiceAnswer<Followed> follow(TenantId tenant, String code) {
        return found(tenant, code).map(voice -> VoiceAnswer.done(told(tenant, voice))).orElseGet(Following::noSuchReceipt);
    }

    /// One thing more to say. Whoever has it on the desk is told.
    public VoiceAnswer<Followed> add(TenantId tenant, String code, String text, UUID key) {
        return add(tenant, code, text, List.of(), key);
    }

    /// The same, with files that were brought on the public side before.
    public VoiceAnswer<Followed> add(TenantId tenant, String code, String text, List<StoredFile> files, UUID key) {
        return whole.done(() -> found(tenant, code).map(voice -> added(tenant, voice, text, files, key)).orElseGet(Following::noSuchReceipt));
    }

    /// They no longer ask for it. The matter goes on until the office, which is told, decides what becomes of it.
    public VoiceAnswer<Followed> withdraw(TenantId tenant, String code, String reason, UUID key) {
        return whole.done(() -> found(tenant, code).map(voice -> withdrawn(tenant, voice, reason, key)).orElseGet(Following::noSuchReceipt));
    }

    /// Against what is shown publicly before it is closed.
    public VoiceAnswer<Followed> object(TenantId tenant, String code, String text, UUID key) {
        return whole.done(() -> found(tenant, code).map(voice -> objected(tenant, voice, text, key)).orElseGet(Following::noSuchReceipt));
    }

    /// Whether it is solved and whether they are content, asked once a round.
    public VoiceAnswer<Followed> judge(TenantId tenant, String code, Verdict said, UUID key) {
        return whole.done(() -> found(tenant, code).map(voice -> judged(tenant, voice, said, Asking.Way.RECEIPT, key))
                .orElseGet(Following::noSuchReceipt));
    }

    /// What whoever was sent a link is asked, as long as the asking lasts.
    public VoiceAnswer<Followed> linked(TenantId tenant, String secret) {
        return asking.linked(tenant, secret).map(voice -> VoiceAnswer.done(told(tenant, voice))).orElseGet(Following::noSuchReceipt);
    }

    /// The same questions as on the receipt, answered by a link.
    public VoiceAnswer<Followed> judgeLinked(TenantId tenant, String secret, Verdict said, UUID key) {
        return whole.done(() -> asking.linked(tenant, secret).map(voice -> judged(tenant, voice, said, Asking.Way.LINK, key))
                .orElseGet(Following::noSuchReceipt));
    }

    private Optional<Voice> found(TenantId tenant, String code) {
        return voices.byReceipt(tenant, ReceiptCode.hashOf(code));
    }

    private static <T> VoiceAnswer<T> noSuchReceipt() {
        return VoiceAnswer.refused(new VoiceRefusal.NoSuchReceipt());
    }

    private VoiceAnswer<Followed> added(TenantId tenant, Voice voice, String text, List<StoredFile> files, UUID key) {
        var by = portal.at(tenant, voice.unit());
        if (!files.stream().allMatch(file -> library.broughtBy(tenant, by.person(), file.sha256(), file.name()).filter(file::equals).isPresent())) {
            return VoiceAnswer.refused(new VoiceRefusal.NotBroughtHere("files"));
        }
        if (!ledger.wrote(by, key) && voices.files(tenant, voice.matter(), voice.no()).size() + files.size() > Receiving.FILES_MAX) {
            return VoiceAnswer.refused(new VoiceRefusal.TooManyFiles("files", Receiving.FILES_MAX));
        }
        var answer = written(by, voice, of -> new Entry.VoiceAdded(voice.no(), text, of), key);
        if (answer instanceof Answer.Done(var matter, var again) && !again) {
            voices.insertFiles(tenant, voice, files);
            quarantine.look(tenant, voice, files);
            tell(by, matter, "intake.tell.added", matter.turn());
            emergencies.people(by, matter.id(), Emergency.in(text), key);
        }
        return answered(tenant, voice, answer);
    }

    private VoiceAnswer<Followed> withdrawn(TenantId tenant, Voice voice, String reason, UUID key) {
        var by = portal.at(tenant, voice.unit());
        if (voice.withdrawnAt() != null && !ledger.wrote(by, key)) {
            return VoiceAnswer.refused(new VoiceRefusal.WithdrawnAlready());
        }
        var answer = written(by, voice, of -> new Entry.VoiceWithdrawn(voice.no(), reason, of), key);
        if (answer instanceof Answer.Done(var matter, var again) && !again) {
            if (!voices.withdraw(tenant, voice, OffsetDateTime.now(clock))) {
                return VoiceAnswer.refused(new VoiceRefusal.WithdrawnAlready());
            }
            ledger.postsFor(by, matter, ActKind.CORRECT).forEach(office -> tell(by, matter, "intake.tell.withdrawn", office));
            if (asking.tookBack(by, standing.workedOn(tenant, voice.matter()).orElseThrow(), afterwards(key))
                    instanceof VoiceAnswer.Refused<Matter>(var why)) {
                return VoiceAnswer.refused(why);
            }
        }
        return answered(tenant, voice, answer);
    }

    private VoiceAnswer<Followed> objected(TenantId tenant, Voice voice, String text, UUID key) {
        var by = portal.at(tenant, voice.unit());
        var matter = standing.workedOn(tenant, voice.matter()).orElseThrow();
        if (matter.stage().named() != StageName.ON_NOTICE && !ledger.wrote(by, key)) {
            return VoiceAnswer.refused(new VoiceRefusal.NotOnNotice(matter.stage().named()));
        }
        var answer = ledger.act(by, matter.id(), new Act.RaiseObjection(text), key, null);
        remember(tenant, voice, answer);
        return answered(tenant, voice, answer);
    }

    private VoiceAnswer<Followed> judged(TenantId tenant, Voice voice, Verdict said, Asking.Way way, UUID key) {
        return switch (asking.answer(tenant, voice, standing.workedOn(tenant, voice.matter()).orElseThrow(), said, way, key)) {
            case VoiceAnswer.Refused<Matter>(var why) -> VoiceAnswer.refused(why);
            case VoiceAnswer.Done<Matter> _ -> VoiceAnswer.done(told(tenant, voice));
        };
    }

    private interface Written {
        Entry in(@Nullable MatterId of);
    }

    /// In the journal of its own matter, and of the one that was joined to: there it is read by those who do the work.
    private Answer written(SignedIn by, Voice voice, Written entry, UUID key) {
        var seat = new Seat(voice.unit(), Role.HANDLER);
        var answer = ledger.record(by, seat, voice.matter(), entry.in(null), key);
        remember(by.tenant(), voice, answer);
        var other = standing.workedOn(by.tenant(), voice.matter()).map(Matter::id).filter(it -> !it.equals(voice.matter()));
        if (answer instanceof Answer.Done && other.isPresent()) {
            return ledger.record(by, seat, other.get(), entry.in(voice.matter()), otherSide(key));
        }
        return answer;
    }

    private void remember(TenantId tenant, Voice voice, Answer answer) {
        if (answer instanceof Answer.Done(var matter, var again) && !again) {
            voices.said(tenant, voice, matter.id(), matter.seq());
        }
    }

    private VoiceAnswer<Followed> answered(TenantId tenant, Voice voice, Answer answer) {
        return switch (answer) {
            case Answer.Refused(var why, _) -> VoiceAnswer.refused(new VoiceRefusal.OfLedger(why));
            case Answer.Done _ -> VoiceAnswer.done(told(tenant, voices.find(tenant, voice.matter(), voice.no()).orElseThrow()));
        };
    }

    private static UUID otherSide(UUID key) {
        return named(key + "/joined");
    }

    private static UUID afterwards(UUID key) {
        return named(key + "/heard");
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    /// Says which matter, and nothing of who said what.
    private void tell(SignedIn by, Matter matter, String words, @Nullable Seat post) {
        if (post != null) {
            var people = directory.holdersOf(by.tenant(), post, LocalDate.now(clock)).stream().map(Holder::person).distinct().toList();
            tellings.tell(by.tenant(), people, Telling.of("voice/" + matter.id().value(), "voice/" + matter.id().value() + "/" + matter.seq(),
                    "/matters/" + matter.id().value(), words, MatterNumber.of(matter).printed(), Telling.cut(matter.subject().heading())));
        }
    }

    private Followed told(TenantId tenant, Voice voice) {
        var own = ledger.journalFor(tenant, voice.matter());
        var at = standing.workedOn(tenant, voice.matter()).orElseThrow();
        boolean joined = !at.id().equals(voice.matter());
        var heard = new ArrayList<>(heard(tenant, voice, voice.matter(), own));
        if (joined) {
            heard.addAll(heard(tenant, voice, at.id(), since(ledger.journalFor(tenant, at.id()), voice.matter())));
        }
        var teller = new StoryTold(directory.treeOf(tenant));
        var first = Standing.first(own);
        return new Followed(new MatterNumber(at.register(), voice.matter()).printed(), first.title(), first.text(), at.stage().named(), teller.named(at.lead()),
                at.dueNow(), joined, voice.withdrawnAt() != null, voice.notice(),
                voice.receivedAt().atZoneSameInstant(clock.getZone()).toLocalDate(), teller.read(heard), asking.of(tenant, voice, at),
                        quarantine.of(tenant, voice), sealed(tenant, voice).isPresent());
    }

    /// The proof that what they raised stands in the journal, with what it says there; nothing while it waits to be sealed.
    public VoiceAnswer<Optional<LogProof>> proof(TenantId tenant, String code) {
        return found(tenant, code).map(voice -> VoiceAnswer.done(own(voice) ? seals.opened(tenant, voice.matter(), FIRST_ENTRY) : sealed(tenant, voice)))
                .orElseGet(Following::noSuchReceipt);
    }

    /// Whether the matter began with what this voice said. One from an older ledger began with all that the office had written there.
    private static boolean own(Voice voice) {
        return voice.no() == 1 && voice.notice() != null;
    }

    private Optional<LogProof> sealed(TenantId tenant, Voice voice) {
        return seals.proof(tenant, voice.matter(), FIRST_ENTRY);
    }

    /// What happened before it was joined was said to others.
    private static List<Line> since(List<Line> journal, MatterId joining) {
        int from = 0;
        for (int at = 0; at < journal.size(); at++) {
            if (journal.get(at).entry() instanceof Entry.Joined(var other) && other.equals(joining)) {
                from = at + 1;
            }
        }
        return journal.subList(from, journal.size());
    }

    private List<StoryTold.Heard> heard(TenantId tenant, Voice voice, MatterId in, List<Line> journal) {
        var own = voices.linesOf(tenant, voice, in);
        return journal.stream().map(line -> new StoryTold.Heard(line, own.contains(line.seq()))).toList();
    }
}
