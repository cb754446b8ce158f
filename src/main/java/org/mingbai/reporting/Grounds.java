package org.mingbai.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.TenantId;
import org.mingbai.reporting.cases.CaseConditions;
import org.springframework.stereotype.Component;

/// What is looked at for a question, and from where.
@Component
class Grounds {

    private final Directory directory;
    private final Clock clock;

    Grounds(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /// From where cases are looked at for a question.
    Standpoint standpoint(TenantId tenant, LocalDate asOf) {
        return new Standpoint(asOf, cutOff(asOf), directory.treeOf(tenant), directory.organisations(tenant).stream()
                .collect(Collectors.toMap(Organisation::id, Organisation::kind)));
    }

    boolean latest(LocalDate asOf) {
        return !asOf.isBefore(LocalDate.now(clock));
    }

    /// The end of that day, or now where it is not over.
    OffsetDateTime cutOff(LocalDate asOf) {
        var now = OffsetDateTime.now(clock);
        var end = asOf.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime().minusNanos(1000);
        return end.isAfter(now) ? now : end;
    }

    /// What this reader may open of a kind, as it stood on a day.
    Ground seenBy(Reader who, CaseKind of, LocalDate asOf) {
        return at(standpoint(who.tenant(), asOf), who.tenant(), of, who.restricted());
    }

    /// @param restricted to what of it
    Ground at(Standpoint at, TenantId tenant, CaseKind of, Consumer<CaseConditions> restricted) {
        var where = new CaseConditions(tenant, of, at.day(), at.now(), latest(at.day()));
        restricted.accept(where);
        return new Ground(at, where);
    }
}
