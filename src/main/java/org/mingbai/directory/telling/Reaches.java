package org.mingbai.directory.telling;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.mingbai.directory.Answer;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How people want to be told beside the pages. No letter but the one that asks goes to an address before somebody who reads there has said that
/// it is right: a slip of the pen would tell a stranger.
@Component
public class Reaches {

    static final Duration CODE_HOLDS = Duration.ofHours(24);
    static final Duration LETTER_PAUSE = Duration.ofMinutes(2);
    static final int LETTERS_A_DAY_MAX = 5;

    private static final int ADDRESS_MAX = 254;

    private final ReachTable table;
    private final AddressCodeTable codes;
    private final LetterTable letters;
    private final Tellings tellings;
    private final MailSettings mail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reaches(ReachTable table, AddressCodeTable codes, LetterTable letters, Tellings tellings, MailSettings mail, Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.codes = codes;
        this.letters = letters;
        this.tellings = tellings;
        this.mail = mail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whether there is a server for letters at all.
    public boolean hasServer() {
        return mail.sends();
    }

    public Reach of(TenantId tenant, PersonId person) {
        return table.of(tenant, List.of(person)).getOrDefault(person, Reach.USUAL);
    }

    /// When this person's address was last asked to be confirmed.
    public Optional<OffsetDateTime> askedAt(TenantId tenant, PersonId person) {
        return letters.lastConfirming(tenant, person, of(tenant, person).address());
    }

    /// Answers how it stands then. Another address than before has to be confirmed, and a letter that asks for that is on its way.
    public Answer<Reach> set(SignedIn who, Reach wanted) {
        var flaws = flawsOf(wanted);
        return flaws.isEmpty() ? alone(who, () -> put(who, wanted)) : Answer.refused(flaws);
    }

    /// Only the language, in which one's calendar speaks too.
    public void speak(SignedIn who, String language) {
        alone(who, () -> put(who, of(who.tenant(), who.person()).in(language)));
    }

    /// Another letter to an address that waits to be confirmed. False when there is none such.
    public Answer<Boolean> askAgain(SignedIn who) {
        return alone(who, () -> {
            var reach = of(who.tenant(), who.person());
            if (reach.address().isEmpty() || reach.confirmed() || !mail.sends()) {
                return Answer.done(false);
            }
            var wait = waitFor(who, reach.address());
            if (wait.isPresent()) {
                return Answer.refused(wait.get());
            }
            ask(who, reach.address());
            return Answer.done(true);
        });
    }

    /// From now on there is no address, and no mail.
    public void takeAway(SignedIn who) {
        alone(who, () -> put(who, of(who.tenant(), who.person()).withoutAddress()));
    }

    /// The address this code would confirm. Empty for one that never was, was used, is too old, or whose address was changed since: which of
    /// these it is, is nobody's business.
    public Optional<String> awaited(String code) {
        return LinkSecret.read(code).flatMap(this::meantBy).map(AddressCodeTable.Meant::address);
    }

    /// Confirms the address this code was sent to, and answers it. Its owner is told in the pages, who might not be the one who confirmed it.
    public Optional<String> confirm(String code) {
        return LinkSecret.read(code).flatMap(secret -> Objects.requireNonNull(transaction.execute(_ ->
                meantBy(secret).filter(meant -> table.confirm(secret.tenant(), meant.person(), meant.address(), OffsetDateTime.now(clock)))
                        .map(meant -> confirmed(secret.tenant(), meant)))));
    }

    private String confirmed(TenantId tenant, AddressCodeTable.Meant meant) {
        codes.removeAll(tenant, meant.person());
        var topic = "address/" + meant.person().value();
        tellings.tell(tenant, List.of(meant.person()),
                Telling.of(topic, topic + "/" + clock.millis(), "/me/reach", "directory.tell.address.confirmed", meant.address()));
        return meant.address();
    }

    private Optional<AddressCodeTable.Meant> meantBy(LinkSecret secret) {
        return codes.find(secret, OffsetDateTime.now(clock).minus(CODE_HOLDS));
    }

    /// One at a time for each person, so that no two count the same letters.
    private <T> Answer<T> alone(SignedIn who, Supplier<Answer<T>> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            table.lock(who.tenant(), who.person());
            return work.get();
        }));
    }

    private Answer<Reach> put(SignedIn who, Reach wanted) {
        var before = of(who.tenant(), who.person());
        boolean another = !before.address().equals(wanted.address());
        boolean asks = another && !wanted.address().isEmpty() && mail.sends();
        var wait = asks ? waitFor(who, wanted.address()) : Optional.<Refusal>empty();
        if (wait.isPresent()) {
            return Answer.refused(wait.get());
        }
        table.put(who.tenant(), who.person(), wanted);
        if (another) {
            codes.removeAll(who.tenant(), who.person());
            letters.dropConfirming(who.tenant(), who.person(), OffsetDateTime.now(clock));
        }
        if (asks) {
            ask(who, wanted.address());
        }
        return Answer.done(of(who.tenant(), who.person()));
    }

    private void ask(SignedIn who, String address) {
        letters.writeConfirming(who.tenant(), who.person(), address, OffsetDateTime.now(clock));
    }

    /// These letters go to whatever address is typed, so nobody can have many sent: not to one, nor to ever others.
    private Optional<Refusal> waitFor(SignedIn who, String address) {
        var now = OffsetDateTime.now(clock);
        var aDay = letters.confirmingSince(who.tenant(), who.person(), now.minusDays(1), LETTERS_A_DAY_MAX);
        var afterDay = aDay.size() < LETTERS_A_DAY_MAX ? Optional.<OffsetDateTime>empty() : Optional.of(aDay.getLast().plusDays(1));
        return afterDay.or(() -> letters.lastConfirming(who.tenant(), who.person(), address).map(last -> last.plus(LETTER_PAUSE)))
                .filter(next -> next.isAfter(now)).map(next -> new Refusal.LettersTooOften(onTheWall(next)));
    }

    /// To the minute, and not before it.
    private LocalDateTime onTheWall(OffsetDateTime time) {
        return time.atZoneSameInstant(clock.getZone()).toLocalDateTime().plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
    }

    private static List<Refusal> flawsOf(Reach reach) {
        if (reach.address().isEmpty()) {
            return reach.rhythm() == Rhythm.PAGES_ONLY ? List.of() : List.of(new Refusal.Missing("address"));
        }
        if (reach.address().length() > ADDRESS_MAX) {
            return List.of(new Refusal.TooLong("address", ADDRESS_MAX, reach.address().length()));
        }
        try {
            var read = new InternetAddress(reach.address(), true);
            return read.getPersonal() == null && read.getAddress().equals(reach.address()) && read.getAddress().indexOf('@') > 0
                    ? List.of()
                    : List.of(new Refusal.BadMailAddress());
        } catch (AddressException e) {
            return List.of(new Refusal.BadMailAddress());
        }
    }
}
