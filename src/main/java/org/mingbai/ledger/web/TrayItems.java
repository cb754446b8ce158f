package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Turning;
import org.mingbai.ledger.Urgency;
import org.mingbai.ledger.Worry;
import org.mingbai.shell.page.LightSign;

/// Tells each matter of a tray as a task of the person who opens it.
final class TrayItems {

    private final Instant now;
    private final LocalDate today;
    private final TenantId tenant;
    private final Lamps lamps;
    private final Naming names;
    private final Map<String, String> registers = new HashMap<>();
    private final Map<Seat, String> lentBy = new HashMap<>();
    private final Set<Seat> own = new HashSet<>();

    TrayItems(SignedIn who, Directory directory, Lamps lamps, List<Register> known, LocalDate today, Instant now) {
        this.now = now;
        this.today = today;
        this.tenant = who.tenant();
        this.lamps = lamps;
        this.names = new Naming(directory, who.tenant());
        known.forEach(register -> registers.put(register.code(), register.name(RegisterPages.locale())));
        directory.postsOf(who.tenant(), who.person()).stream().filter(post -> post.span().contains(today)).forEach(post -> own.add(post.seat()));
        directory.standInsBy(who.tenant(), who.person()).stream().filter(lent -> lent.span().contains(today))
                .forEach(lent -> lentBy.put(lent.post().seat(), directory.personName(who.tenant(), lent.post().person())));
    }

    Instant now() {
        return now;
    }

    TrayPage.Item item(Matter matter, Turning turning) {
        var task = TrayTask.of(matter);
        var seat = matter.turn();
        var why = seat == null ? "" : t("ledger.tray.why", names.unit(seat.unit()), t("ledger.tray.role." + seat.role()));
        var lender = seat == null || own.contains(seat) ? "" : lentBy.getOrDefault(seat, "");
        var sign = sign(matter, turning);
        return new TrayPage.Item(MatterLink.to(matter.id()), number(matter), matter.subject().title(), registers.getOrDefault(matter.register(), ""),
                task.task(), why, Optional.ofNullable(task.by()), task.word(), sign, explained(sign, task.by()) ? "" : reason(matter), lender);
    }

    /// Whether the day beside it is reason enough for the light, or it needs none.
    private boolean explained(LightSign sign, @Nullable LocalDate by) {
        return switch (sign) {
            case LATE -> by != null && by.isBefore(today);
            case AT_RISK -> by != null && by.isBefore(today.plusDays(Worry.AT_RISK_DAYS));
            default -> true;
        };
    }

    private String reason(Matter matter) {
        var light = lamps.light(tenant, matter);
        return light.worries().isEmpty() ? "" : Worries.say(light.worries().getFirst().reason(), light.worries().getFirst().args());
    }

    private static String number(Matter matter) {
        var own = matter.subject().number();
        return own == null || own.isBlank() ? MatterNumber.of(matter).printed() : own;
    }

    private LightSign sign(Matter matter, Turning turning) {
        if (turning.parkedAt(matter.stage().named(), now)) {
            return LightSign.PARKED;
        }
        return switch (Urgency.of(matter.stage().named(), turning, now)) {
            case LATE -> LightSign.LATE;
            case AT_RISK -> LightSign.AT_RISK;
            case ON_TRACK, LATER, PARKED -> LightSign.ON_TRACK;
        };
    }
}
