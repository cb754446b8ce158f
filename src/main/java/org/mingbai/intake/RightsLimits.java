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

/// By when persons are answered who ask something of their data. 个人信息保护法 Art. 50 names no number of days, so each body says its own.
@Component
public class RightsLimits {

    static final int DAYS_MAX = 365;
    private static final int BASIS_MAX = 500;
    private static final RightsLimit SHIPPED = new RightsLimit(0, ShippedDays.in("rights.txt"), null, null);

    private final RightsTable table;
    private final AuditTrail audit;
    private final Whole whole;
    private final Clock clock;

    RightsLimits(RightsTable table, AuditTrail audit, Whole whole, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.whole = whole;
        this.clock = clock;
    }

    /// The newest first, the one that is shipped last.
    public List<RightsLimit> of(TenantId tenant) {
        return Stream.concat(table.limits(tenant).stream(), Stream.of(SHIPPED)).toList();
    }

    public RightsLimit inForce(TenantId tenant) {
        var today = LocalDate.now(clock);
        return of(tenant).stream().filter(it -> it.validFrom() == null || !it.validFrom().isAfter(today)).findFirst().orElseThrow();
    }

    public Optional<RightsLimit> version(TenantId tenant, int version) {
        return of(tenant).stream().filter(it -> it.version() == version).findFirst();
    }

    /// A further version, for what is asked from that day on. What was asked before keeps its day.
    /// @param days in calendar days, 1 to 365
    public VoiceAnswer<RightsLimit> write(SignedIn who, @Nullable Integer days, String basis, @Nullable LocalDate from, UUID key) {
        if (!Access.may(who, Right.KEEP_REQUESTS)) {
            return VoiceAnswer.refused(new VoiceRefusal.NotYours());
        }
        if (days == null || days < 1 || days > DAYS_MAX) {
            return VoiceAnswer.refused(new VoiceRefusal.NotDays("days", DAYS_MAX));
        }
        if (!Visible.says(basis)) {
            return VoiceAnswer.refused(new VoiceRefusal.Missing("basis"));
        }
        if (basis.codePointCount(0, basis.length()) > BASIS_MAX) {
            return VoiceAnswer.refused(new VoiceRefusal.TooLong("basis", BASIS_MAX));
        }
        var hidden = Receiving.hidden("basis", basis.replace('\n', ' '));
        if (hidden.isPresent()) {
            return VoiceAnswer.refused(hidden.get());
        }
        if (from == null) {
            return VoiceAnswer.refused(new VoiceRefusal.Missing("validFrom"));
        }
        return whole.done(() -> {
            table.alone(who.tenant());
            var before = table.limitUnder(who.tenant(), key);
            if (before.isPresent()) {
                var it = before.get();
                return it.days() == days && basis.equals(it.basis()) && from.equals(it.validFrom()) ? VoiceAnswer.done(it)
                        : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
            }
            var newest = of(who.tenant()).getFirst();
            if (from.isBefore(LocalDate.now(clock)) || newest.validFrom() != null && from.isBefore(newest.validFrom())) {
                return VoiceAnswer.refused(new VoiceRefusal.BegunBefore("validFrom"));
            }
            var made = new RightsLimit(newest.version() + 1, days, basis, from);
            table.insert(who.tenant(), made, key, who.person(), OffsetDateTime.now(clock));
            audit.dataRuleSet(Keeper.of(who), AuditAct.RIGHTS_LIMIT_SET, "", Map.of("days", Integer.toString(newest.days())),
                    Map.of("days", Integer.toString(days), "basis", basis, "from", from.toString()));
            return VoiceAnswer.done(made);
        });
    }
}
