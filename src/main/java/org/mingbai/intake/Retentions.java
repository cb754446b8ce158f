package org.mingbai.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// How long it is kept who raised something. 个人信息保护法 Art. 19 asks for the shortest time the purpose needs and names no number of days, so each
/// body says its own, channel by channel.
@Component
public class Retentions {

    public static final int DAYS_MAX = 36_500;
    private static final int BASIS_MAX = 500;
    private static final Retention SHIPPED = new Retention(0, "", ShippedDays.in("retention.txt"), null, null);

    private final RetentionTable table;
    private final AuditTrail audit;
    private final Channels channels;
    private final Whole whole;
    private final Clock clock;

    Retentions(RetentionTable table, AuditTrail audit, Channels channels, Whole whole, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.channels = channels;
        this.whole = whole;
        this.clock = clock;
    }

    /// A version as it is written.
    /// @param channel its code; empty for every channel without one of its own
    /// @param days in calendar days, 1 to 36,500
    /// @param key a name the client gives to this form: sent again it writes nothing more
    public record Draft(String channel, @Nullable Integer days, String basis, @Nullable LocalDate from, UUID key) {}

    /// The newest first, the one that is shipped last.
    public List<Retention> of(TenantId tenant) {
        return Stream.concat(table.of(tenant).stream(), Stream.of(SHIPPED)).toList();
    }

    /// Those that count today: the one for every other channel, and what single channels have of their own.
    public List<Retention> inForce(TenantId tenant) {
        var begun = begun(tenant);
        return begun.stream().filter(it -> begun.stream().filter(other -> other.channel().equals(it.channel())).findFirst().orElseThrow().equals(it))
                .toList();
    }

    /// The longest time anything that comes in today is kept, in days.
    public int longest(TenantId tenant) {
        return inForce(tenant).stream().mapToInt(Retention::days).max().orElseThrow();
    }

    /// The last day on which what comes in today by that channel is kept.
    /// @param channel as it stands in the journal, by its name
    LocalDate until(TenantId tenant, @Nullable String channel) {
        var begun = begun(tenant);
        var code = channels.of(tenant).stream().filter(it -> it.zh().equals(channel) || it.en().equals(channel)).findFirst().map(Channel::code).orElse("");
        var counts = begun.stream().filter(it -> it.channel().equals(code)).findFirst()
                .or(() -> begun.stream().filter(it -> it.channel().isEmpty()).findFirst()).orElseThrow();
        return LocalDate.now(clock).plusDays(counts.days());
    }

    private List<Retention> begun(TenantId tenant) {
        var today = LocalDate.now(clock);
        return of(tenant).stream().filter(it -> it.validFrom() == null || !it.validFrom().isAfter(today)).toList();
    }

    /// A further version, for what comes in from that day on. What came in before keeps the day that was worked out then.
    public VoiceAnswer<Retention> write(SignedIn who, Draft draft) {
        return faultIn(who, draft).map(VoiceAnswer::<Retention>refused).orElseGet(() -> whole.done(() -> {
            table.alone(who.tenant());
            var before = table.under(who.tenant(), draft.key());
            if (before.isPresent()) {
                var it = before.get();
                boolean same = it.equals(new Retention(it.version(), draft.channel(), draft.days(), draft.basis(), draft.from()));
                return same ? VoiceAnswer.done(it) : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
            }
            var all = of(who.tenant());
            var newest = all.stream().filter(it -> it.channel().equals(draft.channel())).findFirst().map(Retention::validFrom).orElse(null);
            if (draft.from().isBefore(LocalDate.now(clock)) || newest != null && draft.from().isBefore(newest)) {
                return VoiceAnswer.refused(new VoiceRefusal.BegunBefore("validFrom"));
            }
            var made = new Retention(all.getFirst().version() + 1, draft.channel(), draft.days(), draft.basis(), draft.from());
            table.insert(who.tenant(), made, draft.key(), who.person(), OffsetDateTime.now(clock));
            var told = all.stream().filter(it -> it.channel().equals(draft.channel())).findFirst().map(it -> Map.of("days", Integer.toString(it.days())));
            audit.dataRuleSet(Keeper.of(who), AuditAct.RETENTION_SET, made.channel(), told.orElse(Map.of()),
                    Map.of("days", Integer.toString(made.days()), "basis", made.basis(), "from", draft.from().toString()));
            return VoiceAnswer.done(made);
        }));
    }

    private Optional<VoiceRefusal> faultIn(SignedIn who, Draft draft) {
        if (!Access.may(who, Right.KEEP_REQUESTS)) {
            return Optional.of(new VoiceRefusal.NotYours());
        }
        if (!draft.channel().isEmpty() && channels.find(who.tenant(), draft.channel()).isEmpty()) {
            return Optional.of(new VoiceRefusal.NoSuchChannel("channel"));
        }
        if (draft.days() == null || draft.days() < 1 || draft.days() > DAYS_MAX) {
            return Optional.of(new VoiceRefusal.NotDays("days", DAYS_MAX));
        }
        if (!Visible.says(draft.basis())) {
            return Optional.of(new VoiceRefusal.Missing("basis"));
        }
        if (draft.basis().codePointCount(0, draft.basis().length()) > BASIS_MAX) {
            return Optional.of(new VoiceRefusal.TooLong("basis", BASIS_MAX));
        }
        return Receiving.hidden("basis", draft.basis().replace('\n', ' '))
                .or(() -> NamedLaw.isIn(draft.basis()) ? Optional.empty() : Optional.of(new VoiceRefusal.NoLawNamed("basis")))
                .or(() -> draft.from() == null ? Optional.of(new VoiceRefusal.Missing("validFrom")) : Optional.empty());
    }
}
