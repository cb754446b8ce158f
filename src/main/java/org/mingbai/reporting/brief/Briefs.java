package org.mingbai.reporting.brief;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mingbai.directory.Access;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Lifecycle;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.reporting.Figures;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Writing, freezing and issuing reports. Drafts are their unit's; what is issued may be read by all who see supervision in the body.
@Component
public class Briefs {

    /// How many are listed.
    public static final int LIST_MAX = 200;

    private final BriefTable table;
    private final Composing composing;
    private final Figures figures;
    private final Matters matters;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    Briefs(BriefTable table, Composing composing, Figures figures, Matters matters, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.composing = composing;
        this.figures = figures;
        this.matters = matters;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// What became of an act.
    public sealed interface Answer {

        record Done(Brief brief) implements Answer {}

        /// @param wrong at which lines of the text
        record Unreadable(List<Fault> wrong) implements Answer {}

        record Missing(List<Need> needs) implements Answer {}

        /// What was written just now is still being read: what is frozen stays, so it has to be whole.
        record Incomplete() implements Answer {}

        /// Since it was frozen one of the matters it names complains of somebody: it has to be frozen anew.
        record TellsTooMuch() implements Answer {}

        /// Another unit issues its reports under this code word.
        record CodeOfAnother() implements Answer {}

        /// It is not as it was, or not theirs.
        record Overtaken() implements Answer {}
    }

    /// @param what the key of the reason, @param detail what it is about
    public record Fault(int line, String mark, String what, String detail) {}

    /// What a report cannot go without.
    public enum Need { TITLE, PERIOD, TEXT, ISSUER, CODE, AS_OF }

    public boolean writes(SignedIn who) {
        return Access.may(who, Right.WRITE_BRIEFS);
    }

    /// In which units of theirs they may write one.
    public List<OrganisationId> units(SignedIn who) {
        return Access.unitsWhere(who, Right.WRITE_BRIEFS).stream().sorted(Comparator.comparing(OrganisationId::value)).toList();
    }

    /// Those this person may read, the last changed first.
    public List<Brief> of(SignedIn who) {
        return table.newest(who.tenant(), Access.unitsWhere(who, Right.WRITE_BRIEFS), Access.may(who, Right.SEE_SUPERVISION), LIST_MAX);
    }

    public Optional<Brief> brief(SignedIn who, long id) {
        return table.find(who.tenant(), id).filter(brief -> reads(who, brief));
    }

    private static boolean reads(SignedIn who, Brief brief) {
        return brief.state() == Brief.State.ISSUED ? Access.may(who, Right.SEE_SUPERVISION) : theirs(who, brief);
    }

    private static boolean theirs(SignedIn who, Brief brief) {
        return Access.unitsWhere(who, Right.WRITE_BRIEFS).contains(brief.unit());
    }

    /// What it says now: live while it is a draft, else as it was frozen.
    public Told told(SignedIn who, Brief brief) {
        return brief.frozen().orElseGet(() -> composing.compose(who, brief.body(), false).told());
    }

    /// As a Word file.
    /// @param base the address its links begin with
    public byte[] paper(SignedIn who, Brief brief, String base) {
        return BriefPaper.of(who.tenant().value(), brief, told(who, brief), base);
    }

    /// What of the text cannot be read.
    public List<Fault> faults(SignedIn who, Brief.Body body) {
        return composing.compose(who, body, false).wrong().stream().map(it -> new Fault(it.line(), it.mark(), it.why().name(), it.what())).toList();
    }

    /// Begins one, or keeps what was changed in a draft.
    /// @param was nothing for a new one
    public Answer write(SignedIn who, OrganisationId unit, Optional<Brief> was, Brief.Body body) {
        var needs = needs(body, LocalDate.now(clock));
        if (!needs.isEmpty()) {
            return new Answer.Missing(needs);
        }
        if (was.isEmpty()) {
            if (!units(who).contains(unit)) {
                return new Answer.Overtaken();
            }
            long id = table.add(who.tenant(), who.person(), unit, body, OffsetDateTime.now(clock));
            return new Answer.Done(table.find(who.tenant(), id).orElseThrow());
        }
        return changed(who, was.get(), Brief.State.DRAFTED, Brief.State.DRAFTED, body, Optional.empty());
    }

    private static List<Need> needs(Brief.Body body, LocalDate today) {
        var needs = new ArrayList<Need>();
        if (!Visible.says(body.title()) || body.title().length() > Brief.TITLE_MAX) {
            needs.add(Need.TITLE);
        }
        if (body.to().isBefore(body.from())) {
            needs.add(Need.PERIOD);
        }
        if (body.asOf().isAfter(today)) {
            needs.add(Need.AS_OF);
        }
        if (!Visible.says(body.text()) || body.text().length() > Brief.TEXT_MAX) {
            needs.add(Need.TEXT);
        }
        return needs;
    }

    /// Its figures are answered now, all from one moment, and stay so.
    public Answer freeze(SignedIn who, Brief was) {
        if (!figures.complete(who)) {
            return new Answer.Incomplete();
        }
        var composed = Objects.requireNonNull(snapshot.execute(_ -> composing.compose(who, was.body(), true)));
        return composed.wrong().isEmpty() ? changed(who, was, Brief.State.DRAFTED, Brief.State.FROZEN, was.body(), Optional.of(composed.told()))
                : new Answer.Unreadable(composed.wrong().stream().map(it -> new Fault(it.line(), it.mark(), it.why().name(), it.what())).toList());
    }

    /// Back to a draft.
    public Answer thaw(SignedIn who, Brief was) {
        return changed(who, was, Brief.State.FROZEN, Brief.State.DRAFTED, was.body(), Optional.empty());
    }

    private Answer changed(SignedIn who, Brief was, Brief.State from, Brief.State to, Brief.Body body, Optional<Told> told) {
        return theirs(who, was) && was.state() == from
                && table.put(who.tenant(), was, to, body, told.orElse(null), null, null, OffsetDateTime.now(clock))
                ? new Answer.Done(table.find(who.tenant(), was.id()).orElseThrow()) : new Answer.Overtaken();
    }

    private boolean tellsTooMuch(TenantId tenant, Told told) {
        var ids = told.figures().stream().flatMap(figure -> figure.numbers().stream()).distinct().flatMap(number -> MatterNumber.parse(number).stream())
                .map(MatterNumber::matter).toList();
        return matters.journals(tenant, ids).entrySet().stream().filter(journal -> !journal.getValue().isEmpty())
                .anyMatch(journal -> !Lifecycle.replay(journal.getKey(), journal.getValue()).concern().keptFrom().isEmpty());
    }

    /// Gives it the next number of its code word in this year. From then on it stays as it is.
    public Answer issue(SignedIn who, Brief was) {
        var head = was.body().head();
        if (head.issuer().isBlank() || head.code().isBlank()) {
            return new Answer.Missing(head.issuer().isBlank() ? List.of(Need.ISSUER) : List.of(Need.CODE));
        }
        if (!theirs(who, was) || was.state() != Brief.State.FROZEN) {
            return new Answer.Overtaken();
        }
        if (was.frozen().stream().anyMatch(told -> tellsTooMuch(who.tenant(), told))) {
            return new Answer.TellsTooMuch();
        }
        var today = LocalDate.now(clock);
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!table.takeCode(who.tenant(), head.code(), was.unit())) {
                return new Answer.CodeOfAnother();
            }
            var number = head.code() + "〔" + today.getYear() + "〕" + table.nextNumber(who.tenant(), head.code(), today.getYear()) + "号";
            if (!table.put(who.tenant(), was, Brief.State.ISSUED, was.body(), was.told(), number, today, OffsetDateTime.now(clock))) {
                status.setRollbackOnly();
                return new Answer.Overtaken();
            }
            return new Answer.Done(table.find(who.tenant(), was.id()).orElseThrow());
        }));
    }
}
