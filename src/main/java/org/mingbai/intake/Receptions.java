package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Portal;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// Days on which officials receive people. Whoever raised something books a time to talk it over, with the code of the receipt or at the desk; what
/// was said is written into the journal of what they raised, so that it is followed like everything else.
@Component
public class Receptions {

    public static final int SLOT_MIN = 5;
    public static final int SLOT_MAX = 240;
    public static final int PER_SLOT_MAX = 20;
    private static final int LINE_MAX = 100;
    private static final int WORDS_MAX = 1_000;
    private static final int DAYS_READ_MAX = 200;
    private static final int OWN_READ_MAX = 50;
    private static final int AHEAD_DAYS_MAX = 365;

    private final ReceptionTable table;
    private final VoiceTable voices;
    private final Standing standing;
    private final Ledger ledger;
    private final Matters matters;
    private final Directory directory;
    private final Portal portal;
    private final Whole whole;
    private final Clock clock;

    Receptions(ReceptionTable table, VoiceTable voices, Standing standing, Ledger ledger, Matters matters, Directory directory, Portal portal, Whole whole,
            Clock clock) {
        this.table = table;
        this.voices = voices;
        this.standing = standing;
        this.ledger = ledger;
        this.matters = matters;
        this.directory = directory;
        this.portal = portal;
        this.whole = whole;
        this.clock = clock;
    }

    /// A day as it is written.
    /// @param bookUntil nothing for the day before
    /// @param key a name the client gives to this form: sent again it writes nothing more
    public record Draft(@Nullable LocalDate day, @Nullable LocalTime starts, @Nullable LocalTime ends, @Nullable Integer slotMinutes,
            @Nullable Integer perSlot, String place, String receiver, String subject, @Nullable LocalDate bookUntil, UUID key) {}

    /// A slot and how many more can be received in it.
    public record Free(ReceptionDay day, LocalTime slot, int seats) {}

    /// One booked, and what they raised as far as the reader may know of it.
    /// @param matter nothing where it is kept from the reader: that somebody comes then is all there is to see
    public record Guest(ReceptionBooking booking, Optional<Matter> matter) {}

    /// What the holder of a receipt booked, and what there is to book.
    /// @param title of what they raised
    /// @param booked what stands or stood, the newest first, each with its day
    /// @param free nothing where something is booked already
    public record Own(String title, List<Booked> booked, List<Free> free) {}

    public record Booked(ReceptionBooking booking, ReceptionDay day) {}

    /// A further day, to be booked from now on.
    public VoiceAnswer<ReceptionDay> announce(SignedIn who, Draft draft) {
        var unit = Access.unitsWhere(who, Right.LIST_AND_ASSIGN).stream().min(Comparator.comparingLong(OrganisationId::value));
        if (unit.isEmpty()) {
            return VoiceAnswer.refused(new VoiceRefusal.NotYours());
        }
        return faultIn(draft).map(VoiceAnswer::<ReceptionDay>refused).orElseGet(() -> whole.done(() -> {
            table.alone(who.tenant());
            var until = draft.bookUntil() == null ? draft.day().minusDays(1) : draft.bookUntil();
            var made = new ReceptionDay(table.nextNo(), unit.get(), draft.day(), draft.starts(), draft.ends(), draft.slotMinutes(), draft.perSlot(),
                    draft.place(), draft.receiver(), draft.subject(), until, null);
            var before = table.under(who.tenant(), draft.key());
            if (before.isPresent()) {
                return same(before.get(), made) ? VoiceAnswer.done(before.get()) : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
            }
            if (table.from(who.tenant(), made.day(), DAYS_READ_MAX).stream().anyMatch(other -> overlaps(other, made))) {
                return VoiceAnswer.refused(new VoiceRefusal.ReceivesElsewhere("receiver"));
            }
            table.insert(who.tenant(), made, draft.key(), who.person(), now());
            return VoiceAnswer.done(made);
        }));
    }

    private static boolean same(ReceptionDay before, ReceptionDay made) {
        return before.day().equals(made.day()) && before.starts().equals(made.starts()) && before.ends().equals(made.ends())
                && before.slotMinutes() == made.slotMinutes() && before.perSlot() == made.perSlot() && before.place().equals(made.place())
                && before.receiver().equals(made.receiver()) && before.subject().equals(made.subject()) && before.bookUntil().equals(made.bookUntil());
    }

    private static boolean overlaps(ReceptionDay other, ReceptionDay made) {
        return other.calledOff() == null && other.day().equals(made.day()) && other.receiver().equals(made.receiver())
                && other.starts().isBefore(made.ends()) && made.starts().isBefore(other.ends());
    }

    private Optional<VoiceRefusal> faultIn(Draft draft) {
        if (draft.day() == null) {
            return Optional.of(new VoiceRefusal.Missing("day"));
        }
        if (draft.starts() == null || draft.ends() == null) {
            return Optional.of(new VoiceRefusal.NotATime(draft.starts() == null ? "starts" : "ends"));
        }
        if (!draft.day().atTime(draft.starts()).isAfter(LocalDateTime.now(clock)) || draft.day().isAfter(today().plusDays(AHEAD_DAYS_MAX))) {
            return Optional.of(new VoiceRefusal.NotToCome("day", AHEAD_DAYS_MAX));
        }
        if (!draft.starts().isBefore(draft.ends())) {
            return Optional.of(new VoiceRefusal.OverBefore("ends"));
        }
        if (draft.slotMinutes() == null || draft.slotMinutes() < SLOT_MIN || draft.slotMinutes() > SLOT_MAX
                || Duration.between(draft.starts(), draft.ends()).toMinutes() < draft.slotMinutes()) {
            return Optional.of(new VoiceRefusal.NoSlot("slotMinutes", SLOT_MIN, SLOT_MAX));
        }
        if (draft.perSlot() == null || draft.perSlot() < 1 || draft.perSlot() > PER_SLOT_MAX) {
            return Optional.of(new VoiceRefusal.NotACount("perSlot", PER_SLOT_MAX));
        }
        if (draft.bookUntil() != null && draft.bookUntil().isAfter(draft.day())) {
            return Optional.of(new VoiceRefusal.OverBefore("bookUntil"));
        }
        return Stream.of(line("receiver", draft.receiver(), true), line("place", draft.place(), true), line("subject", draft.subject(), false))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<VoiceRefusal> line(String field, String text, boolean needed) {
        if (!Visible.says(text)) {
            return needed ? Optional.of(new VoiceRefusal.Missing(field)) : Optional.empty();
        }
        return text.codePointCount(0, text.length()) > LINE_MAX ? Optional.of(new VoiceRefusal.TooLong(field, LINE_MAX)) : Receiving.hidden(field, text);
    }

    /// The days to come of the reader's units, called off or not, the earliest first.
    public List<ReceptionDay> coming(SignedIn who) {
        return table.from(who.tenant(), today(), DAYS_READ_MAX).stream().filter(day -> keeps(who, day)).toList();
    }

    /// The days that are over, the latest first.
    public List<ReceptionDay> past(SignedIn who, int limit) {
        return table.before(who.tenant(), today(), DAYS_READ_MAX).stream().filter(day -> keeps(who, day)).limit(limit).toList();
    }

    /// Nothing where it is another unit's.
    public Optional<ReceptionDay> day(SignedIn who, long no) {
        return table.find(who.tenant(), no).filter(day -> keeps(who, day));
    }

    private boolean keeps(SignedIn who, ReceptionDay day) {
        var tree = directory.treeOf(who.tenant());
        return Access.unitsWhere(who, Right.LIST_AND_ASSIGN).stream().anyMatch(own -> tree.isWithin(day.unit(), own));
    }

    /// Who is booked for it, by slot.
    /// Nobody who comes about what is kept from the reader: that they come would tell of it.
    public List<Guest> guests(SignedIn who, ReceptionDay day) {
        if (!keeps(who, day)) {
            return List.of();
        }
        var kept = matters.keptFrom(who);
        return table.bookings(who.tenant(), day.no()).stream().map(it -> new Guest(it, standing.seen(who, it.matter())))
                .filter(guest -> guest.matter().isPresent()
                        || !kept.contains(standing.workedOn(who.tenant(), guest.booking().matter()).map(Matter::id).orElse(guest.booking().matter())))
                .toList();
    }

    /// What everybody may book today, the earliest first.
    public List<Free> open(TenantId tenant) {
        return free(tenant, true, _ -> true);
    }

    /// Not before those it complains of.
    private List<Free> free(TenantId tenant, Voice voice, boolean oneself) {
        var matter = standing.workedOn(tenant, voice.matter());
        return free(tenant, oneself, day -> matter.filter(it -> ledger.isKeptFrom(tenant, it, day.unit())).isEmpty());
    }

    private List<Free> free(TenantId tenant, boolean oneself, Predicate<ReceptionDay> fits) {
        var now = LocalDateTime.now(clock);
        var days = table.from(tenant, today(), DAYS_READ_MAX).stream()
                .filter(day -> day.calledOff() == null && !(oneself && day.bookUntil().isBefore(today()))).filter(fits).toList();
        var taken = table.taken(tenant, days.stream().map(ReceptionDay::no).toList());
        return days.stream().flatMap(day -> free(day, taken.getOrDefault(day.no(), Map.of()), now)).toList();
    }

    private static Stream<Free> free(ReceptionDay day, Map<LocalTime, Integer> taken, LocalDateTime now) {
        return day.slots().stream().filter(slot -> day.day().atTime(slot).isAfter(now))
                .map(slot -> new Free(day, slot, day.perSlot() - taken.getOrDefault(slot, 0))).filter(free -> free.seats() > 0);
    }

    /// What stands for the holder of that receipt.
    public VoiceAnswer<Own> own(TenantId tenant, String code) {
        return voices.byReceipt(tenant, ReceiptCode.hashOf(code)).map(voice -> VoiceAnswer.done(own(tenant, voice, true)))
                .orElseGet(() -> VoiceAnswer.refused(new VoiceRefusal.NoSuchReceipt()));
    }

    /// The same, for whoever took it down or runs such days.
    public VoiceAnswer<Own> own(SignedIn who, MatterId matter, int no) {
        return voices.find(who.tenant(), matter, no).filter(voice -> mayBook(who, voice)).map(voice -> VoiceAnswer.done(own(who.tenant(), voice, false)))
                .orElseGet(() -> VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
    }

    /// For somebody at the counter or on the telephone books who took it down, or runs such days; not whoever handles it, who could call off that
    /// it is talked over.
    public boolean mayBook(SignedIn who, Voice voice) {
        return standing.seen(who, voice.matter()).isPresent()
                && (Access.may(who, Right.LIST_AND_ASSIGN) || Access.unitsWhere(who, Right.RAISE).contains(voice.unit()));
    }

    private Own own(TenantId tenant, Voice voice, boolean oneself) {
        var booked = table.of(tenant, voice.matter(), voice.no(), OWN_READ_MAX).stream()
                .map(it -> new Booked(it, table.find(tenant, it.day()).orElseThrow())).toList();
        boolean stands = booked.stream().anyMatch(it -> it.booking().isOpen());
        return new Own(ownTitle(tenant, voice), booked, stands || voice.withdrawnAt() != null ? List.of() : free(tenant, voice, oneself));
    }

    /// As they raised it themselves: what it was joined to is in the words of somebody else.
    private String ownTitle(TenantId tenant, Voice voice) {
        return Standing.first(ledger.journalFor(tenant, voice.matter())).title();
    }

    /// Booked by whoever holds the receipt. Booked already for that time, it is booked once.
    public VoiceAnswer<Own> book(TenantId tenant, String code, long day, @Nullable LocalTime slot) {
        return voices.byReceipt(tenant, ReceiptCode.hashOf(code)).map(voice -> booked(portal.at(tenant, voice.unit()), voice, day, slot, true))
                .orElseGet(() -> VoiceAnswer.refused(new VoiceRefusal.NoSuchReceipt()));
    }

    public VoiceAnswer<Own> book(SignedIn who, MatterId matter, int no, long day, @Nullable LocalTime slot) {
        return voices.find(who.tenant(), matter, no).filter(it -> mayBook(who, it)).map(voice -> booked(who, voice, day, slot, false))
                .orElseGet(() -> VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
    }

    private VoiceAnswer<Own> booked(SignedIn by, Voice voice, long day, @Nullable LocalTime slot, boolean oneself) {
        var tenant = by.tenant();
        return whole.done(() -> {
            table.alone(tenant);
            var before = table.of(tenant, voice.matter(), voice.no(), OWN_READ_MAX).stream().filter(ReceptionBooking::isOpen).findFirst();
            if (before.isPresent()) {
                return before.get().day() == day && before.get().slot().equals(slot) ? VoiceAnswer.done(own(tenant, voice, oneself))
                        : VoiceAnswer.refused(new VoiceRefusal.BookedAlready());
            }
            if (voice.withdrawnAt() != null) {
                return VoiceAnswer.refused(new VoiceRefusal.WithdrawnAlready());
            }
            if (slot == null) {
                return VoiceAnswer.refused(new VoiceRefusal.Missing("slot"));
            }
            if (free(tenant, voice, oneself).stream().noneMatch(free -> free.day().no() == day && free.slot().equals(slot))) {
                return VoiceAnswer.refused(new VoiceRefusal.SlotTaken("slot"));
            }
            table.insert(tenant, new ReceptionBooking(table.nextNo(), day, slot, voice.matter(), voice.no(), now(), null, null, null), by.person());
            return VoiceAnswer.done(own(tenant, voice, oneself));
        });
    }

    /// Called off by whoever holds the receipt, until the time has come.
    public VoiceAnswer<Own> cancel(TenantId tenant, String code) {
        return voices.byReceipt(tenant, ReceiptCode.hashOf(code)).map(voice -> cancelled(portal.at(tenant, voice.unit()), voice, true))
                .orElseGet(() -> VoiceAnswer.refused(new VoiceRefusal.NoSuchReceipt()));
    }

    public VoiceAnswer<Own> cancel(SignedIn who, MatterId matter, int no) {
        return voices.find(who.tenant(), matter, no).filter(it -> mayBook(who, it)).map(voice -> cancelled(who, voice, false))
                .orElseGet(() -> VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
    }

    private VoiceAnswer<Own> cancelled(SignedIn by, Voice voice, boolean oneself) {
        var tenant = by.tenant();
        return whole.done(() -> {
            table.alone(tenant);
            var open = table.of(tenant, voice.matter(), voice.no(), OWN_READ_MAX).stream().filter(ReceptionBooking::isOpen).findFirst().orElse(null);
            if (open == null) {
                return VoiceAnswer.done(own(tenant, voice, oneself));
            }
            if (isBegun(tenant, open)) {
                return VoiceAnswer.refused(new VoiceRefusal.ReceptionBegun());
            }
            table.cancel(tenant, open.no(), by.person(), now());
            return VoiceAnswer.done(own(tenant, voice, oneself));
        });
    }

    private boolean isBegun(TenantId tenant, ReceptionBooking booking) {
        return !table.find(tenant, booking.day()).orElseThrow().day().atTime(booking.slot()).isAfter(LocalDateTime.now(clock));
    }

    /// It does not take place. Whoever is booked reads why with their receipt, and books another day.
    public VoiceAnswer<ReceptionDay> callOff(SignedIn who, long no, String why) {
        var fault = words("why", why);
        return fault.map(VoiceAnswer::<ReceptionDay>refused).orElseGet(() -> whole.done(() -> {
            table.alone(who.tenant());
            var day = day(who, no).orElse(null);
            if (day == null) {
                return VoiceAnswer.refused(new VoiceRefusal.NoSuchReception());
            }
            if (day.calledOff() != null) {
                return day.calledOff().equals(why) ? VoiceAnswer.done(day) : VoiceAnswer.refused(new VoiceRefusal.CalledOffAlready());
            }
            var bookings = table.bookings(who.tenant(), no);
            if (bookings.stream().anyMatch(it -> it.came() != null)) {
                return VoiceAnswer.refused(new VoiceRefusal.ReceptionBegun());
            }
            table.callOff(who.tenant(), no, why, who.person(), now());
            bookings.forEach(it -> table.cancel(who.tenant(), it.no(), who.person(), now()));
            return VoiceAnswer.done(day(who, no).orElseThrow());
        }));
    }

    /// Writes down who came and what was said; the words stand in the journal of what they raised.
    /// @param words what was said and promised; nothing is needed where they did not come
    public VoiceAnswer<ReceptionBooking> record(SignedIn who, long no, @Nullable Boolean came, String words) {
        return whole.done(() -> {
            var booking = table.held(who.tenant(), no).filter(it -> day(who, it.day()).isPresent() && standing.seen(who, it.matter()).isPresent())
                    .orElse(null);
            if (booking == null || booking.cancelledAt() != null) {
                return VoiceAnswer.refused(new VoiceRefusal.NoSuchReception());
            }
            if (booking.came() != null) {
                return booking.came().equals(came) && words.equals(booking.words()) ? VoiceAnswer.done(booking)
                        : VoiceAnswer.refused(new VoiceRefusal.RecordedAlready());
            }
            if (came == null) {
                return VoiceAnswer.refused(new VoiceRefusal.Missing("came"));
            }
            var fault = came || Visible.says(words) ? words("words", words) : Optional.<VoiceRefusal>empty();
            if (fault.isPresent()) {
                return VoiceAnswer.refused(fault.get());
            }
            var day = day(who, booking.day()).orElseThrow();
            if (day.day().isAfter(today())) {
                return VoiceAnswer.refused(new VoiceRefusal.NotYet("came"));
            }
            table.record(who.tenant(), no, came, words, who.person(), now());
            return noted(who, booking, day, came, words).map(VoiceAnswer::<ReceptionBooking>refused)
                    .orElseGet(() -> VoiceAnswer.done(table.held(who.tenant(), no).orElseThrow()));
        });
    }

    /// As a note that everybody reads who works on the matter.
    private Optional<VoiceRefusal> noted(SignedIn who, ReceptionBooking booking, ReceptionDay day, boolean came, String words) {
        var said = came ? day.day() + " " + day.receiver() + "接待：" + words : day.day() + " " + day.receiver() + "接待：未到。" + words;
        var matter = standing.workedOn(who.tenant(), booking.matter()).orElseThrow();
        var key = UUID.nameUUIDFromBytes(("reception/" + who.tenant().value() + "/" + booking.no()).getBytes(StandardCharsets.US_ASCII));
        return switch (ledger.act(who, matter.id(), new Act.Note(said), key, null)) {
            case Answer.Done _ -> Optional.empty();
            case Answer.Refused(var why, _) -> Optional.of(new VoiceRefusal.OfLedger(why));
        };
    }

    private static Optional<VoiceRefusal> words(String field, String text) {
        if (!Visible.says(text)) {
            return Optional.of(new VoiceRefusal.Missing(field));
        }
        return text.codePointCount(0, text.length()) > WORDS_MAX ? Optional.of(new VoiceRefusal.TooLong(field, WORDS_MAX))
                : Receiving.hidden(field, text.replace('\n', ' '));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
